"""The measure for start-up: the same commands and options in argparse, and a file read with PyYAML's C loader; nothing more."""

import argparse

import yaml

DATED = ("--reden", "--door", "--datum")
COMMANDS = {
    "init": ("--naam", "--initiatiefnemer", "--idee", "--begeleider", "--fase", "--datum"),
    "status": ("--datum",),
    "fase": ("--ondanks", "--aanwezig", *DATED),
    "terug": ("--aanwezig", *DATED),
    "zet": (),
    "render": ("--naar",),
    "controleer": ("--datum",),
    "afsluiten": ("--als", *DATED),
    "heropen": DATED,
    "aanvullen": (),
}
FLAGS = {"render": ("--alles", "--controle", "--overschrijf"), "aanvullen": ("--toon",)}

parser = argparse.ArgumentParser(prog="bare", description="Begeleid een samenwerking tussen organisaties.")
parser.add_argument("--version", action="version", version="0")
commands = parser.add_subparsers(dest="command", required=True)
for name, options in COMMANDS.items():
    command = commands.add_parser(name, help=f"Doe {name}.")
    command.add_argument("bestand", help="Het dossier.")
    command.add_argument("-C", "--map", metavar="MAP", help="Werk met het dossier in of boven deze map.")
    command.add_argument("-n", "--proef", action="store_true", help="Toon wat er zou veranderen; schrijf niets.")
    command.add_argument("--json", action="store_true", help="Geef het antwoord als JSON.")
    command.add_argument("--ja", action="store_true", help="Stel geen vragen.")
    for option in options:
        command.add_argument(option, metavar="TEKST", help="Een tekst.")
    for option in FLAGS.get(name, ()):
        command.add_argument(option, action="store_true", help="Een keuze.")
chosen = parser.parse_args()
with open(chosen.bestand, encoding="utf-8") as file:  # noqa: PTH123 - bare on purpose: pathlib costs a start-up too
    dossier = yaml.load(file, Loader=yaml.CSafeLoader)
print(dossier["naam"], dossier["fase"])
