"""Two people changed the same dossier: what both meant stands in it, and what only they can decide is asked."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from cases import for_each

from samenwerk.storage.merging.merging import Botsing
from samenwerk.storage.merging.smelt import Gesmolten, Markers, smelt

BASIS = """\
# Ons dossier
formaat: 1
naam: De Brug   # de werknaam
fase: delen
toestand: actief
afbakening:
  wel: [huiswerk, lezen]
partners:
  stad:
    naam: Stad
    soort: kern
    ambities:
      - Elk kind erbij
      - Minder wachten

  # sinds september
  school:
    naam: School
    soort: kern

waarom: |-
  Omdat het nodig is.
  Omdat niemand het alleen kan.
  Omdat we het willen.
acties:
  feest:
    wat: Feest
    trekker: stad
logboek:
  - datum: 2026-01-12
    soort: succes
    tekst: Het eerste overleg.
  - {datum: 2026-02-12, soort: nota, tekst: De zaal is klein.}
documenten:
  startnota:
    versies:
      - versie: 1
        datum: 2026-01-20
verloop:
  - {datum: 2026-01-10, naar: opstart}
  - {datum: 2026-01-11, naar: verkennen}
  - {datum: 2026-01-12, naar: delen}
"""

ADOPTED = "        datum: 2026-01-20\n"
SCHOOL = "\n  # sinds september\n  school:\n    naam: School\n    soort: kern\n"


class Hand(NamedTuple):
    """What one person makes of a text: these words become those, each of them once."""

    changes: tuple[tuple[str, str], ...]

    def __call__(self, text: str) -> str:
        """The text with the changes made; each of them must be found."""
        for old, new in self.changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        return text


def hand(*changes: tuple[str, str]) -> Hand:
    return Hand(changes)


def merge(ons: str, hun: str, basis: str = BASIS) -> Gesmolten:
    return smelt(basis.encode(), ons.encode(), hun.encode())


def asked(merged: Gesmolten) -> list[str]:
    """The places that a person must decide."""
    return [".".join(map(str, botsing.pad)) for botsing in merged.botsingen]


TOGETHER = {
    "two fields of one partner": (
        hand(("naam: Stad", "naam: Stad Alfa")),
        hand(("    ambities:", "    inzet: een zaal\n    ambities:")),
        hand(("naam: Stad", "naam: Stad Alfa"), ("    ambities:", "    inzet: een zaal\n    ambities:")),
    ),
    "a new action each": (
        hand(("logboek:", "  krant:\n    wat: Krant\nlogboek:")),
        hand(("logboek:", "  soep:\n    wat: Soep\nlogboek:")),
        hand(("logboek:", "  krant:\n    wat: Krant\n  soep:\n    wat: Soep\nlogboek:")),
    ),
    "the same new action, of which each filled in another field": (
        hand(("logboek:", "  krant:\n    wat: Krant\n    trekker: stad\nlogboek:")),
        hand(("logboek:", "  krant:\n    wat: Krant\n    tegen: 2026-09-01\nlogboek:")),
        hand(("logboek:", "  krant:\n    wat: Krant\n    trekker: stad\n    tegen: 2026-09-01\nlogboek:")),
    ),
    "an item of a list each, and one away": (
        hand(("      - Minder wachten\n", "      - Minder wachten\n      - Meer lezen\n")),
        hand(("      - Elk kind erbij\n", ""), ("      - Minder wachten\n", "      - Minder wachten\n      - Meer spelen\n")),
        hand(
            ("      - Elk kind erbij\n", ""),
            ("      - Minder wachten\n", "      - Minder wachten\n      - Meer lezen\n      - Meer spelen\n"),
        ),
    ),
    "a list between brackets": (
        hand(("[huiswerk, lezen]", "[huiswerk, lezen, spelen]")),
        hand(("[huiswerk, lezen]", "[lezen, sporten]")),
        hand(("[huiswerk, lezen]", "[lezen, spelen, sporten]")),
    ),
    "other lines of one long text": (
        hand(("Omdat het nodig is.", "Omdat het broodnodig is.")),
        hand(("Omdat we het willen.", "Omdat we het samen willen.")),
        hand(("Omdat het nodig is.", "Omdat het broodnodig is."), ("Omdat we het willen.", "Omdat we het samen willen.")),
    ),
    "something in the logbook each, by day": (
        hand(("documenten:", "  - {datum: 2026-03-20, soort: nota, tekst: Van ons.}\ndocumenten:")),
        hand(("documenten:", "  - {datum: 2026-03-01, soort: nota, tekst: Van hen.}\ndocumenten:")),
        hand(
            (
                "documenten:",
                "  - {datum: 2026-03-01, soort: nota, tekst: Van hen.}\n"
                "  - {datum: 2026-03-20, soort: nota, tekst: Van ons.}\ndocumenten:",
            )
        ),
    ),
    "the very same note": (
        hand(("documenten:", "  - {datum: 2026-03-20, soort: nota, tekst: Van ons.}\ndocumenten:")),
        hand(("documenten:", "  - datum: 2026-03-20\n    soort: nota\n    tekst: Van ons.\ndocumenten:")),
        hand(("documenten:", "  - {datum: 2026-03-20, soort: nota, tekst: Van ons.}\ndocumenten:")),
    ),
    "one note, of which each changed another field": (
        hand(("tekst: Het eerste overleg.", "tekst: Het allereerste overleg.")),
        hand(("soort: succes", "soort: leerwinst")),
        hand(("tekst: Het eerste overleg.", "tekst: Het allereerste overleg."), ("soort: succes", "soort: leerwinst")),
    ),
    "a note changed here, while its day moved there": (
        hand(("  - datum: 2026-01-12\n", "  - datum: 2026-01-14\n")),
        hand(("documenten:", "  - {datum: 2026-03-01, soort: nota, tekst: Nieuw.}\ndocumenten:")),
        hand(
            ("  - datum: 2026-01-12\n", "  - datum: 2026-01-14\n"),
            ("documenten:", "  - {datum: 2026-03-01, soort: nota, tekst: Nieuw.}\ndocumenten:"),
        ),
    ),
    "a new key here, another field and a new reference there": (
        hand(("  stad:\n", "  gemeente:\n"), ("trekker: stad", "trekker: gemeente")),
        hand(("naam: Stad", "naam: Stad Alfa"), ("logboek:", "  soep:\n    wat: Soep\n    trekker: stad\nlogboek:")),
        hand(
            ("  stad:\n", "  gemeente:\n"),
            ("trekker: stad", "trekker: gemeente"),
            ("naam: Stad", "naam: Stad Alfa"),
            ("logboek:", "  soep:\n    wat: Soep\n    trekker: gemeente\nlogboek:"),
        ),
    ),
    "the last one away here, one more there": (
        hand(("acties:\n  feest:\n    wat: Feest\n    trekker: stad\n", "acties:\n")),
        hand(("logboek:", "  soep:\n    wat: Soep\nlogboek:")),
        hand(("  feest:\n    wat: Feest\n    trekker: stad\n", "  soep:\n    wat: Soep\n")),
    ),
    "a text written otherwise here, changed there": (
        hand(("naam: School", 'naam: "School"')),
        hand(("naam: School", "naam: School De Oever")),
        hand(("naam: School", "naam: School De Oever")),
    ),
    "a comment here, what stands below it there": (
        hand(("# sinds september", "# sinds september, met een nieuwe directie")),
        hand(("naam: School", "naam: School De Oever")),
        hand(("# sinds september", "# sinds september, met een nieuwe directie"), ("naam: School", "naam: School De Oever")),
    ),
    "a partner away here, another thing there": (
        hand((SCHOOL, "")),
        hand(("wat: Feest", "wat: Buurtfeest")),
        hand((SCHOOL, ""), ("wat: Feest", "wat: Buurtfeest")),
    ),
    "the agreement of a partner each": (
        hand((ADOPTED, f"{ADOPTED}        instemming:\n          stad: {{datum: 2026-01-21}}\n")),
        hand((ADOPTED, f"{ADOPTED}        instemming:\n          school: {{datum: 2026-01-22}}\n")),
        hand(
            (
                ADOPTED,
                f"{ADOPTED}        instemming:\n          stad: {{datum: 2026-01-21}}\n"
                "          school: {datum: 2026-01-22}\n",
            )
        ),
    ),
}  # fmt: skip


@for_each(TOGETHER.values())
def test_what_two_people_did_apart_stands_there_together(ons: Hand, hun: Hand, both: Hand) -> None:
    merged = merge(ons(BASIS), hun(BASIS))

    assert merged == Gesmolten(both(BASIS).encode())


ASKED = {
    "one field": (hand(("wat: Feest", "wat: Buurtfeest")), hand(("wat: Feest", "wat: Zomerfeest")), ["acties.feest.wat"]),
    "away here, changed there": (hand((SCHOOL, "")), hand(("naam: School", "naam: De Oever")), ["partners.school"]),
    "away here, named there": (hand((SCHOOL, "")), hand(("trekker: stad", "trekker: school")), ["partners.school"]),
    "the same line of a long text": (
        hand(("Omdat het nodig is.", "Omdat het broodnodig is.")),
        hand(("Omdat het nodig is.", "Omdat het moet.")),
        ["waarom"],
    ),
    "a text, and the comment behind it": (
        hand(("# de werknaam", "# een werknaam")),
        hand(("naam: De Brug", "naam: De Sluis")),
        ["naam"],
    ),
    "two new keys for one partner": (
        hand(("  stad:\n", "  gemeente:\n"), ("trekker: stad", "trekker: gemeente")),
        hand(("  stad:\n", "  lokaal_bestuur:\n"), ("trekker: stad", "trekker: lokaal_bestuur")),
        ["partners.gemeente", "partners.lokaal_bestuur", "acties.feest.trekker"],
    ),
    "the group stopped, and went on": (
        hand(("toestand: actief", "toestand: gestopt")),
        hand(
            ("fase: delen", "fase: overeenkomen"),
            ("naar: delen}", "naar: delen}\n  - {datum: 2026-11-12, naar: overeenkomen}"),
        ),
        ["fase", "toestand", "verloop"],
    ),
    "two versions with one number": (
        hand((ADOPTED, f"{ADOPTED}      - versie: 2\n        datum: 2026-02-01\n")),
        hand((ADOPTED, f"{ADOPTED}      - versie: 2\n        datum: 2026-02-02\n")),
        ["documenten.startnota.versies.1.datum"],
    ),
    "what samenwerk does not know": (hand(("acties:", "eigen: a\nacties:")), hand(("acties:", "eigen: b\nacties:")), ["eigen"]),
}  # fmt: skip


@for_each(ASKED.values())
def test_what_only_a_person_can_decide_is_asked_by_its_place(ons: Hand, hun: Hand, pads: list[str]) -> None:
    merged = merge(ons(BASIS), hun(BASIS))

    assert asked(merged) == pads
    assert merged.heeft_markers


def test_markers_stand_around_the_smallest_whole_lines_and_all_else_is_merged() -> None:
    ons = hand(("wat: Feest", "wat: Buurtfeest"), ("naam: Stad", "naam: Stad Alfa"))(BASIS)
    hun = hand(("wat: Feest", "wat: Zomerfeest"), ("naam: School", "naam: De Oever"))(BASIS)

    merged = smelt(BASIS.encode(), ons.encode(), hun.encode(), markers=Markers("ons", "hun", 9))

    lines = "<<<<<<<<< ons\n    wat: Buurtfeest\n=========\n    wat: Zomerfeest\n>>>>>>>>> hun"
    both = hand(("    wat: Feest", lines), ("naam: Stad", "naam: Stad Alfa"), ("naam: School", "naam: De Oever"))
    assert merged.inhoud.decode() == both(BASIS)
    assert merged.botsingen == (Botsing(("acties", "feest", "wat"), "Feest", "Buurtfeest", "Zomerfeest"),)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text + "\tx: [\n",
        lambda text: text + "naam: twee keer\n",
        lambda text: text.replace("formaat: 1", "formaat: 2"),
    ],
    ids=["unreadable", "a field twice", "of a newer samenwerk"],
)
def test_what_cannot_be_weighed_is_never_merged_without_asking(spoil: Callable[[str], str]) -> None:
    hun = hand(("wat: Feest", "wat: Zomerfeest"))(BASIS)

    merged = merge(spoil(BASIS), hun)

    assert merged.heeft_markers
    assert merged.inhoud.decode() == f"<<<<<<< hier\n{spoil(BASIS)}=======\n{hun}>>>>>>> daar\n"


def test_lines_that_git_merged_are_taken_when_they_say_what_both_said() -> None:
    ons, hun = hand(("[huiswerk, lezen]", "[huiswerk]"))(BASIS), hand(("naam: School", "naam: De Oever"))(BASIS)
    of_git = hand(("[huiswerk, lezen]", "[huiswerk]"), ("naam: School", "naam: De Oever"), ("acties:", "# van git\nacties:"))

    kept = smelt(BASIS.encode(), ons.encode(), hun.encode(), regels=of_git(BASIS).encode())
    wrong = smelt(BASIS.encode(), ons.encode(), hun.encode(), regels=ons.encode())

    assert kept.inhoud.decode() == of_git(BASIS)
    assert wrong == merge(ons, hun)


def test_the_byte_order_mark_and_the_line_ends_of_ours_stay() -> None:
    ons, hun = hand(("naam: Stad", "naam: Stad Alfa"))(BASIS), hand(("naam: School", "naam: De Oever"))(BASIS)
    both = hand(("naam: Stad", "naam: Stad Alfa"), ("naam: School", "naam: De Oever"))(BASIS)
    as_windows = b"\xef\xbb\xbf" + ons.replace("\n", "\r\n").encode()

    merged = smelt(BASIS.encode(), as_windows, hun.encode())
    other_way = smelt(BASIS.encode(), hun.encode(), as_windows)

    assert merged.inhoud == b"\xef\xbb\xbf" + both.replace("\n", "\r\n").encode()
    assert other_way.inhoud == both.encode()


OTHER_YAML = {
    "a mapping": ("a: 1\nb: 2\nc: 3\n", "a: 9\nb: 2\nc: 3\n", "a: 1\nb: 2\nc: 8\n", "a: 9\nb: 2\nc: 8\n"),
    "a list of texts": ("- a\n- b\n- c\n", "- a\n- b\n- c\n- d\n", "- b\n- c\n", None),
    "a list of texts below a name": ("k:\n- a\n- b\n", "k:\n- a\n- b\n- d\n", "k:\n- b\n", "k:\n- b\n- d\n"),
    "a list of things without a name": ("k:\n- a: 1\n", "k:\n- a: 1\n- a: 2\n", "k:\n- a: 1\n- a: 3\n", None),
    "an anchor": ("a: &x 1\nb: *x\nc: 2\n", "a: &x 5\nb: *x\nc: 2\n", "a: &x 1\nb: *x\nc: 3\n", "a: &x 5\nb: *x\nc: 3\n"),
    "what one took away and the other changed": ("a:\n  b: 1\nc: 1\n", "c: 1\n", "a:\n  b: 1\n  d: 2\nc: 1\n", None),
}  # fmt: skip


@pytest.mark.parametrize(("basis", "ons", "hun", "both"), OTHER_YAML.values(), ids=OTHER_YAML)
def test_any_yaml_is_merged_where_names_say_what_is_what(basis: str, ons: str, hun: str, both: str | None) -> None:
    merged = merge(ons, hun, basis)

    assert merged.heeft_markers is (both is None)
    assert both is None or merged.inhoud.decode() == both
