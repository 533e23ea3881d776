"""What must hold across the fields of a dossier: references, the verloop, and advice to a careful facilitator."""

from collections.abc import Iterator
from difflib import get_close_matches

from samenwerk.domain.datums import show_datum
from samenwerk.domain.documenten import DOCUMENT_IDS, PROJECTFICHE, find_uitgaven
from samenwerk.domain.fasen import SPRONG, TERUG, fase_of, step_soort
from samenwerk.domain.record import DEEL, RECORDS, REEKS, VERWIJZING, VERWIJZINGEN, WOORDEN, Record, Veld
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.voorwaarden import VOORWAARDE_IDS
from samenwerk.errors import ADVIES, Bevinding, Pad


def suggest(woord: str, keuzes: list[str] | tuple[str, ...]) -> str:
    """`Bedoelde u …?` when one of the choices looks like the word, else which choices there are."""
    lijkt_op = get_close_matches(woord.casefold(), keuzes, n=1, cutoff=0.6)
    if lijkt_op:
        return f"Bedoelde u “{lijkt_op[0]}”?"
    return f"Kies uit: {', '.join(keuzes)}." if keuzes else ""


def known_sleutels(samenwerking: Samenwerking, veld: Veld) -> list[str]:
    """The keys a field may refer to, each once."""
    return list(dict.fromkeys(sleutel for naam in veld.verwijst for sleutel in getattr(samenwerking, naam)))


def check_samenwerking(samenwerking: Samenwerking) -> list[Bevinding]:
    """All findings that need more than one field; the reader has checked each field by itself."""
    return [
        *_check_verwijzingen(samenwerking, samenwerking, ()),
        *_check_verloop(samenwerking),
        *_check_documenten(samenwerking),
    ]


def _check_verwijzingen(samenwerking: Samenwerking, record: Record, pad: Pad) -> Iterator[Bevinding]:
    for naam, waarde in record.__dict__.items():
        veld = record.velden[naam]
        hier = (*pad, naam)
        if veld.soort == VERWIJZING and waarde:
            yield from _check_sleutel(samenwerking, veld, waarde, hier)
        elif veld.soort == VERWIJZINGEN:
            for plaats, sleutel in enumerate(waarde):
                yield from _check_sleutel(samenwerking, veld, sleutel, (*hier, plaats))
        elif veld.verwijst and veld.soort in (WOORDEN, RECORDS):
            for sleutel in waarde:
                yield from _check_sleutel(samenwerking, veld, sleutel, (*hier, sleutel))
        if veld.soort == DEEL:
            yield from _check_verwijzingen(samenwerking, waarde, hier)
        elif veld.soort == RECORDS:
            for sleutel, kind in waarde.items():
                yield from _check_verwijzingen(samenwerking, kind, (*hier, sleutel))
        elif veld.soort == REEKS:
            for plaats, kind in enumerate(waarde):
                yield from _check_verwijzingen(samenwerking, kind, (*hier, plaats))


def _check_sleutel(samenwerking: Samenwerking, veld: Veld, sleutel: str, pad: Pad) -> Iterator[Bevinding]:
    bekend = known_sleutels(samenwerking, veld)
    if sleutel not in bekend:
        waar = " of ".join(", ".join(veld.verwijst).rsplit(", ", 1))
        melding = f"“{sleutel}” staat niet bij de {waar}."
        yield Bevinding("verwijzing", melding, suggest(sleutel, bekend) or f"Voeg “{sleutel}” toe bij {waar}.", pad)


def _check_verloop(samenwerking: Samenwerking) -> Iterator[Bevinding]:
    """`fase` is where the last step went; steps are in the order of time and each is one the table of overgangen has."""
    verloop = samenwerking.verloop
    if not verloop:
        melding = "Het verloop is leeg; de eerste stap ontbreekt."
        yield Bevinding(
            "verloop_leeg", melding, f"Zet er één stap in: - {{datum: JJJJ-MM-DD, naar: {samenwerking.fase}}}", ("verloop",)
        )
        return
    if verloop[-1].naar != samenwerking.fase:
        melding = f"De fase is “{samenwerking.fase}”, maar de laatste stap van het verloop ging naar “{verloop[-1].naar}”."
        yield Bevinding("fase_en_verloop", melding, "Maak die twee gelijk; meestal klopt het verloop.", ("fase",))
    for plaats in range(1, len(verloop)):
        vorige, stap = verloop[plaats - 1], verloop[plaats]
        soort = step_soort(vorige.naar, stap.naar)
        if vorige.datum and stap.datum and stap.datum < vorige.datum:
            melding = f"Deze stap ({show_datum(stap.datum)}) is vroeger dan de stap ervoor ({show_datum(vorige.datum)})."
            yield Bevinding("verloop_volgorde", melding, "Zet de stappen van oud naar nieuw.", ("verloop", plaats, "datum"))
        if soort == SPRONG or stap.naar == vorige.naar:
            wat = "blijft in dezelfde fase" if stap.naar == vorige.naar else "slaat een fase over"
            melding = f"De stap van {fase_of(vorige.naar).naam} naar {fase_of(stap.naar).naam} {wat}."
            yield Bevinding(
                "verloop_stap",
                melding,
                "Vooruit gaat het één fase tegelijk; terug mag naar elke vroegere fase.",
                ("verloop", plaats, "naar"),
            )
        if soort == TERUG and not stap.reden:
            melding = f"De groep ging op {show_datum(stap.datum) if stap.datum else 'deze dag'} terug; er staat niet waarom."
            oplossing = f'samenwerk zet verloop.{plaats + 1}.reden "…"'
            yield Bevinding("terug_zonder_reden", melding, oplossing, ("verloop", plaats), ADVIES)
    for plaats, stap in enumerate(verloop):
        for nummer, voorwaarde in enumerate(stap.ondanks):
            if voorwaarde not in VOORWAARDE_IDS:
                melding = f"“{voorwaarde}” is geen voorwaarde."
                yield Bevinding(
                    "voorwaarde_onbekend",
                    melding,
                    suggest(voorwaarde, VOORWAARDE_IDS),
                    ("verloop", plaats, "ondanks", nummer),
                    ADVIES,
                )


def _check_documenten(samenwerking: Samenwerking) -> Iterator[Bevinding]:
    for naam in samenwerking.documenten:
        if not find_uitgaven(samenwerking, naam) or naam == PROJECTFICHE:
            namen = [
                *(document_id for document_id in DOCUMENT_IDS if document_id != PROJECTFICHE),
                *(f"{PROJECTFICHE}-{sleutel}" for sleutel in samenwerking.projecten),
            ]
            yield Bevinding(
                "document_onbekend",
                f"“{naam}” is geen document van dit dossier.",
                suggest(naam, namen),
                ("documenten", naam),
                ADVIES,
            )
