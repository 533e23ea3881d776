"""The editor of a person gives back what was typed, however it was saved, and never drops it."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from samenwerk.cli.remedies import say
from samenwerk.errors import RefusedError
from samenwerk.storage.editor import edit_text


@pytest.fixture
def use_editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """An editor that does this to the file whose path it gets."""

    def install(code: str) -> None:
        program = tmp_path / "een editor.py"
        program.write_text(f"import sys\nfrom pathlib import Path\n\npath = Path(sys.argv[1])\n{code}\n", encoding="utf-8")
        monkeypatch.setenv("VISUAL", f'"{sys.executable}" "{program}"')

    return install


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_an_answer_is_read_as_the_editor_saved_it(use_editor: Callable[[str], None], coding: str) -> None:
    use_editor(f"path.write_bytes('Één\\r\\nplek: € 5\\r\\n'.encode({coding!r}))")
    assert edit_text("", wait=lambda: None) == "Één\nplek: € 5"


def test_it_begins_with_what_was_there(use_editor: Callable[[str], None]) -> None:
    use_editor("path.write_text(path.read_text(encoding='utf-8') + ' En meer.', encoding='utf-8')")
    assert edit_text("Rust, één keer.", wait=lambda: None) == "Rust, één keer. En meer."


def test_what_was_typed_before_an_editor_failed_is_kept_and_pointed_to(use_editor: Callable[[str], None]) -> None:
    use_editor("path.write_text('Lang getypt.'); sys.exit(1)")
    with pytest.raises(RefusedError) as refused:
        edit_text("", wait=lambda: None)
    begin, _, path = say(refused.value.oplossing).partition(" staat in ")
    assert (begin, Path(path).read_text(encoding="utf-8")) == ("Wat u typte,", "Lang getypt.")


def test_nothing_is_left_of_an_answer_that_was_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, use_editor: Callable[[str], None]
) -> None:
    folder = tmp_path / "tijdelijk"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    use_editor("path.write_text('Rust.')")
    assert edit_text("", wait=lambda: None) == "Rust."
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(("chosen", "opened"), [("", "kladblok"), (" ", "kladblok"), ("eigen", "eigen")])
def test_the_editor_of_the_computer_opens_for_who_chose_none(monkeypatch: pytest.MonkeyPatch, chosen: str, opened: str) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr("samenwerk.storage.editor._ON_EVERY_COMPUTER", ("kladblok",))
    monkeypatch.setattr("shutil.which", lambda name: name)
    monkeypatch.setattr("subprocess.run", lambda words, check: started.append(words))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", chosen)

    edit_text("", wait=lambda: None)

    assert started[0][0] == opened
