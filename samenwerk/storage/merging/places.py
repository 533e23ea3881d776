"""What may stand at a place of the file, so that a merge knows what people may change there apart from each other."""

from typing import NamedTuple

from samenwerk.domain.record import DEEL, ENKELVOUDIG, RECORDS, REEKS, WOORDEN, Record, Veld

FREE, UNKNOWN, RECORD, FIELD, ITEM = "free", "unknown", "record", "field", "item"
"""Of any YAML; in a dossier, but in no field that is known; a record; a field; an item of a list of texts."""


class Place(NamedTuple):
    """What a place is: its kind, with the class of the record or the description of the field."""

    kind: str
    record: type[Record] | None = None
    veld: Veld | None = None

    def within(self, key: str) -> "Place":
        """The place of a key in this one."""
        if self.kind == FREE:
            return self
        if self.record is not None:
            veld = self.record.velden.get(key)
            if veld is None:
                return Place(UNKNOWN)
            return Place(RECORD, veld.record) if veld.soort == DEEL else Place(FIELD, None, veld)
        if self.veld is not None and self.veld.soort == RECORDS:
            return Place(RECORD, self.veld.record)
        if self.veld is not None and self.veld.soort == WOORDEN:
            return Place(ITEM)
        return Place(UNKNOWN)

    @property
    def is_collection(self) -> bool:
        """Whether things stand here that each are one by itself, so that it is as well without any of them."""
        return self.veld is not None and self.veld.soort not in ENKELVOUDIG

    @property
    def item(self) -> "Place":
        """The place of an item of the list that stands here."""
        if self.veld is not None and self.veld.soort == REEKS:
            return Place(RECORD, self.veld.record)
        return self if self.kind == FREE else Place(ITEM)
