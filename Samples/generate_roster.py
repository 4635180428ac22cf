#!/usr/bin/env python3
"""usage: generate_roster.py COUNT [--seed NUMBER] [--bad] > roster.csv

A roster of made-up clients; the same count and seed give the same roster. With --bad, one row in five is wrong, each kind
of mistake in turn, and its id begins with "bad".
"""
import argparse
import csv
import pathlib
import random
import sys

FIELDS = (
    "id,name,advisor,report_date,state,pay_amount,pay_basis,hours_per_week,in_field,rung,years_of_experience,"
    "credentials,setting,target_setting,specialization,target_specialization,open_to_remote,education,"
    "certification_budget,horizon_years,notes").split(",")
# Made up.
GIVEN, FAMILY = ["Ana", "Bao", "Chidi", "Dana", "Eve", "Noor", "Zoë"], ["Example", "Muster", "Ejemplo", "d'Exemple", "Прим"]
DATASET = pathlib.Path(__file__).parent / "datasets/medical-coding"


def ids(table, column="id"):
    with open(DATASET / f"{table}.csv", newline="", encoding="utf-8") as file:
        return [row[column] for row in csv.DictReader(file) if row[column]]


class Clients:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.states = ids("areas", "code")
        self.rungs, self.settings = ids("rungs"), ids("settings")
        self.specializations, self.credentials = ids("specializations"), ids("credentials")

    def maybe(self, make):
        return "" if self.random.random() < 0.25 else make()

    def client(self, number):
        pick = self.random
        is_hourly = pick.random() < 0.5
        pay = f"{pick.uniform(15, 60):.2f}" if is_hourly else f"${pick.randint(30, 110)},{pick.randint(0, 999):03d}"
        has_pay = pick.random() < 0.9
        row = {
            "id": f"client-{number:07d}", "name": f"{pick.choice(GIVEN)} {pick.choice(FAMILY)}", "advisor": self.maybe(lambda: "Sam Sample"),
            "report_date": self.maybe(lambda: pick.choice(["2026-11-23", "11/23/2026"])),
            "state": self.maybe(lambda: pick.choice(self.states)), "pay_amount": pay if has_pay else "",
            "pay_basis": ("hourly" if is_hourly else "annual") if has_pay else "", "hours_per_week": self.maybe(lambda: pick.choice([20, 36, 40])),
            "in_field": self.maybe(lambda: pick.choice(["yes", "no"])), "rung": self.maybe(lambda: pick.choice(self.rungs)),
            "years_of_experience": self.maybe(lambda: pick.randint(0, 20)),
            "credentials": self.maybe(lambda: ";".join(pick.sample(self.credentials, pick.randint(0, 3))) or "none"),
            "setting": self.maybe(lambda: pick.choice(self.settings)), "target_setting": self.maybe(lambda: pick.choice(self.settings)),
            "specialization": self.maybe(lambda: pick.choice(self.specializations)),
            "target_specialization": self.maybe(lambda: pick.choice(self.specializations)),
            "open_to_remote": self.maybe(lambda: pick.choice(["yes", "no"])), "education": self.maybe(lambda: pick.choice(["certificate", "bachelor"])),
            "certification_budget": self.maybe(lambda: pick.choice(["500", "$1,000", "2000.00"])), "horizon_years": self.maybe(lambda: pick.randint(1, 20)),
            "notes": self.maybe(lambda: pick.choice(["Likes \"hard\" cases", "Two lines:\nthe second", "naïve café, 数"])),
        }
        return [row[field] for field in FIELDS]


def spoiled(kind, row, number):
    """A row with one mistake, and its line as bytes."""
    place = {field: index for index, field in enumerate(FIELDS)}
    row[0] = f"bad-{number:07d}"
    changes = {
        "state": ("state", "ZZ"), "number": ("pay_amount", "46k"), "european": ("pay_amount", "46.000,00"), "date": ("report_date", "31/02/2026"),
        "serial": ("report_date", "46349"), "flag": ("in_field", "perhaps"), "range": ("years_of_experience", "900"),
        "credential": ("credentials", "CPX"), "rung": ("rung", "boss"), "id": ("id", "a/b"), "no id": ("id", ""),
        "reserved": ("id", "con"), "collision": ("id", "CLIENT-0000000"), "control": ("name", "bell\x07"),
    }
    if kind in changes:
        field, value = changes[kind]
        row[place[field]] = value
        if field == "pay_amount":
            row[place["pay_basis"]] = "annual"
    line = ",".join(text(cell) for cell in row)
    if kind == "cells":
        line += ",more,cells"
    if kind == "quote":
        # Without the notes, whose second line would be one more bad row.
        line = line.replace("\n", " ")
        line = line.replace(",", ",un\"quoted", 1)
    if kind == "open quote":
        line = line.replace("\n", " ").replace('"', "").replace(",", ",\"", 1)
    raw = line.encode("utf-8")
    return raw.replace(b"bad-", b"bad-\xff", 1) if kind == "bytes" else raw


KINDS = [
    "state", "number", "european", "date", "serial", "flag", "range", "credential", "rung", "id", "no id", "reserved", "collision",
    "control", "cells", "quote", "open quote", "bytes",
]


def text(cell):
    cell = str(cell)
    return '"' + cell.replace('"', '""') + '"' if any(sign in cell for sign in ",\"\n") else cell


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=29_2072)
    parser.add_argument("--bad", action="store_true")
    arguments = parser.parse_args()
    clients, out = Clients(arguments.seed), sys.stdout.buffer
    out.write((",".join(FIELDS) + "\r\n").encode())
    for number in range(arguments.count):
        row = clients.client(number)
        if arguments.bad and number % 5 == 3:
            kind = KINDS[number // 5 % len(KINDS)]
            out.write(spoiled(kind, row, number) + b"\r\n")
        else:
            out.write((",".join(text(cell) for cell in row) + "\r\n").encode("utf-8"))


main()
