"""The JSON Schema says of every field what the table of fields says: nothing is left out, and nothing is told twice."""

from collections.abc import Iterator
from typing import Any

from cases import for_each
from jsonschema import Draft202012Validator, FormatChecker

from samenwerk.domain.record import KEUZE, REEKS, Record, Veld
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.schema import make_schema

SCHEMA = make_schema()


def walk_fields(record: type[Record]) -> Iterator[tuple[str, Veld, dict[str, Any]]]:
    """Every field of a record and of those inside it, with what the schema says of it."""
    described = SCHEMA if record is Samenwerking else SCHEMA["$defs"][record.__name__]
    assert list(described["properties"]) == list(record.velden)
    for naam, veld in record.velden.items():
        yield f"{record.__name__}.{naam}", veld, described["properties"][naam]
        if veld.record:
            yield from walk_fields(veld.record)


FIELDS = {naam: (veld, described) for naam, veld, described in walk_fields(Samenwerking)}
EVERY_FIELD = for_each(FIELDS.values())


def examples_of(veld: Veld, described: dict[str, Any]) -> list[Any]:
    """The examples of a field; those of a list of records stand with its items."""
    if veld.soort == REEKS:
        return [list(form["items"]["examples"]) for form in described["oneOf"] if "items" in form]
    return list(described["examples"])


def test_it_is_a_schema_of_draft_2020_12() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMA)
    assert len(FIELDS) > 130


@EVERY_FIELD
def test_every_field_has_its_title_its_help_and_its_choices(veld: Veld, described: dict[str, Any]) -> None:
    assert (described["title"], described["description"]) == (veld.titel, veld.uitleg)
    if veld.soort == KEUZE:
        forms = described.get("oneOf", [described])
        assert [form["enum"] for form in forms if "enum" in form] == [list(veld.keuzes)]


@EVERY_FIELD
def test_every_field_has_examples_that_it_accepts(veld: Veld, described: dict[str, Any]) -> None:
    examples = examples_of(veld, described)

    assert examples
    validator = Draft202012Validator({**described, "$defs": SCHEMA["$defs"]}, format_checker=FormatChecker())
    for example in examples:
        assert example or not veld.voorbeeld
        assert list(validator.iter_errors(example)) == []


@EVERY_FIELD
def test_an_editor_fills_in_no_choice_of_its_own_accord(veld: Veld, described: dict[str, Any]) -> None:
    # It does when there is one example.
    if veld.soort == KEUZE or (veld.minimum < veld.maximum):
        assert len(described["examples"]) == 2


def walk_schemas(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in the schema."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from walk_schemas(inner)


def test_every_mistake_is_told_in_a_sentence_of_ours() -> None:
    refusing = {"enum", "pattern", "required", "items", "additionalProperties"}
    silent = [schema for schema in walk_schemas(SCHEMA) if refusing & schema.keys() and "errorMessage" not in schema]
    assert silent == []
