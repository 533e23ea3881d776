"""The named blocks of a template, each of which another template can have otherwise."""

import re

_TAG = re.compile(r"\{#.*?(?:#\}|\Z)|\{%[-+]?\s*(?:block\s+(?P<opens>\w+)|(?P<closes>endblock))\b.*?(?:%\}\n?|\Z)", re.DOTALL)
"""The beginning or the end of a block; a remark too, for what stands in it is neither. What is left open goes to the end."""

_PARENT = re.compile(r"""\{%[-+]?\s*extends\s+["']([^"']+)["']""")


def find_parent(source: str) -> str:
    """The name of the template that this one builds on; empty when it stands by itself."""
    found = _PARENT.search(source)
    return found[1] if found else ""


def find_blocks(source: str) -> dict[str, str]:
    """What stands in each block, in the order in which they begin; one without an end is left out."""
    blocks: dict[str, str] = {}
    begun: list[tuple[str, int]] = []
    for tag in _TAG.finditer(source):
        if tag["opens"]:
            begun.append((tag["opens"], tag.end()))
            blocks[tag["opens"]] = ""
        elif tag["closes"] and begun:
            name, start = begun.pop()
            blocks[name] = source[start : tag.start()]
    return {name: text for name, text in blocks.items() if name not in dict(begun)}
