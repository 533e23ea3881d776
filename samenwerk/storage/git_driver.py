"""What git is told so that it lets samenwerk merge: which files, by which line of its shell, and how that line guards itself.

Git takes whatever such a program leaves for the merged file. So what git itself would make is put there first, with markers
where both changed something, and what samenwerk made of it comes in its place only when that is whole: a program that is gone,
stops half way or is killed never leaves one side alone. Git 2.39 fills in no names of the sides, and leaves %X as it is.
"""

from collections.abc import Sequence

from samenwerk.domain.documenten import DOCUMENT_FOLDER

DOSSIER_DRIVER, GEMAAKT_DRIVER = "samenwerk", "samenwerk-gemaakt"

BEGIN, END = "# samenwerk: begin", "# samenwerk: einde"
"""Between these lines of the file with attributes all is ours, and nothing outside them."""

_MERGE = (
    "o=%A.ons u=%A.samenwerk; cp %A $o || exit 1; "
    "git merge-file --marker-size=%L %A %O %B 2>/dev/null; m=$?; "
    "{program} %O $o %B %P --naar $u -L %L --ons %X --hun %Y{gemaakt}; c=$?; "
    "if test $c -le 1 && test -s $u; then mv -f $u %A || c=1; "
    "elif test $m -gt 127; then c=1; {whole}"
    "else c=$m; fi; rm -f $o $u; test $c -eq 0"
)
_BOTH_WHOLE = '{ echo "<<<<<<<"; cat $o; echo; echo "======="; cat %B; echo; echo ">>>>>>>"; } >%A; '


def attribute_lines() -> list[str]:
    """Which files git lets samenwerk merge; in a repository the dossier may lie in any folder."""
    here = f"**/{DOCUMENT_FOLDER}"
    made = [f"{here}/*.{ending}" for ending in ("md", "html", "docx", "odt", "pdf")]
    return [
        BEGIN,
        f"samenwerking.yaml merge={DOSSIER_DRIVER}",
        *(f"{pattern} merge={GEMAAKT_DRIVER}" for pattern in (*made, "samenwerking.schema.json")),
        f"{here}/vastgesteld/** -merge",
        END,
    ]


def driver_settings(program: Sequence[str]) -> dict[str, str]:
    """The settings of git, by their name; `program` are the words that start samenwerk."""
    return {
        f"merge.{DOSSIER_DRIVER}.name": "samenwerk: het dossier",
        f"merge.{DOSSIER_DRIVER}.driver": _write_line(program, whole=_BOTH_WHOLE),
        # What two branches came of may itself have been merged: a version with markers is no version to start from.
        f"merge.{DOSSIER_DRIVER}.recursive": "binary",
        f"merge.{GEMAAKT_DRIVER}.name": "samenwerk: de documenten",
        f"merge.{GEMAAKT_DRIVER}.driver": _write_line(program, gemaakt=" --gemaakt"),
        f"merge.{GEMAAKT_DRIVER}.recursive": "binary",
    }


def _write_line(program: Sequence[str], *, gemaakt: str = "", whole: str = "") -> str:
    words = " ".join(_quote(word) for word in (*program, "samenvoegen"))
    return _MERGE.replace("{program}", words).replace("{gemaakt}", gemaakt).replace("{whole}", whole)


def _quote(word: str) -> str:
    """A word for the shell of git, on every system that of Unix; git itself fills in what stands behind a %."""
    return "'" + word.replace("'", "'\\''").replace("%", "%%") + "'"


def with_block(attributes: str, lines: Sequence[str]) -> str:
    """The file with attributes with these lines in the place of ours; without them, as it was before."""
    before, found, rest = attributes.partition(f"{BEGIN}\n")
    after = rest.partition(f"{END}\n")[2] if found else ""
    if before and not before.endswith("\n"):
        before += "\n"
    return before + "".join(f"{line}\n" for line in lines) + after
