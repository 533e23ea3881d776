"""From the annotations of a function to the command it is."""

from typing import Any, get_args

from samenwerk.cli.words.declare import Command, Parameter


def command(function: Any, help: str = "") -> Command:
    """A function as a command: each parameter is `Annotated` with an `Option` or `Argument`; what has no default is required.

    Its docstring is the help, unless that is given.
    """
    names = function.__code__.co_varnames[: function.__code__.co_argcount]
    required = names[: len(names) - len(function.__defaults__ or ())]
    parameters = [read_parameter(name, function.__annotations__[name], required=name in required) for name in names]
    return Command(function, help or function.__doc__ or "", parameters)


def read_parameter(name: str, annotation: Any, *, required: bool = False) -> Parameter:
    """A parameter by its name and annotation."""
    kind, declared = get_args(annotation)
    return Parameter(name, declared, kind if kind in (bool, str) else list, required=required)
