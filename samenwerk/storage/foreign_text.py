"""Text that another program saved."""

import codecs


def decode_text(content: bytes) -> str:
    """The text, as the usual programs save it: UTF-8 or UTF-16 with their mark, UTF-8 without, else as older Windows does."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # The few bytes it does not know become a sign that can be seen.
        return content.decode("cp1252", errors="replace")
