"""The measure for start-up: a script with two words and a file, read by PyYAML's C loader; nothing more."""

import argparse

import yaml

parser = argparse.ArgumentParser(prog="bare", description="Begeleid een samenwerking tussen organisaties.")
parser.add_argument("opdracht", help="Wat te doen.")
parser.add_argument("bestand", help="Het dossier.")
chosen = parser.parse_args()
with open(chosen.bestand, encoding="utf-8") as file:  # noqa: PTH123 - bare on purpose: pathlib costs a start-up too
    dossier = yaml.load(file, Loader=yaml.CSafeLoader)
print(dossier["naam"], dossier["fase"])
