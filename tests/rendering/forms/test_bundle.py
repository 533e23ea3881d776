"""The whole dossier as one document: every document a chapter of it."""

from samenwerk.rendering.forms.bundle import join_documents
from samenwerk.rendering.marks.colofon import judge_by_text, sign
from samenwerk.rendering.marks.vrij import write_place

OPENING = sign("# Dossier\n\nWaar we staan.\n\n## Partners\n\nStad.\n", "")


def test_every_document_becomes_a_chapter_with_its_headings_one_level_lower() -> None:
    joined = join_documents(OPENING, [sign("# Startnota\n\n## Idee\n\nTekst.\n", ""), sign("# Actieplan\n\n###### Diep\n", "")])
    assert [line for line in joined.splitlines() if line.startswith("#")] == [
        "# Dossier", "## Partners", "## Startnota", "### Idee", "## Actieplan", "###### Diep",
    ]  # fmt: skip
    assert joined.count("Gemaakt uit het dossier") == 1


def test_what_only_looks_like_a_heading_stays_what_it_is() -> None:
    joined = join_documents(OPENING, [sign("# Nota\n\n```\n# geen kop\n```\n\n\\# ook niet\n\nKop\n---\n", "")])
    assert "```\n# geen kop\n```" in joined
    assert "\n\\# ook niet" in joined


def test_own_texts_come_along_without_the_marks_around_them() -> None:
    joined = join_documents(OPENING, [sign(f"# Nota\n{write_place('inleiding', 'Met **dank**.')}", "")])
    assert "## Nota\n\nMet **dank**.\n" in joined
    assert "<!--" not in joined


def test_it_is_signed_as_a_document_and_so_shows_when_someone_changed_it() -> None:
    joined = join_documents(OPENING, [])
    assert judge_by_text(joined, joined) == "actueel"
    assert judge_by_text(joined.replace("Stad", "Gemeente"), joined) == "met de hand bewerkt"
