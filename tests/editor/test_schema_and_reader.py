"""What the schema accepts, `controleer` accepts, and the other way round: for any dossier, as far as a schema can tell."""

import io
import json
from typing import Any

import pytest
from cases import for_each
from check_jsonschema.parsers.yaml import construct_yaml_implementation, impl2loader
from dossier_data import HOSTILE, Put, dossiers, walk_fields, write_block, write_json
from effort import tries
from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from samenwerk.domain.record import SLEUTEL, Veld
from samenwerk.domain.schema import make_schema
from samenwerk.domain.verwijzingen import list_verwijzingen
from samenwerk.domain.voorbeelden import show_voorbeeld
from samenwerk.storage.reader import read_samenwerking
from samenwerk.storage.yaml_tree import parse_tree

VALIDATOR = Draft202012Validator(make_schema(), format_checker=FormatChecker())
READ_AS_EDITOR = impl2loader(construct_yaml_implementation(pure=True))
ONE_FIELD = {"veld_onbekend", "veld_anders", "veld_ontbreekt", "vorm", "keuze", "datum", "getal", "ritme", "sleutel"}
"""The findings about one field. What goes over more than one (a reference to nothing, the verloop) no schema can tell."""

FIELDS = {naam: (veld, put) for naam, veld, put in walk_fields()}

KOP = "formaat: 1\nnaam: De Brug\nfase: opstart\ntoestand: actief\nverloop: [{datum: 2026-01-10, naar: opstart}]\n"


def schema_accepts(text: str) -> bool:
    return VALIDATOR.is_valid(READ_AS_EDITOR(io.BytesIO(text.encode())))


def schema_accepts_json(text: str) -> bool:
    """The same for a dossier written as JSON, of which every value is what it is in YAML; this reader is 50 times as fast."""
    return VALIDATOR.is_valid(json.loads(text))


def controleer_accepts(text: str) -> bool:
    """Whether `controleer` has nothing against any one field; a reference must at least look like a key."""
    samenwerking, bevindingen = read_samenwerking(parse_tree(text))
    references = [verwijzing.sleutel for verwijzing in list_verwijzingen(samenwerking)]
    return not any(bevinding.code in ONE_FIELD for bevinding in bevindingen) and all(map(SLEUTEL.fullmatch, references))


@for_each(FIELDS.values())
def test_the_schema_and_controleer_judge_any_value_of_a_field_alike(veld: Veld, put: Put) -> None:
    texts = [write_json(put(value)) for value in (show_voorbeeld(veld), *HOSTILE)]

    accepted = {text: controleer_accepts(text) for text in texts}

    assert [text for text in texts if schema_accepts_json(text) is not accepted[text]] == []
    assert set(accepted.values()) == {True, False}, "some values are good and some are not"


@settings(max_examples=tries(80), deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@example({"naam": "x", "fase": "  "}, write_json)
@given(dossiers(), st.sampled_from([write_json, write_block]))
def test_the_schema_and_controleer_accept_the_same_dossiers(dossier: dict[str, Any], write: Any) -> None:
    text = write(dossier)

    accepted = controleer_accepts(text)

    event("accepted" if accepted else "refused")
    assert schema_accepts(text) is accepted, [error.message for error in VALIDATOR.iter_errors(dossier)]


@pytest.mark.parametrize(
    ("body", "by_schema", "by_controleer"),
    [
        ("partners: {stad: {draagvlak: {oordeel: 3.0}}}\n", True, False),
        ("partners: {stad: {draagvlak: {oordeel: 0x3}}}\n", True, False),
        ("evaluaties:\n  - besluit: |\n      doorgaan\n", False, True),
        ("gesprekken: [{met: [niemand]}]\n", True, True),
    ],
    ids=["a whole number with a point", "a number written otherwise", "a line end behind a choice", "a reference to nothing"],
)
def test_where_they_differ_is_known(body: str, by_schema: bool, by_controleer: bool) -> None:
    assert schema_accepts(KOP)
    assert controleer_accepts(KOP)

    assert (schema_accepts(KOP + body), controleer_accepts(KOP + body)) == (by_schema, by_controleer)
