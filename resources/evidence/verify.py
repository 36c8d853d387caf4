#!/usr/bin/env python3
"""Checks an evidence pack with Python's standard library only: python3 verify.py [FOLDER]

1. every file is there with the hash in manifest.json, and none besides;
2. the ledger's seals fit, and every received file stands in it with its hash;
3. every total is the sum of the single values, and both calculators agree with it;
4. the workbook's list sheets (明细_) add up to the same totals.
Prints one line a fault; the last line says how it went. Exit code 0 when nothing was found.
"""
import csv
import hashlib
import json
import os
import re
import sys
import zipfile
from decimal import Decimal, InvalidOperation, getcontext
from xml.etree import ElementTree

getcontext().prec = 60
ROOT = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__)))
faults = []


def fault(text):
    faults.append(text)
    print("✗ " + text)


def place(name):
    return os.path.join(ROOT, *name.split("/"))


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def read(name):
    with open(place(name), "rb") as file:
        return file.read()


def rows(name):
    text = read(name).decode("utf-8")
    return list(csv.DictReader(text.splitlines(keepends=True)))


def number(text):
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def check_files(manifest):
    there = set()
    for folder, _, names in os.walk(ROOT):
        for name in names:
            there.add(os.path.relpath(os.path.join(folder, name), ROOT).replace(os.sep, "/"))
    for name, wanted in manifest["files"].items():
        if name not in there:
            fault("文件缺失 missing: " + name)
        elif sha256(read(name)) != wanted:
            fault("文件被改动 altered: " + name)
    for name in sorted(there - set(manifest["files"]) - {"manifest.json"}):
        fault("多出的文件 not in the manifest: " + name)


def check_ledger(manifest):
    # Lines of earlier versions do not say which bytes they speak of.
    before, received, count, told = "", set(), 0, True
    for line in read("ledger.jsonl").decode("utf-8").splitlines():
        entry = json.loads(line)
        count += 1
        if sha256((before + "\n" + entry["body"]).encode("utf-8")) != entry["seal"]:
            fault("操作记录封签不符 seal of entry %d" % count)
        before = entry["seal"]
        body = json.loads(entry["body"])
        told = told and "of" in body
        received.update(one["sha256"] for one in body.get("of", []) if one.get("what") == "bytes")
    if count != manifest["ledger"]["lines"] or before != manifest["ledger"]["seal"]:
        fault("操作记录末尾与清单不符 end of the ledger")
    for row in rows("received.csv"):
        # What holds personal data is there masked, or was removed: its hash stands in the ledger only.
        if row["instead"] == "" and sha256(read(row["file"])) != row["sha256"]:
            fault("收到的文件与登记不符 received file: " + row["path"])
        elif told and row["sha256"] not in received:
            fault("操作记录中没有收到此文件 not in the ledger: " + row["path"])
    return count


def sums_of_values(items):
    sums = {}
    for row in rows("values.csv"):
        value = number(row["adopted"]) if row["item"] in items else None
        if value is not None:
            sums[row["item"]] = sums.get(row["item"], Decimal(0)) + value
    return sums


def check_totals(totals):
    sums = sums_of_values({row["item"] for row in totals})
    for row in totals:
        wanted = sums.get(row["item"])
        for who in ("program", "recount"):
            said = number(row[who])
            if (wanted or Decimal(0)) != (said or Decimal(0)):
                fault("合计不符 total %s: %s %s, %s" % (row["item"], who, row[who], wanted))
    return sums


NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def sheets_of(book):
    links = {
        one.get("Id"): one.get("Target")
        for one in ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))
    }
    for sheet in ElementTree.fromstring(book.read("xl/workbook.xml")).iter("{%s}sheet" % NS["m"]):
        target = links[sheet.get(LINK)]
        yield sheet.get("name"), target.lstrip("/") if target.startswith("/") else "xl/" + target


def texts_of(book):
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
    return ["".join(t.text or "" for t in one.iter("{%s}t" % NS["m"])) for one in shared.findall("m:si", NS)]


def cells_of(book, target, texts):
    for row in ElementTree.fromstring(book.read(target)).iter("{%s}row" % NS["m"]):
        cells = {}
        for cell in row.findall("m:c", NS):
            column = re.sub(r"\d", "", cell.get("r"))
            value = cell.find("m:v", NS)
            if cell.get("t") == "inlineStr":
                cells[column] = ("text", "".join(t.text or "" for t in cell.iter("{%s}t" % NS["m"])))
            elif value is not None and value.text is not None:
                text = cell.get("t") in ("s", "str")
                cells[column] = (
                    ("text", texts[int(value.text)] if cell.get("t") == "s" else value.text)
                    if text
                    else ("number", value.text)
                )
        yield cells


def check_workbook(totals, sums):
    wanted = {row["item"] for row in totals}
    compared = 0
    with zipfile.ZipFile(place("汇总表.xlsx")) as book:
        texts = texts_of(book)
        for name, target in sheets_of(book):
            if not name.startswith("明细_"):
                continue
            form, codes, found = name[3:], {}, {}
            for cells in cells_of(book, target, texts):
                if not codes:
                    codes = {
                        column: form + text
                        for column, (_, text) in cells.items()
                        if re.fullmatch(r"\[[^\[\]]+,[^\[\]]+\]", text)
                    }
                    continue
                for column, item in codes.items():
                    kind, text = cells.get(column, ("", ""))
                    if kind == "number":
                        found[item] = found.get(item, Decimal(0)) + Decimal(text)
            for item in set(codes.values()) & wanted:
                compared += 1
                if abs(found.get(item, Decimal(0)) - sums.get(item, Decimal(0))) > Decimal("1e-9"):
                    fault("汇总表与数据不符 workbook %s: %s, %s" % (item, found.get(item), sums.get(item)))
    if wanted and compared == 0:
        fault("汇总表中没有可比的明细 nothing to compare in the workbook")
    return compared


def main():
    manifest = json.loads(read("manifest.json").decode("utf-8"))
    check_files(manifest)
    lines = check_ledger(manifest)
    totals = rows("totals.csv")
    sums = check_totals(totals)
    compared = check_workbook(totals, sums)
    said = "%d 个文件，%d 条记录，%d 个合计，%d 个与汇总表相比" % (
        len(manifest["files"]), lines, len(totals), compared)
    print(("✓ 全部相符 all as it says: " if not faults else "共 %d 处不符: " % len(faults)) + said)


try:
    main()
except (OSError, ValueError, KeyError, zipfile.BadZipFile, ElementTree.ParseError) as error:
    fault("无法核对 cannot be checked: %s %s" % (type(error).__name__, error))
sys.exit(1 if faults else 0)
