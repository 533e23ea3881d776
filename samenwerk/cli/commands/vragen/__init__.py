"""`samenwerk vragen`: the guided interview."""

from samenwerk.cli.commands.vragen.command import vragen as vragen
