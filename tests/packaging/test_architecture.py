"""What ARCHITECTURE.md says of the tree is so: each room it names is there, and each mark stands in its table."""

import ast
import re
from pathlib import Path

from cases import for_each

import samenwerk

PACKAGE = Path(samenwerk.__file__).parent
ROOT = PACKAGE.parent

PATH = re.compile(r"(?<![\w/…-])(\.?(?:[a-z_-]+/)+(?:[a-z_0-9-]+(?:\.[a-z0-9]+)+)?)")


def exists(path: str) -> bool:
    """Whether there is such a file or folder, seen from the root, the package, or the forms."""
    return any((place / path).exists() for place in (ROOT, PACKAGE, PACKAGE / "rendering" / "forms"))


def test_every_file_and_folder_that_is_named_is_there() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = {
        path for path in PATH.findall(text) if not path.startswith(("sjablonen/", "documenten/", "ingebouwd/", "vastgesteld/"))
    }

    assert len(named) > 50
    assert [path for path in sorted(named) if not exists(path)] == []


def test_every_module_that_makes_a_mark_stands_in_the_table_of_marks() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    table = set(re.findall(r"^\| [^|]+ \| `([a-z_/]+\.py)` \|", text.partition("## What marks what\n")[2], re.MULTILINE))
    making = set()
    for path in PACKAGE.rglob("*.py"):
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if {getattr(node, "id", None) or getattr(node, "attr", None) for node in nodes} & {"sha256", "crc32", "blake2b", "md5"}:
            making.add(path.relative_to(PACKAGE).as_posix())

    assert making == table


@for_each((each,) for each in range(1, len(list((ROOT / "docs" / "besluiten").glob("0*.md"))) + 1))
def test_every_decision_has_its_number_and_its_row(number: int) -> None:
    (path,) = (ROOT / "docs" / "besluiten").glob(f"{number:04}-*.md")
    rows = (ROOT / "docs" / "besluiten" / "README.md").read_text(encoding="utf-8")

    assert path.read_text(encoding="utf-8").startswith(f"# {number:04}. ")
    assert f"| [{number:04}]({path.name}) | " in rows
