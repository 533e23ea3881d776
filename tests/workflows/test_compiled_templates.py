"""Compiled templates are kept between commands, in the cache of the user and never in a dossier."""

import os
import shutil
from pathlib import Path

import pytest
from needs import needs_modes, needs_pipes

from samenwerk.cli.main import main
from samenwerk.rendering.templates.environment import _Compiled
from samenwerk.storage.code_cache import CodeCache

EXAMPLE = Path(__file__).parents[2] / "examples" / "open-webconcept"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache of a user who never ran samenwerk, in a process that compiled nothing yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(_Compiled, "_in_this_process", {})
    return tmp_path / "cache"


def render(capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["-C", str(EXAMPLE), "render", "startnota", "--naar", "-"]) == 0
    return capsys.readouterr().out


def test_the_second_command_finds_what_the_first_compiled(
    cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = render(capsys)
    kept = {path.name: path.read_bytes() for path in cache.rglob("*") if path.is_file()}
    assert len(kept) == 3

    monkeypatch.setattr(_Compiled, "_in_this_process", {})
    monkeypatch.setattr(CodeCache, "write", lambda *_: pytest.fail("compiled again"))
    assert render(capsys) == first


@pytest.mark.parametrize("damage", [b"", b"niets van dit alles", b"een regel\nen nog een"])
def test_a_damaged_cache_is_made_again(
    cache: Path, damage: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = render(capsys)
    sound = {path: path.read_bytes() for path in cache.rglob("*") if path.is_file()}
    for path in sound:
        path.write_bytes(damage)

    monkeypatch.setattr(_Compiled, "_in_this_process", {})
    assert render(capsys) == first
    assert {path: len(path.read_bytes()) for path in sound} == {path: len(content) for path, content in sound.items()}


@pytest.mark.parametrize("behind_the_header", [b"", b"niets", b"\xe3", b"i\x01\x00\x00\x00"])
def test_damaged_code_behind_a_sound_header_is_made_again(
    cache: Path, behind_the_header: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = render(capsys)
    for path in cache.rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes().partition(b"\n")[0] + b"\n" + behind_the_header)

    monkeypatch.setattr(_Compiled, "_in_this_process", {})
    assert render(capsys) == first


def test_a_cache_that_cannot_be_written_is_no_reason_to_complain(
    cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cache.write_text("hier staat al een bestand", encoding="utf-8")
    assert render(capsys).startswith("# Startnota")
    assert cache.read_text(encoding="utf-8") == "hier staat al een bestand"


def test_nothing_is_kept_in_the_dossier(cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = tmp_path / "dossier"
    dossier.mkdir()
    shutil.copy(EXAMPLE / "samenwerking.yaml", dossier)
    assert main(["-C", str(dossier), "render", "startnota", "--naar", "-"]) == 0
    assert [path.name for path in dossier.iterdir()] == ["samenwerking.yaml"]


@pytest.mark.parametrize("place", [".cache", "~/.cache", ""])
def test_a_cache_that_a_stranger_may_have_put_beside_the_dossier_is_not_used(
    cache: Path, tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", place)
    monkeypatch.setenv("HOME", "")
    assert render(capsys).startswith("# Startnota")
    assert list(tmp_path.iterdir()) == []


@needs_modes
@pytest.mark.parametrize("mode", [0o720, 0o702])
def test_a_cache_in_which_others_may_write_is_not_used(
    cache: Path, mode: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    render(capsys)
    monkeypatch.setattr(_Compiled, "_in_this_process", {})
    (folder,) = (cache / "samenwerk").iterdir()
    for path in folder.iterdir():
        path.unlink()
    folder.chmod(mode)
    assert render(capsys).startswith("# Startnota")
    assert list(folder.iterdir()) == []


@needs_modes
def test_a_cache_of_another_user_is_not_used(
    cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    owner = os.geteuid()
    render(capsys)
    monkeypatch.setattr(_Compiled, "_in_this_process", {})
    monkeypatch.setattr("os.geteuid", lambda: owner + 1)
    monkeypatch.setattr("marshal.loads", lambda _: pytest.fail("what another user wrote was run"))
    assert render(capsys).startswith("# Startnota")


def test_a_user_whom_nobody_knows_has_no_cache_and_gets_his_document(
    cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("XDG_CACHE_HOME", "HOME", "LOCALAPPDATA", "USERPROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    assert render(capsys).startswith("# Startnota")


@needs_pipes
def test_a_pipe_in_the_place_of_an_entry_is_not_waited_for(
    cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = render(capsys)
    for path in [path for path in cache.rglob("*") if path.is_file()]:
        path.unlink()
        os.mkfifo(path)
    monkeypatch.setattr(_Compiled, "_in_this_process", {})
    assert render(capsys) == first


def test_an_entry_that_cannot_be_replaced_leaves_nothing_behind(
    cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> Path:
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    assert render(capsys).startswith("# Startnota")
    assert [path.name for path in cache.rglob("*") if path.is_file()] == []
