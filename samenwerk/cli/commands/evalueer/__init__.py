"""`samenwerk evalueer`: the command, and the questions it asks."""

from samenwerk.cli.commands.evalueer.command import evalueer as evalueer
