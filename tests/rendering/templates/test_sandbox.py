"""A template that attacks: each attack ends soon, in a sentence that names template and line (promise 7)."""

from pathlib import Path

import pytest
from reading import DE_BRUG

from samenwerk.cli.remedies import say
from samenwerk.domain.stand import Stand
from samenwerk.domain.uitgaven import find_uitgaven
from samenwerk.errors import TemplateError
from samenwerk.rendering.templates import meter
from samenwerk.rendering.templates.documents import render_uitgave
from samenwerk.storage.read_once import ReadOnce
from samenwerk.storage.templates import Templates

TOO_MUCH = "dit sjabloon doet te veel, of eindigt nooit."
NOT_ALLOWED = "dit mag of kan een sjabloon niet."
TOO_DEEP = "dit haalt zichzelf binnen, of zit te diep in elkaar."
NO_TEXT = "dit is geen tekst, getal of datum, en dus niet te tonen."


@pytest.fixture(autouse=True)
def few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A limit that is sooner over than the real one, and counted as that is; any document here asks less."""
    monkeypatch.setattr(meter, "MAX_STEPS", 50_000)


def refuse(bron: str) -> tuple[str, str]:
    """What is said of an own template for the startnota, and what it may do instead."""
    (uitgave,) = find_uitgaven(DE_BRUG, "startnota")
    with pytest.raises(TemplateError) as caught:
        render_uitgave(Stand(DE_BRUG, uitgave, alle_velden=True), {"startnota.md.j2": bron}.get)
    return caught.value.melding.removeprefix("Het sjabloon "), say(caught.value.oplossing)


def nest(times: int, before: str, inside: str, after: str) -> str:
    return before * times + inside + after * times


BIG = "[" + "1," * 1000 + "]"
LONG = "'" + "a" * 1000 + "'"
DOUBLE_LISTS = "\n{% set a = [1, 2] %}" + "{% set a = [a, a] %}" * 40
DOUBLE_TUPLES = DOUBLE_LISTS.replace("[", "(").replace("]", ")")
MACROS = "".join(f"{{% macro m{n}() %}}{{{{ m{n - 1}() }}}}{{{{ m{n - 1}() }}}}{{% endmacro %}}" for n in range(1, 40))

ENDLESS: dict[str, tuple[str, str]] = {
    "loops in loops": ("\n{% set r = " + BIG + " %}" + nest(9, "{% for x in r %}", "{{ x }}", "{% endfor %}"), TOO_MUCH),
    "empty loops": ("\n{% set r = " + BIG + " %}" + nest(9, "{% for x in r %}", "", "{% endfor %}"), TOO_MUCH),
    "loops that leave everything out": (
        "\n{% set r = " + BIG + " %}" + nest(9, "{% for x in r if false %}{% endfor %}{% for x in r %}", "", "{% endfor %}"),
        TOO_MUCH,
    ),
    "one loop with a long body": (
        "\n{% set r = " + BIG + " %}{% for x in r %}" + "{% if x %}{% endif %}" * 2000 + "{% endfor %}",
        TOO_MUCH,
    ),
    "loops over the views of a mapping": (
        "\n{% set r = {"
        + ",".join(f"{n}: {n}" for n in range(1000))
        + "} %}"
        + nest(9, "{% for x in r.items() %}", "", "{% endfor %}"),
        TOO_MUCH,
    ),
    "a loop that calls itself": ("\n{% for x in [1, 2] recursive %}{{ loop([1, 2]) }}{% endfor %}", NOT_ALLOWED),
    "macros that call two others": (
        "\n{% macro m0() %}{% endmacro %}" + MACROS + "{{ m39() }}",
        TOO_MUCH,
    ),
    "a macro that calls itself": ("\n{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", TOO_DEEP),
    "a block that prints itself twice": ("\n{% block a %}{{ self.a() }}{{ self.a() }}{% endblock %}", TOO_DEEP),
    "doubling a text": ("\n{% set a = 'aa' %}" + "{% set a = a ~ a %}" * 40, TOO_MUCH),
    "doubling a captured text": (
        "\n{% set a = 'aa' %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40,
        TOO_MUCH,
    ),
    "doubling by joining": ("\n{% set a = 'aa' %}" + "{% set a = [a, a] | join %}" * 40, TOO_MUCH),
    "fixed text in loops": (
        "\n{% set r = " + BIG + " %}" + nest(2, "{% for x in r %}", "tekst" * 500, "{% endfor %}"),
        TOO_MUCH,
    ),
    "looking up templates": (
        "\n{% set r = "
        + BIG
        + " %}"
        + nest(2, "{% for x in r %}", "{% include 'geen.md.j2' ignore missing %}", "{% endfor %}"),
        TOO_MUCH,
    ),
    "looking up a list of templates": (
        "\n{% for x in " + BIG + " %}{% include [" + "'geen.md.j2'," * 1000 + "] ignore missing %}{% endfor %}",
        TOO_MUCH,
    ),
    "comparing lists that double": (DOUBLE_LISTS + DOUBLE_LISTS.replace("a", "b").strip() + "{{ a == b }}", TOO_MUCH),
    "a test on lists that double": (DOUBLE_LISTS + "{{ a is equalto [a] }}", TOO_MUCH),
    "looking for lists that double": (DOUBLE_LISTS + "{{ 1 in a or a in a }}", TOO_MUCH),
    "choosing by lists that double": (
        DOUBLE_LISTS + "{{ kernpartners.values() | selectattr('naam', 'in', a) }}",
        TOO_MUCH,
    ),
    "sorting lists that double": (DOUBLE_LISTS + "{% set b = [a, [a]] | sort %}", TOO_MUCH),
    "a key of tuples that double": (DOUBLE_TUPLES + "{{ kernpartners.get(a) }}", NOT_ALLOWED),
    "an item of tuples that double": (DOUBLE_TUPLES + "{{ kernpartners[a] }}", NOT_ALLOWED),
    "a template of tuples that double": (DOUBLE_TUPLES + "{% include [a] %}", NOT_ALLOWED),
    "a mapping of tuples that double": (DOUBLE_TUPLES + "{% set b = {a: 1} %}", NOT_ALLOWED),
    "printing lists that double": (DOUBLE_LISTS + "{{ a }}", NO_TEXT),
    "joining lists that double": (DOUBLE_LISTS + "{{ 'a' ~ a }}", NO_TEXT),
    "calling lists that double": (DOUBLE_LISTS + "{{ a() }}", NOT_ALLOWED),
    "comparing long texts": (
        "\n{% set r = "
        + BIG
        + " %}{% set a = "
        + LONG
        + " %}"
        + "{% set a = a ~ a %}" * 9
        + "{% set b = a ~ 'b' %}"
        + nest(2, "{% for x in r %}", "{% if b in a or a == b %}{% endif %}", "{% endfor %}"),
        TOO_MUCH,
    ),
    "filters on long texts": (
        "\n{% set r = "
        + BIG
        + " %}{% set a = "
        + LONG
        + " %}"
        + "{% set a = a ~ a %}" * 9
        + nest(2, "{% for x in r %}", "{% set b = a | upper %}", "{% endfor %}"),
        TOO_MUCH,
    ),
    "the rows of a filter": (
        "\n{% set r = " + BIG + " %}" + nest(2, "{% for x in r %}", "{% set b = r | list %}", "{% endfor %}"),
        TOO_MUCH,
    ),
}


@pytest.mark.parametrize(("bron", "melding"), ENDLESS.values(), ids=ENDLESS)
def test_what_would_never_end_or_fill_the_memory_is_stopped(bron: str, melding: str) -> None:
    gemeld, oplossing = refuse(bron)
    assert gemeld == f"startnota.md.j2, regel 2: {melding}"
    assert oplossing


def test_a_source_that_takes_long_to_read_is_not_read() -> None:
    melding, oplossing = refuse("{{ samenwerking.naam }}" * 5_000)
    assert melding.endswith("de sjablonen van dit document zijn samen langer dan 50000 tekens.")
    assert oplossing == "Maak ze korter, of zet de lange tekst in een bijlage."


@pytest.mark.parametrize(
    "bron",
    [
        "{{ samenwerking.__class__ }}",
        "{{ samenwerking['__class__'] }}",
        "{{ samenwerking.naam.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ samenwerking | attr('__class__') }}",
        "{{ kernpartners.values.__self__ }}",
        "{{ self.__init__.__globals__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ samenwerking.naam.encode() }}",
        "{{ samenwerking.naam.format(1) }}",
        "{{ '{0.__class__}'.format(samenwerking) }}",
        "{{ samenwerking.verloop.append(1) }}",
        "{{ kernpartners.clear() }}",
        "{{ cycler.__init__ }}",
        "{{ lipsum() }}",
        "{{ range(10 ** 9) }}",
        "{{ namespace() }}",
        "{{ namen.mro() }}",
        "{{ samenwerking.verloop[0].datum.today() }}",
        "{{ fase._replace }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'a' * 10 ** 9 }}",
        "{{ '%1000000000s' % 'a' }}",
        "{{ 'a' + 'b' }}",
        "{{ [1] + [2] }}",
        "{{ 'a' | center(10 ** 9) }}",
        "{{ samenwerking | pprint }}",
        "{{ samenwerking | tojson }}",
        "{{ [1, 2] | random }}",
        "{{ kernpartners | map('naam') }}",
        "{% do samenwerking %}",
        "{% debug %}",
        "{% filter upper %}x{% endfilter %}",
        "{% autoescape false %}{{ samenwerking.naam }}{% endautoescape %}",
        "{% macro m(x) %}{% endmacro %}{{ m(*[1]) }}",
        "{% macro m(x) %}{% endmacro %}{{ m(**{'x': 1}) }}",
        "{{ loop }}",
    ],
)
def test_what_reaches_for_more_than_the_dossier_is_refused_with_its_line(bron: str) -> None:
    melding, oplossing = refuse(f"# Nota\n{bron}\n")
    assert melding.startswith("startnota.md.j2, regel 2: ")
    assert " at 0x" not in melding + oplossing
    assert oplossing


@pytest.mark.parametrize("sign", ["\x1b", "\x00", "\x85", "\x9b", "\u202e", "\u2069", "\ufeff", "\ud800"])
@pytest.mark.parametrize(
    "bron",
    [
        "# Nota\n\nEen regel\nen Rust%s hier.\n",
        "# Nota\n\n\nen {{ 'Rust%s' }} hier.\n",
        "# Nota\n\n\n{% set x = ['Rust%s'] %}",
        "# Nota\n\n\n{{ {'Rust%s': naam} | length }}",
    ],
)
def test_a_sign_that_no_dossier_may_hold_comes_from_no_template_either(bron: str, sign: str) -> None:
    written_out = sign.encode("unicode_escape").decode()
    # A file holds no half of a pair; it can only be written out.
    for sign_in_text in [sign] * (sign != "\ud800") + [written_out] * ("'" in bron):
        melding, oplossing = refuse(bron.replace("%s", sign_in_text))
        assert melding.startswith("startnota.md.j2, regel 4: hier staat ")
        assert melding.endswith(f" (U+{ord(sign):04X}), na “Rust”.")
        assert sign not in melding + oplossing


def test_looking_up_a_template_is_counted_also_one_that_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    (uitgave,) = find_uitgaven(DE_BRUG, "startnota")
    stand = Stand(DE_BRUG, uitgave, alle_velden=True)
    times = [number for number in range(600) if number]
    sources = {
        "startnota.md.j2": "{% for x in %s %}{% include 'leeg.md.j2' %}{% endfor %}".replace("%s", str(times)),
        "leeg.md.j2": "",
    }
    with pytest.raises(TemplateError, match="dit sjabloon doet te veel"):
        render_uitgave(stand, sources.get)


@pytest.mark.parametrize(
    "naam",
    [
        "/etc/passwd",
        "../startnota.md.j2",
        "ingebouwd/../../samenwerking.yaml",
        "_delen/../startnota.md.j2",
        "samenwerking.yaml",
        "vertrouwelijk.yaml",
        "_delen/basis.md.j2\x00",
        "C:\\\\Windows\\\\win.ini",
        "file:///etc/passwd",
        "huisstijl.css",
    ],
)
def test_no_template_reaches_a_file_that_is_none(tmp_path: Path, naam: str) -> None:
    (tmp_path / "samenwerking.yaml").write_text("GEHEIM", encoding="utf-8")
    (uitgave,) = find_uitgaven(DE_BRUG, "startnota")
    builtin = Templates(ReadOnce(tmp_path)).find_source
    for woord in (f"{{% include '{naam}' %}}", f"{{% import '{naam}' as x %}}", f"{{% extends '{naam}' %}}"):

        def find(gevraagd: str, bron: str = f"# Nota\n{woord}") -> str | None:
            return bron if gevraagd == "startnota.md.j2" else builtin(gevraagd)

        with pytest.raises(TemplateError, match=r"^Het sjabloon startnota\.md\.j2, regel 2: ") as caught:
            render_uitgave(Stand(DE_BRUG, uitgave, alle_velden=True), find)
        assert "GEHEIM" not in caught.value.melding + say(caught.value.oplossing)


def test_a_part_that_is_not_there_and_may_be_missing_is_left_out() -> None:
    (uitgave,) = find_uitgaven(DE_BRUG, "startnota")
    bron = "# Nota\n{% include 'geen.md.j2' ignore missing %}{{ (samenwerking.verloop | list)[:1] | length }}"
    text = render_uitgave(Stand(DE_BRUG, uitgave, alle_velden=True), {"startnota.md.j2": bron}.get)
    assert text.startswith("# Nota\n1\n")
