"""The ways in which one change can be made on a page, best looking first; who asks for them proves the result."""

from collections.abc import Iterator

from samenwerk.storage.editing.adding import append_item
from samenwerk.storage.editing.page import NotEditableError, Page
from samenwerk.storage.editing.removing import remove
from samenwerk.storage.editing.setting import rename, set_value
from samenwerk.storage.editing.splices import Way
from samenwerk.storage.yaml_changes import Append, Change, Remove, Rename
from samenwerk.storage.yaml_format import tidy


def find_ways(page: Page, change: Change) -> Iterator[Way]:
    """The splices by which a change can be made; none where the text has no place for it."""
    try:
        if isinstance(change, Remove):
            yield from remove(page, change.pad)
        elif isinstance(change, Rename):
            yield from rename(page, change.pad, change.naam)
        elif isinstance(change, Append):
            yield from append_item(page, change.pad, tidy(change.value))
        else:
            yield from set_value(page, change.pad, tidy(change.value))
    except NotEditableError:
        return
