"""Text that another program saved, or git checked out: a file of ours too may come back with other line ends."""

import codecs


def decode_text(content: bytes) -> str:
    """The text with line ends as ours, of what the usual programs save.

    That is UTF-8 or UTF-16 with their mark, UTF-8 without, else what older Windows takes: that line by line, for a program may
    add to a file in another coding than it has.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = content.decode("utf-16", errors="replace")
    else:
        text = "\n".join(map(_decode_line, content.removeprefix(codecs.BOM_UTF8).split(b"\n")))
    return text.replace("\r\n", "\n")


def _decode_line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        # The few bytes it does not know become a sign that can be seen.
        return line.decode("cp1252", errors="replace")
