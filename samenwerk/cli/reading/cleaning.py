"""The words as they come in: readable as text, without what other programs left in a pasted one, and filled in."""

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def clean_words(words: "Sequence[str]") -> list[str]:
    """The words without what other programs left in a pasted text; a path that is there keeps the name it has.

    Raises `WrongUsageError` for bytes that the system could not read as text: no dossier could hold them; and for the dots
    that stand for a text in an answer, when they were pasted along with it.
    """
    text = "".join(words)
    if text.isascii() and text.isprintable():
        return list(words)
    from samenwerk.domain.tekens import clean_tekst
    from samenwerk.errors import IETS, WrongUsageError

    try:
        text.encode()
    except UnicodeEncodeError:
        melding, oplossing = "Eén teken in het commando is onleesbaar.", "Typ de tekst opnieuw."
        from samenwerk.storage.foreign_text import is_utf8

        if is_utf8(os.fsencode(text)):
            melding = "Dit venster is ingesteld op een taal zonder letters met een accent."
            oplossing = "Typ eerst: export LC_ALL=C.UTF-8"
        raise WrongUsageError(melding, oplossing) from None
    if IETS in words:
        melding = f"De puntjes “{IETS}” staan op de plaats van uw eigen woorden."
        raise WrongUsageError(melding, "Zet die woorden in de plaats, en geef het commando opnieuw.")
    return [word if os.path.lexists(word) else clean_tekst(word) for word in words]
