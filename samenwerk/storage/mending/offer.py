"""What is wrong in a file, with all at once that mending finds, and for what can be mended the command that does it."""

from collections.abc import Sequence

from samenwerk.domain.record import Record
from samenwerk.errors import FOUT, Bevinding, DossierError
from samenwerk.storage.foreign_text import find_coding
from samenwerk.storage.mending.mend import mend_text
from samenwerk.storage.mending.remedy import CODING_CODE, offer
from samenwerk.storage.mending.slips import find_slips
from samenwerk.storage.yaml_tree import Tree, parse_tree


def explain_coding(content: bytes) -> list[Bevinding]:
    """The finding for a file that is no UTF-8; none when it is."""
    coding = find_coding(content)
    if coding is None:
        return []
    if coding.is_wide:
        melding = "Dit bestand is als UTF-16 bewaard."
    else:
        regels = f"op {len(coding.regels)} regels" if len(coding.regels) > 1 else "op deze regel"
        melding = f"Dit bestand is niet als UTF-8 bewaard: {regels} zijn letters met een accent niet te lezen."
    oplossing = "Bewaar het opnieuw met codering UTF-8."
    bevinding = Bevinding(CODING_CODE, melding, oplossing, regel=coding.regels[0] if coding.regels else 1, kolom=1)
    return [offer(bevinding) if coding.text else bevinding]


def explain_unreadable(text: str, bevindingen: Sequence[Bevinding], soort: type[Record]) -> list[Bevinding]:
    """The findings for a text that is no YAML: where the parser stopped, and also what it would stumble over after that."""
    mended = mend_text(text, soort)
    errors = [bevinding for bevinding in mended.bevindingen if bevinding.ernst == FOUT]
    if not errors:
        return list(bevindingen)
    regels = {bevinding.regel for bevinding in errors}
    rest = [bevinding for bevinding in (*_explain(mended.text), *mended.verdict.fouten) if bevinding.regel not in regels]
    return _sort([*map(offer, errors), *rest])


def explain_unusable(text: str, bevindingen: Sequence[Bevinding], soort: type[Record]) -> list[Bevinding]:
    """The errors in a text that is YAML, where it can be mended with the command that does that."""
    mended = mend_text(text, soort)
    instead = {bevinding.regel: offer(bevinding) for bevinding in mended.bevindingen if bevinding.ernst == FOUT}
    regels = {bevinding.regel for bevinding in mended.bevindingen}
    blijft = {(bevinding.code, bevinding.regel) for bevinding in mended.verdict.fouten}
    told = [
        offer(bevinding) if bevinding.regel in regels and (bevinding.code, bevinding.regel) not in blijft else bevinding
        for bevinding in bevindingen
        if bevinding.regel not in instead
    ]
    return _sort([*told, *instead.values()])


def explain_slips(tree: Tree, soort: type[Record]) -> list[Bevinding]:
    """Advice for a file that can be used: what YAML reads otherwise than it was meant."""
    slips = [slip.bevinding for slip in find_slips(tree, soort)]
    certain = mend_text(tree.text, soort).bevindingen if slips else ()
    return [offer(bevinding) if bevinding in certain else bevinding for bevinding in slips]


def _explain(text: str) -> Sequence[Bevinding]:
    try:
        parse_tree(text)
    except DossierError as error:
        return error.bevindingen
    return ()


def _sort(bevindingen: Sequence[Bevinding]) -> list[Bevinding]:
    return sorted(bevindingen, key=lambda bevinding: (bevinding.regel, bevinding.kolom))
