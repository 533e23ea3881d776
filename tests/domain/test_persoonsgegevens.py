"""What looks like personal data is found with its place and kind, and what only looks a little like it is not."""

from cases import for_each

from samenwerk.cli.remedies import say
from samenwerk.domain.persoonsgegevens import find_persoonsgegevens, find_persoonsnaam

EMAIL, TELEFOON = "een e-mailadres", "een telefoonnummer"
RIJKSREGISTER, BSN = "een rijksregisternummer", "een burgerservicenummer"


@for_each(
    [
        ("inzet: mail naar jan.peeters@stad.example.be", EMAIL),
        ("# j+p@a-b.eu", EMAIL),
        ("tel 0475 12 34 56", TELEFOON),
        ("0475/12.34.56", TELEFOON),
        ("0475/12/34/56", TELEFOON),
        ("0475 123 456", TELEFOON),
        ("0475123456", TELEFOON),
        ("(09 123 45 67)", TELEFOON),
        ("02/123.45.67", TELEFOON),
        ("+32 475 12 34 56", TELEFOON),
        ("+32 (0)9 123 45 67", TELEFOON),
        ("0032475123456", TELEFOON),
        ("06-12345678", TELEFOON),
        ("030-1234567", TELEFOON),
        ("+31 6 12 34 56 78", TELEFOON),
        ("85.07.30-033.28", RIJKSREGISTER),
        ("85073003328", RIJKSREGISTER),
        ("17.07.30-033.84", RIJKSREGISTER),
        ("bsn 111222333", BSN),
        ("1112.22.333", BSN),
        ("123 456 782", BSN),
    ]
)
def test_personal_data_are_found_with_their_kind_and_are_not_repeated(tekst: str, soort: str) -> None:
    (bevinding,) = find_persoonsgegevens(f"naam: x\n{tekst}\n")

    assert (bevinding.melding, bevinding.regel, bevinding.ernst) == (f"Dit lijkt op {soort}.", 2, "advies")
    assert not any(sign.isdigit() or sign == "@" for sign in bevinding.melding + say(bevinding.oplossing))


@for_each(
    (each,)
    for each in [
        *("datum: 2026-03-15", "op 15/03/2026", "van 01-02-2026 tot 03-04-2026", "9.000 euro", "1.234.567,89 euro"),
        *("123456782 euro", "€ 123456782", "van 09.00 tot 10.30 uur", "9000 Gent", "1234 AB Utrecht", "2025-2026"),
        *("85.07.30-033.29", "111222334", "000000000", "0403.170.701", "@stad", "stad@", "artikel 12.3.4"),
        *('vingerafdruk: "sha256-v1:0475123456111222333abcdef0123456789"', "0475123456789012", "a0475123456", "1e9"),
        *("00123456789", "2026-03-15T09:00:00", "BE68 5390 0754 7034"),
        *("KBO-nummer 0203430576", "0203 430 576", "BE 0203.430.576", "artikel 04/2019/123", "zaak 03/123/4567"),
    ]
)
def test_what_only_has_digits_is_no_personal_data(tekst: str) -> None:
    assert list(find_persoonsgegevens(tekst)) == []


def test_every_place_on_a_line_is_found_from_left_to_right() -> None:
    gevonden = list(find_persoonsgegevens("x: 0475 12 34 56 of a@b.be  # of 111222333"))

    assert [bevinding.kolom for bevinding in gevonden] == [4, 21, 34]


@for_each(
    [
        ("Jan Peeters, directeur", "Jan Peeters"),
        ("directeur (An-Sofie Van den Berghe)", "An-Sofie Van den Berghe"),
        ("mevrouw Peeters", "mevrouw Peeters"),
        ("Élise de Wit", "Élise de Wit"),
        ("directeur van Basisschool De Oever", ""),
        ("Netwerkcoördinator, Stad Voorbeeldstad", ""),
        ("Directeur Onderwijs", ""),
        ("Zorgcoördinator Kaaiwijk", ""),
        ("coördinator bij De Sleutel Gent", ""),
        ("", ""),
    ]
)
def test_a_name_where_a_function_is_asked_is_seen(tekst: str, naam: str) -> None:
    assert find_persoonsnaam(tekst, ["De Sleutel Gent", ""]) == naam
