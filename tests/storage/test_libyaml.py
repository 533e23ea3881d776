"""The parser is loaded without the rest of PyYAML, and with it where that cannot be."""

import subprocess
import sys

READ = "from samenwerk.storage.yaml_tree import parse_tree, to_plain; print(to_plain(parse_tree('a: [x, nee]').root))"


def run_python(code: str) -> list[str]:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.splitlines()


def test_reading_loads_the_extension_and_not_the_rest_of_pyyaml() -> None:
    loaded = "import sys; print(sorted(name for name in sys.modules if name.startswith('yaml')))"
    assert run_python(f"{READ}; {loaded}") == [
        "{'a': ['x', 'nee']}",
        "['yaml._yaml', 'yaml.error', 'yaml.events', 'yaml.nodes', 'yaml.tokens']",
    ]


def test_a_pyyaml_that_is_built_otherwise_is_imported_whole() -> None:
    broken = "import samenwerk.storage.libyaml as libyaml; libyaml._NEEDED = ('error', 'nergens')"
    assert run_python(f"{broken}; {READ}; import sys; print('yaml.constructor' in sys.modules)") == [
        "{'a': ['x', 'nee']}",
        "True",
    ]


def test_pyyaml_imported_later_in_the_same_process_works_and_its_errors_are_caught() -> None:
    later = """
import yaml
print(yaml.load("a: [1, 2]", Loader=yaml.CSafeLoader))
try:
    yaml.load("a: b: c", Loader=yaml.CSafeLoader)
except yaml.YAMLError:
    print("gevangen")
"""
    assert run_python(f"{READ}\n{later}") == ["{'a': ['x', 'nee']}", "{'a': [1, 2]}", "gevangen"]
