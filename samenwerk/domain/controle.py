"""What must hold across the fields of a dossier: references, the verloop, and advice to a careful facilitator."""

from collections.abc import Iterator

from samenwerk.domain.afspraken import ONBEPAALD
from samenwerk.domain.datums import show_datum
from samenwerk.domain.documenten import DOCUMENT_IDS, PROJECTFICHE
from samenwerk.domain.fasen import FASE_IDS, SPRONG, TERUG, fase_of, step_soort
from samenwerk.domain.ids import ID_VORM
from samenwerk.domain.keuzes import list_sleutels, suggest
from samenwerk.domain.record import Record
from samenwerk.domain.reeksen import REEKSEN
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Stap
from samenwerk.domain.uitgaven import find_uitgaven
from samenwerk.domain.verwijzingen import list_verwijzingen
from samenwerk.domain.voorwaarden import VOORWAARDE_IDS
from samenwerk.domain.zinnen import som_op
from samenwerk.errors import ADVIES, IETS, Bevinding, Remedy

_SLIPS = 20


def check_samenwerking(samenwerking: Samenwerking) -> list[Bevinding]:
    """All findings that need more than one field; the reader has checked each field by itself."""
    return [
        *check_verwijzingen(samenwerking, samenwerking),
        *_check_verloop(samenwerking),
        *_check_gebeurtenissen(samenwerking),
        *_check_id(samenwerking),
        *_check_documenten(samenwerking),
        *_check_looptijd(samenwerking),
    ]


def check_verwijzingen(record: Record, samenwerking: Samenwerking) -> Iterator[Bevinding]:
    """A finding for each reference in a record to something that is not in the dossier."""
    bekend: dict[tuple[str, ...], dict[str, None]] = {}
    nergens: set[str] = set()
    for verwijzing in list_verwijzingen(record):
        if verwijzing.verzamelingen not in bekend:
            bekend[verwijzing.verzamelingen] = dict.fromkeys(list_sleutels(samenwerking, verwijzing.verzamelingen))
        if verwijzing.sleutel not in bekend[verwijzing.verzamelingen]:
            nergens.add(verwijzing.sleutel)
            waar = som_op(verwijzing.verzamelingen, "of")
            melding = f"“{verwijzing.sleutel}” staat niet bij de {waar}."
            # Who wrote so many wrong did not slip, and looking for what each resembles would take minutes.
            lijkt_op = suggest(verwijzing.sleutel, list(bekend[verwijzing.verzamelingen])) if len(nergens) <= _SLIPS else ""
            yield Bevinding("verwijzing", melding, lijkt_op or f"Voeg “{verwijzing.sleutel}” toe bij {waar}.", verwijzing.pad)


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
            oplossing = Remedy("zet", ("verloop", plaats, "reden"), IETS)
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


def _check_gebeurtenissen(samenwerking: Samenwerking) -> Iterator[Bevinding]:
    """Advice on what was noted and says nothing, and on what belongs to a fase where the group never was."""
    for reeks in REEKSEN:
        for plaats, item in enumerate(reeks.items_in(samenwerking)):
            pad = (reeks.veld, plaats)
            if reeks.inhoud and not any(getattr(item, naam) for naam in reeks.inhoud):
                melding = f"Bij {reeks.dit} staat niet wat er was."
                weg = f" …, of haal {'ze' if reeks.lidwoord == 'de' else 'het'} weg met: "
                oplossing = ("Vul het aan met: ", Remedy("wijzig", pad), weg, Remedy("weg", pad))
                yield Bevinding("niets_gezegd", melding, oplossing, pad, ADVIES)
            if not isinstance(item, Stap) and item.fase and not samenwerking.ronde(item.fase):
                melding = f"De groep was nog niet in de fase {fase_of(item.fase).naam}."
                keuzes = "|".join(fase for fase in FASE_IDS if samenwerking.ronde(fase))
                yield Bevinding("fase_nooit", melding, Remedy("wijzig", pad, met={"fase": keuzes}), (*pad, "fase"), ADVIES)


def _check_id(samenwerking: Samenwerking) -> Iterator[Bevinding]:
    if samenwerking.id and not ID_VORM.fullmatch(samenwerking.id):
        melding = "Dit id is niet door samenwerk gemaakt; wat op het dossier steunt, herkent het misschien niet meer."
        oplossing = "Zet terug wat er stond. Is er nooit een ander geweest, haal de regel dan weg: samenwerk maakt er zelf een."
        yield Bevinding("id", melding, oplossing, ("id",), ADVIES)


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


def _check_looptijd(samenwerking: Samenwerking) -> Iterator[Bevinding]:
    looptijd = samenwerking.looptijd
    if looptijd.tot and looptijd.duur == ONBEPAALD:
        melding = f"De duur is onbepaald, en toch is er een laatste dag: {show_datum(looptijd.tot)}. Die dag telt."
        yield Bevinding("duur", melding, "Haal een van beide weg.", ("looptijd", "duur"), ADVIES)
