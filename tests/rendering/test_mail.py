"""The letter to one partner: friendly, dated, and with nothing in it that is not for that partner."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from samenwerk.domain.afspraken import Actie, Afspraak, Knoop
from samenwerk.domain.opvolging import find_opvolgpunten
from samenwerk.domain.partners import Belang, Draagvlak, Mandaat, Partner
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.rendering.mail import render_mail
from samenwerk.rendering.text.plain import as_line

DAG = date(2026, 9, 1)
STAD = Partner(
    naam="Stad",
    soort="kern",
    ambities=("Rust.",),
    belangen=(Belang(wat="Rust."),),
    mandaat=Mandaat(namens="het college", geldig_tot=date(2026, 9, 30)),
    draagvlak=Draagvlak(oordeel=4),
)
SCHOOL = Partner(naam="School", soort="kern", inzet="Onze zolder.", mandaat=Mandaat(geldig_tot=date(2026, 1, 1)))


def letter(partner: str, naam: str = "De Brug", begeleider: str = "coördinator, stad", wat: str = "Een feest.") -> str:
    samenwerking = Samenwerking(
        naam=naam,
        begeleider=begeleider,
        toestand="actief",
        fase="delen",
        partners={"stad": STAD, "school": SCHOOL, "club": Partner(naam="Club")},
        knopen={"geheim": Knoop(vraag="Wie betaalt?")},
        acties={"feest": Actie(wat=wat, trekker="stad", tegen=date(2026, 8, 1)), "wacht": Actie(wat="Wachten")},
        afspraken={"geld": Afspraak(tekst="De stad betaalt.", partijen=("stad",), herzien_op=date(2026, 9, 15))},
    )
    punten = [punt for punt in find_opvolgpunten(samenwerking, DAG) if partner in punt.wie]
    return render_mail(samenwerking, partner, punten, DAG)


def test_a_letter_can_be_sent_as_it_is() -> None:
    assert (
        letter("stad")
        == """\
Voor: Stad
Onderwerp: De Brug, 1 september 2026

Beste collega’s,

We houden voor De Brug in het oog wat we samen afspraken. Zo staat het er op 1 september 2026 voor.

Dit was gepland:
- “Een feest” was gepland voor 1 augustus 2026. Hoe ver is het, en wat hebt u nog nodig?

Dit komt eraan:
- Op 15 september 2026 bekijken we deze afspraak opnieuw: “De stad betaalt”. Past die nog bij uw organisatie?
- Het mandaat van uw vertegenwoordiger loopt tot en met 30 september 2026. Kunt u het laten verlengen? \
Tot wanneer geldt het dan?

Dit horen we graag van u:
- Wat kan uw organisatie inbrengen: tijd, mensen, ruimte, geld of kennis?

Laat het ons gerust weten als iets niet lukt of niet klopt. Dan zoeken we samen een oplossing.

Met vriendelijke groeten
coördinator, stad
De Brug
"""
    )


def test_a_partner_with_nothing_open_gets_a_friendly_sentence() -> None:
    assert (
        letter("club", begeleider="")
        == """\
Voor: Club
Onderwerp: De Brug, 1 september 2026

Beste collega’s,

Voor De Brug hoeft u op dit moment niets te doen. Bedankt voor uw inzet!

Met vriendelijke groeten
De Brug
"""
    )


def test_a_letter_holds_nothing_of_another_partner_and_nothing_of_the_tool() -> None:
    text = letter("stad")
    for word in ("School", "zolder", "Wie betaalt", "Wachten", "samenwerk ", "yaml", "partners.", "geheim", "herzien_op"):
        assert word not in text


NAMEN = st.text().filter(as_line)


@given(NAMEN, NAMEN, st.text())
def test_hostile_texts_add_no_line_to_a_letter(naam: str, begeleider: str, wat: str) -> None:
    text = letter("stad", naam, begeleider, wat)

    assert text.splitlines() == text.removesuffix("\n").split("\n")
    assert len(text.splitlines()) == len(letter("stad").splitlines())
    assert "\x1b" not in text
