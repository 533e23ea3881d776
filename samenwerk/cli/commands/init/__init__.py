"""`samenwerk init`: the command, and what it asks."""

from samenwerk.cli.commands.init.command import init as init
