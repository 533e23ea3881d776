"""`python -m samenwerk`."""

from samenwerk.cli.main import run

run()
