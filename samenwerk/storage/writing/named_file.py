"""Writing a file that the person named, wherever it is: it belongs to no dossier, so there is no lock and no work folder."""

from contextlib import suppress
from pathlib import Path

from samenwerk.storage.file_errors import cannot_write
from samenwerk.storage.files import resolve


def write_named_file(path: Path, content: bytes) -> None:
    """Put these bytes in a file, whole or not at all. Raises `RefusedError` when that cannot be."""
    from samenwerk.storage.writing.staging import check_writable, stage

    target = resolve(path)
    beside = target.with_name(f".{target.name}.samenwerk")
    try:
        check_writable(target)
        # Someone may have been stopped while writing it.
        beside.unlink(missing_ok=True)
        stage(beside, content, target)
        beside.replace(target)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise cannot_write(path, error) from None
