"""libyaml's parser from PyYAML, without the nine tenths of PyYAML that reading events does not need.

`import yaml` compiles its pure Python reader, resolver and constructors: a third of what `status` may cost, for nothing we
use. So the extension is loaded with only the modules it takes its classes from, and stand-ins for the others. All of
them are taken away again, so that `import yaml` elsewhere in the process still gets the whole package. Where PyYAML is
made otherwise than we know, the whole package is imported (docs/besluiten/0008-libyaml.md).
"""

import importlib
import sys
from importlib.util import find_spec
from types import ModuleType
from typing import Any

_NEEDED = ("error", "tokens", "events", "nodes")
_STANDS_IN = ("reader", "scanner", "parser", "composer", "constructor", "emitter", "serializer", "representer")


def load_libyaml() -> ModuleType:
    """PyYAML's extension module, with `CParser`. Raises `MissingPartError` when it is not there, or cannot be loaded."""
    if "yaml" not in sys.modules:
        try:
            return _load_alone()
        except Exception:
            for name in [name for name in sys.modules if name == "yaml" or name.startswith("yaml.")]:
                del sys.modules[name]
    try:
        return importlib.import_module("yaml._yaml")
    except ImportError as error:
        from samenwerk.storage.installation import describe_broken_part

        raise describe_broken_part("het lezen van een dossier", "yaml", error) from None


def _load_alone() -> ModuleType:
    spec = find_spec("yaml")
    if spec is None or spec.submodule_search_locations is None:
        raise ImportError("yaml")
    package = ModuleType("yaml")
    package.__path__ = list(spec.submodule_search_locations)
    stand_ins: dict[str, ModuleType] = {"yaml": package}
    sys.modules["yaml"] = package
    try:
        for part in _NEEDED:
            package.__dict__.update(vars(importlib.import_module(f"yaml.{part}")))
        for part in _STANDS_IN:
            module = ModuleType(f"yaml.{part}")
            name = f"{part.capitalize()}Error"
            members = {"__init__": _keep_place} if part == "reader" else {}
            setattr(module, name, type(name, (vars(package)["MarkedYAMLError"],), members))
            stand_ins[module.__name__] = sys.modules[module.__name__] = module
            setattr(package, part, module)
        return importlib.import_module("yaml._yaml")
    finally:
        for name in stand_ins:
            sys.modules.pop(name, None)


def _keep_place(self: Any, _name: Any, position: int, _character: Any, _encoding: str, reason: str) -> None:
    """Make a ReaderError of what libyaml says of a character it cannot read: where it is, and why."""
    self.position = position
    self.reason = reason
