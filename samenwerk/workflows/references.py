"""What a person points at with words: a fase, a document, records of the dossier."""

from datetime import date

from samenwerk.domain.documenten import DOCUMENT_IDS, document_of
from samenwerk.domain.fasen import FASE_IDS, Fase, fase_of, find_fase
from samenwerk.domain.keuzes import find_keuzes, fold, read_keuze, split_namen, suggest_keuze
from samenwerk.domain.record import Veld, title_of
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.taal import SYNONIEMEN
from samenwerk.domain.uitgaven import all_uitgaven, titel_of
from samenwerk.domain.verzamelingen import Verzameling
from samenwerk.domain.zinnen import som_op
from samenwerk.errors import RefusedError, Remedy, WrongUsageError


def read_fase(woord: str) -> Fase:
    """The fase a person names by id, number, name or the beginning of its id.

    Raises `WrongUsageError` for a word that is none, or may be more than one.
    """
    return find_fase(woord) or fase_of(read_keuze(woord, {id_: id_ for id_ in FASE_IDS}, eerste=None, geen="is geen fase"))


def choose_fase(samenwerking: Samenwerking, dag: date, woord: str) -> str:
    """The id of the fase to which something of this day belongs: the one a person names, else the one of that day.

    Raises `WrongUsageError` for a word that is no fase, `RefusedError` for one where the group never was.
    """
    if not woord:
        return samenwerking.fase_op(dag)
    fase = read_fase(woord)
    if not samenwerking.ronde(fase.id):
        melding = f"De groep was nog niet in de fase {fase.naam}; daar hoort nog niets bij."
        raise RefusedError(melding, ("In welke fasen ze wel was, toont: ", Remedy("fase lijst")))
    return fase.id


def name_documents(samenwerking: Samenwerking) -> dict[str, str]:
    """Every document of a dossier, each with its title; `projectfiche` for all of them together."""
    kinds = {id_: document_of(id_).in_taal(samenwerking.taal).titel for id_ in DOCUMENT_IDS}
    return {**kinds, **{uitgave.naam: titel_of(samenwerking, uitgave) for uitgave in all_uitgaven(samenwerking)}}


def read_document(samenwerking: Samenwerking, woord: str) -> str:
    """The document a person names, also by a word that practice uses for it (`startnotitie`).

    Raises `WrongUsageError` for a word that is none, or may be more than one.
    """
    return read_keuze(SYNONIEMEN.get(fold(woord), woord), name_documents(samenwerking), eerste=None, geen="is geen document")


def name_records(samenwerking: Samenwerking, verzamelingen: tuple[str, ...]) -> dict[str, str]:
    """The records of these collections: each key with the words people know it by."""
    return {
        sleutel: title_of(record) or sleutel
        for verzameling in verzamelingen
        for sleutel, record in getattr(samenwerking, verzameling).items()
    }


def read_sleutel(samenwerking: Samenwerking, verzamelingen: tuple[str, ...], woord: str) -> str:
    """The key of the record that a person names by key, by name or by a part that no other has.

    Raises `WrongUsageError` with what was probably meant, or with all that fit.
    """
    if any(woord in getattr(samenwerking, naam) for naam in verzamelingen):
        return woord  # Nearly every time; a table may say it thousands of times.
    (sleutel,) = _read_all(samenwerking, verzamelingen, [woord])
    return sleutel


def read_sleutels(samenwerking: Samenwerking, verzamelingen: tuple[str, ...], tekst: str) -> tuple[str, ...]:
    """The keys of the records that a person names, with commas between them. Raises as `read_sleutel` does, for all at once."""
    return _read_all(samenwerking, verzamelingen, list(split_namen(tekst, name_records(samenwerking, verzamelingen))))


def _read_all(samenwerking: Samenwerking, verzamelingen: tuple[str, ...], woorden: list[str]) -> tuple[str, ...]:
    keuzes = name_records(samenwerking, verzamelingen)
    _check_known(verzamelingen, keuzes, [woord for woord in woorden if not find_keuzes(woord, keuzes)])
    return tuple(dict.fromkeys(read_keuze(woord, keuzes, eerste=None) for woord in woorden))


def check_sleutels(samenwerking: Samenwerking, veld: Veld, sleutels: tuple[str, ...]) -> None:
    """Raise `WrongUsageError` that names every key which the field may not refer to."""
    keuzes = name_records(samenwerking, veld.verwijst)
    _check_known(veld.verwijst, keuzes, [sleutel for sleutel in sleutels if sleutel not in keuzes])


def _check_known(verzamelingen: tuple[str, ...], keuzes: dict[str, str], onbekend: list[str]) -> None:
    if onbekend:
        welke, waar = som_op([f"“{woord}”" for woord in onbekend]), som_op(verzamelingen, "of")
        melding = f"{welke} {'staat' if len(onbekend) == 1 else 'staan'} niet bij de {waar}."
        oplossing = " ".join(dict.fromkeys(suggest_keuze(woord, keuzes) for woord in onbekend))
        raise WrongUsageError(melding, oplossing.strip() or f"Voeg eerst iets toe bij {waar}.")


def read_record(samenwerking: Samenwerking, verzameling: Verzameling, woord: str) -> str:
    """The key of the record that a person means, where `woord` is all it is told by; that word itself where nothing fits."""
    keuzes = name_records(samenwerking, (verzameling.veld,))
    return read_keuze(woord, keuzes, eerste=None) if find_keuzes(woord, keuzes) else woord
