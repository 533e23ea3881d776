"""The free places of a document: what people write there is kept as it is, and nothing around it changes."""

import pytest
from cases import for_each
from dossier_values import replace_at
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import DE_BRUG, render

from samenwerk.domain.tijdlijn import Documentversies
from samenwerk.errors import TemplateError
from samenwerk.rendering.marks.vrij import (
    as_own_text,
    empty_places,
    read_places,
    swallows_what_follows,
    without_marks,
    write_place,
)

DOCUMENT = f"# Startnota\n{write_place('inleiding', '')}\n## Slot\n{write_place('aanvulling', '')}"


def test_every_document_has_two_free_places_that_begin_empty() -> None:
    assert read_places(render(DE_BRUG, "startnota")) == {"inleiding": "", "aanvulling": ""}
    assert read_places(render(DE_BRUG, "leerverslag")) == {"inleiding": "", "aanvulling": ""}


def test_a_text_on_a_free_place_is_printed_as_the_markdown_it_is() -> None:
    eigen = {"inleiding": "Wij **danken** de buren.\n\n- voor de soep\n- en de zaal"}
    text = render(replace_at(DE_BRUG, ("documenten",), {"startnota": Documentversies(vrij=eigen)}), "startnota")
    assert f"\n<!-- vrij: inleiding -->\n\n{eigen['inleiding']}\n\n<!-- einde: inleiding -->\n" in text
    assert read_places(text) == {**eigen, "aanvulling": ""}


def test_a_text_for_a_place_that_the_template_does_not_have_is_not_lost_in_silence() -> None:
    dossier = replace_at(DE_BRUG, ("documenten",), {"startnota": Documentversies(vrij={"elders": "Tekst."})})
    with pytest.raises(TemplateError) as caught:
        render(dossier, "startnota")
    assert caught.value.melding == (
        "Het sjabloon startnota.md.j2: hier is geen vrije plaats “elders”, en er is wel een eigen tekst voor."
    )
    assert caught.value.oplossing == (
        "Vrije plaatsen zijn: inleiding, aanvulling. De tekst staat bij documenten.startnota.vrij"
    )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("\nEen zin.\n", "Een zin."),
        ("\r\nEen zin.\r\nEn nog een.\r\n", "Een zin.\nEn nog een."),
        ("\n\n\nEen.\n\n\n\nTwee.\n\n", "Een.\n\nTwee."),
        ("Een.  \nTwee.   ", "Een.\\\nTwee."),
        ("- punt\n    - dieper   ", "- punt\n    - dieper"),
        ("a\x1b[31mb\u202ec", "a[31mbc"),
    ],
)
def test_a_text_is_kept_as_a_reader_of_markdown_sees_it(typed: str, kept: str) -> None:
    assert as_own_text(typed) == kept
    assert as_own_text(kept) == kept
    assert read_places(DOCUMENT.replace("inleiding -->\n", f"inleiding -->\n{typed}", 1))["inleiding"] == kept


@settings(max_examples=tries(40), deadline=None, derandomize=True)
@given(st.text(alphabet=st.sampled_from("ab -*>`|<!\n\\#1.é"), max_size=40))
def test_whatever_is_written_there_is_read_back_and_the_rest_stays(typed: str) -> None:
    tekst = as_own_text(typed)
    document = DOCUMENT.replace(write_place("inleiding", ""), write_place("inleiding", tekst))
    assert read_places(document) == {"inleiding": tekst, "aanvulling": ""}
    assert empty_places(document) == DOCUMENT


@pytest.mark.parametrize(
    "damaged",
    [
        DOCUMENT.replace("<!-- vrij: inleiding -->", ""),
        DOCUMENT.replace("<!-- einde: inleiding -->", ""),
        DOCUMENT.replace("einde: inleiding", "einde: aanvulling"),
        DOCUMENT.replace("vrij: inleiding", "vrij: Inleiding"),
        DOCUMENT.replace("<!-- vrij: inleiding -->", "  <!-- vrij: inleiding -->"),
    ],
)
def test_a_place_whose_marks_are_damaged_is_no_free_place(damaged: str) -> None:
    assert "inleiding" not in read_places(damaged)
    assert empty_places(damaged) != DOCUMENT


def test_the_other_forms_show_the_text_and_not_the_marks() -> None:
    document = DOCUMENT.replace(write_place("inleiding", ""), write_place("inleiding", "Welkom."))
    assert without_marks(document) == "# Startnota\n\nWelkom.\n\n## Slot\n"


@pytest.mark.parametrize("tekst", ["```\ncode", "~~~", "<!-- vergeten", "<script>", "<pre>", "<?php", "text\n\n```"])
def test_a_text_that_leaves_something_open_would_take_in_the_rest(tekst: str) -> None:
    assert swallows_what_follows(tekst)


@for_each(
    (each,)
    for each in [
        "",
        "Een zin.",
        "- punt",
        "> citaat",
        "| a | b |\n| - | - |\n| c | d |",
        "```\ncode\n```",
        "<b>",
        "# Kop",
        "<!-- x -->",
    ]
)
def test_an_ordinary_text_does_not(tekst: str) -> None:
    assert not swallows_what_follows(tekst)
