"""The signs that nobody sees, for each reader of what is written: what no dossier may hold (domain/tekens.py), and more."""

import re

from samenwerk.domain.tekens import KERENDE, STURENDE

ONZICHTBAAR = re.compile(f"(?!\r)[{STURENDE}{KERENDE}\u200b\u200e\u200f\u2060-\u2065\ufeff\ufff9-\ufffb]")
"""What plain text is without: marks of other programs too, and those of the direction of a single sign. A \\r is a line end."""

ONSCHRIJFBAAR = re.compile(f"[{STURENDE}{KERENDE}\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What HTML and XML cannot hold or forbid."""
