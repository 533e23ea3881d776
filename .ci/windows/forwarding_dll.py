"""A library that only passes one call on: what wine 8 lacks of Windows, made without a compiler."""

import struct

_HEADERS, _SECTION = 0x200, 0x1000
"""The size of the headers in the file, which is where the one section begins there, and where it begins in memory."""


def make_forwarding_dll(name: str, function: str, target: str) -> bytes:
    """A 64-bit DLL `name` of which the one function stands for `target`, written as `library.Function`."""
    exports = _lay_out_exports(name, function, target)
    dos = b"MZ".ljust(60, b"\0") + struct.pack("<I", 64)
    # AMD64, one section, no time, no symbols; executable, large addresses, a DLL.
    coff = b"PE\0\0" + struct.pack("<HHIIIHH", 0x8664, 1, 0, 0, 0, 240, 0x2022)
    optional = struct.pack("<HBBIIIII", 0x20B, 0, 0, 0, 0x200, 0, 0, _SECTION)
    # Where it would like to be, alignments, system 6.0, sizes of image and headers, a console, what it may reserve.
    optional += struct.pack("<QII6HI", 0x180000000, 0x1000, 0x200, 6, 0, 0, 0, 6, 0, 0)
    optional += struct.pack("<IIIHH4QII", 2 * _SECTION, _HEADERS, 0, 3, 0x100, 0x100000, 0x1000, 0x100000, 0x1000, 0, 16)
    directories = struct.pack("<II", _SECTION, len(exports)).ljust(16 * 8, b"\0")
    section = b".rdata\0\0" + struct.pack("<IIIIIIHHI", len(exports), _SECTION, 0x200, _HEADERS, 0, 0, 0, 0, 0x40000040)
    return (dos + coff + optional + directories + section).ljust(_HEADERS, b"\0") + exports.ljust(0x200, b"\0")


def _lay_out_exports(name: str, function: str, target: str) -> bytes:
    """The table of exports. An address inside the table itself is read as the name of what to call instead."""
    tables = _SECTION + 40
    texts = [text.encode() + b"\0" for text in (name, function, target)]
    first = tables + 4 + 4 + 2
    own, called, passed_on = (first + sum(map(len, texts[:count])) for count in range(3))
    directory = struct.pack("<IIHHIIIIIII", 0, 0, 0, 0, own, 1, 1, 1, tables, tables + 4, tables + 8)
    return directory + struct.pack("<IIH", passed_on, called, 0) + b"".join(texts)
