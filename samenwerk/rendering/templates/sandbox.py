"""What a template may reach, call and add up: a white list of each, while a meter counts what it does.

A template is not a program: whatever it holds, it ends soon, in a document or in a sentence (promise 7).
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from functools import cache, wraps
from types import BuiltinMethodType, FunctionType
from typing import Any

from jinja2 import StrictUndefined, Template, Undefined, pass_eval_context
from jinja2.environment import TemplateModule
from jinja2.nodes import EvalContext
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from samenwerk.domain.record import Record
from samenwerk.rendering.templates.meter import LOOK_UP, Meter, Refused
from samenwerk.rendering.templates.tolls import JOIN, ROUNDS, TOLL, WEIGH, TollGenerator
from samenwerk.rendering.text.markdown import escape_value

_OF_DATUM = ("day", "month", "year")
_OF_MAPPING = ("items", "values", "keys", "get")
_OF_LOOP = ("index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem")
_TESTS = ("defined", "undefined", "none", "equalto", "eq", "==", "ne", "!=", "in")

_MAY_BE_CALLED = (Macro, BlockReference, FunctionType, Undefined)
"""Macros, blocks, and plain functions: those are what `build_context` gives. A name that does not exist says so itself."""

_NUMBERS = (int, float, Undefined)
_PRINTABLE = (str, int, float, date, type(None), Undefined)


def names_of(value: object) -> Collection[str]:
    """What may stand behind a dot after this value."""
    if isinstance(value, Record):
        return value.velden
    if isinstance(value, Mapping):
        return _OF_MAPPING
    if isinstance(value, date):
        return _OF_DATUM
    if isinstance(value, LoopContext):
        return _OF_LOOP
    if isinstance(value, TemplateModule):
        return [naam for naam in vars(value) if not naam.startswith("_")]
    kind: Any = type(value)
    return _fields_of(kind)


@cache
def _fields_of(kind: type) -> Collection[str]:
    """The fields and properties of a NamedTuple; other values have none that a template may see."""
    properties = [naam for naam, value in vars(kind).items() if isinstance(value, property) and not naam.startswith("_")]
    return (*getattr(kind, "_fields", ()), *properties)


class MissingName(StrictUndefined):
    """A name that does not exist; the second line of its message lists those that may stand there, where they are known."""

    @property
    def _undefined_message(self) -> str:
        owner = self._undefined_obj
        known = owner if isinstance(owner, Mapping) else names_of(owner)
        return f"“{self._undefined_name}” bestaat niet\n{', '.join(map(str, known))}"


class Sandbox(SandboxedEnvironment):
    """An environment in which a template reaches, calls and adds up only what is listed; `meter` counts its steps."""

    code_generator_class = TollGenerator
    intercepted_binops = frozenset({"+", "-"})

    def __init__(self, **options: Any) -> None:
        super().__init__(
            undefined=MissingName,
            # Every {{ … }} passes _print; autoescape keeps what macros and blocks return marked as done.
            finalize=self._print,
            autoescape=True,
            # Jinja would work out fixed sums and texts while it compiles, where nothing is counted.
            optimized=False,
            **options,
        )
        self.meter = meter = Meter()
        self.globals.clear()
        self.filters = {TOLL: meter.charge, ROUNDS: meter.count_rounds, WEIGH: meter.weigh_whole, JOIN: self.join_texts}
        self.tests = {naam: self.tests[naam] for naam in _TESTS}

    def add_filters(self, filters: Mapping[str, Callable[..., Any]]) -> None:
        """Let these stand behind a |; what they are given is weighed first."""
        self.filters |= {naam: self._weigh_first(do) for naam, do in filters.items()}

    def _weigh_first(self, do: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(do)
        def weighed(*args: Any, **kwargs: Any) -> Any:
            for arg in args:
                self.meter.weigh(arg)
            return do(*args, **kwargs)

        return weighed

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What stands behind a dot: a listed name, or a key of a mapping."""
        return getattr(obj, attribute) if attribute in names_of(obj) else self._look_up(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """What stands between brackets: a key or a number, or else a listed name."""
        found = self._look_up(obj, argument)
        return getattr(obj, argument) if isinstance(found, MissingName) and argument in names_of(obj) else found

    def _look_up(self, obj: Any, key: Any) -> Any:
        if isinstance(key, slice):
            _check_key(*(end for end in (key.start, key.stop, key.step) if end is not None))
            self.meter.weigh(obj)
        else:
            _check_key(key)
        try:
            return obj[key]
        except (TypeError, LookupError):
            return self.undefined(obj=obj, name=key)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call a macro, a block, a function of ours, or one of the four of a mapping: no other built-in can be reached."""
        if isinstance(obj, BuiltinMethodType):
            _check_key(*args[:1])
        elif not isinstance(obj, _MAY_BE_CALLED):
            raise TypeError("not callable")
        return context.call(obj, *args, **kwargs)

    def call_binop(self, _: Context, operator: str, left: Any, right: Any) -> Any:
        """Add and subtract numbers: a text or a list that is added to itself soon fills the memory."""
        if not (isinstance(left, _NUMBERS) and isinstance(right, _NUMBERS)):
            raise TypeError("no numbers")
        return left + right if operator == "+" else left - right

    def get_template(self, name: Any, *args: Any, **kwargs: Any) -> Template:
        """A template by its name; looking it up is counted."""
        _check_key(name)
        self.meter.charge(LOOK_UP)
        return super().get_template(name, *args, **kwargs)

    def select_template(self, names: Any, *args: Any, **kwargs: Any) -> Template:
        """The first of these templates that is there; looking them up is counted."""
        _check_key(*names)
        self.meter.charge(LOOK_UP * len(names))
        return super().select_template(names, *args, **kwargs)

    def join_texts(self, parts: Iterable[object], separator: str = "") -> str:
        """Texts as one, escaped as soon as one of them is."""
        texts = [self._as_text(part) for part in parts]
        if any(isinstance(text, Markup) for text in texts):
            return escape_value(separator).join(map(escape_value, texts))
        return separator.join(texts)

    @pass_eval_context  # without it Jinja prints fixed texts by itself, and then as HTML
    def _print(self, _: EvalContext, value: object) -> Markup:
        """What `{{ … }}` prints."""
        return escape_value(self._as_text(value))

    def _as_text(self, value: object) -> str:
        """A value as text, weighed. A list as text is of no use to anyone; a macro would print its place in memory."""
        if not isinstance(value, _PRINTABLE):
            raise Refused(
                "dit is geen tekst, getal of datum, en dus niet te tonen",
                "Loop over een lijst met {% for … %}, of zet achter een deel van het dossier een punt en de naam van een veld.",
            )
        return self.meter.weigh(value if isinstance(value, str) else "" if value is None else str(value))


def _check_key(*keys: object) -> None:
    """Let only texts and numbers be looked up: finding a list within lists can be a world of work."""
    if not all(isinstance(key, str | int | Undefined) for key in keys):
        raise TypeError("no key")
