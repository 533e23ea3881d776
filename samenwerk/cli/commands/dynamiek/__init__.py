"""`samenwerk dynamiek`: the command, and its page."""

from samenwerk.cli.commands.dynamiek.command import dynamiek as dynamiek
