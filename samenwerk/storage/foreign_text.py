"""Text that another program saved, or git checked out: a file of ours too may come back with other line ends."""

import codecs


def decode_text(content: bytes) -> str:
    """The text with line ends as ours, of what the usual programs save.

    That is UTF-8 or UTF-16 with their mark, UTF-8 without, else what older Windows takes.
    """
    return _decode(content).replace("\r\n", "\n")


def _decode(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # The few bytes it does not know become a sign that can be seen.
        return content.decode("cp1252", errors="replace")
