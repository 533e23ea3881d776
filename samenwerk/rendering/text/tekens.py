"""The signs that each reader of what is written does without; which they are stands in domain/tekens.py."""

from samenwerk.domain.tekens import KERENDE, MERKEN, ONGEZIEN, STURENDE

ONZICHTBAAR = f"(?!\r)[{STURENDE}{KERENDE}{ONGEZIEN}{MERKEN}]"
"""What nobody sees in plain text. A \\r is a line end."""

ONSCHRIJFBAAR = f"[{STURENDE}{KERENDE}\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
"""What HTML and XML cannot hold or forbid."""
