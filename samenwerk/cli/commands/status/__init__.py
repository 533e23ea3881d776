"""`samenwerk status`: the command, its short page and its whole one."""

from samenwerk.cli.commands.status.command import status as status
