"""Writes the workbook described on standard input with openpyxl and with XlsxWriter.

    python3 make.py FOLDER < workbook.json

Prints a line "program<TAB>file" for each file written, and "program<TAB>" for a library that is
not installed. The description: {"sheets": [{"name", "hidden", "cells": [{"row", "column", "kind",
"value", "formula", "format"}], "merges": [[top, left, bottom, right]], "hiddenRows": [],
"hiddenColumns": []}]}, counted from 0.
"""

import datetime
import json
import os
import sys


def plain(cell):
    kind, value = cell["kind"], cell["value"]
    if kind == "number":
        return float(value) if any(mark in value for mark in ".eE") else int(value)
    if kind == "boolean":
        return value == "TRUE"
    if kind == "date":
        return datetime.datetime.fromisoformat(value)
    return value


def by_openpyxl(book, path, template=False):
    import openpyxl

    made = openpyxl.Workbook()
    made.remove(made.active)
    made.template = template
    for sheet in book["sheets"]:
        page = made.create_sheet(sheet["name"])
        if sheet["hidden"]:
            page.sheet_state = "hidden"
        for cell in sheet["cells"]:
            target = page.cell(cell["row"] + 1, cell["column"] + 1)
            target.value = "=" + cell["formula"] if cell.get("formula") else plain(cell)
            if cell["kind"] == "text" and not cell.get("formula"):
                target.data_type = "s"
            if cell.get("format"):
                target.number_format = cell["format"]
        for top, left, bottom, right in sheet["merges"]:
            page.merge_cells(None, top + 1, left + 1, bottom + 1, right + 1)
        for row in sheet["hiddenRows"]:
            page.row_dimensions[row + 1].hidden = True
        for column in sheet["hiddenColumns"]:
            page.column_dimensions[openpyxl.utils.get_column_letter(column + 1)].hidden = True
    made.save(path)


def by_xlsxwriter(book, path, inline=False):
    import xlsxwriter

    made = xlsxwriter.Workbook(path, {"constant_memory": inline})
    formats = {}
    for sheet in book["sheets"]:
        page = made.add_worksheet(sheet["name"])
        if sheet["hidden"]:
            page.hide()
        for row in sheet["hiddenRows"]:
            page.set_row(row, None, None, {"hidden": True})
        for column in sheet["hiddenColumns"]:
            page.set_column(column, column, None, None, {"hidden": True})
        for cell in sorted(sheet["cells"], key=lambda c: (c["row"], c["column"])):
            code = cell.get("format")
            if code and code not in formats:
                formats[code] = made.add_format({"num_format": code})
            look, value = formats.get(code), plain(cell)
            row, column = cell["row"], cell["column"]
            if cell.get("formula"):
                page.write_formula(row, column, "=" + cell["formula"], look, value)
            elif cell["kind"] == "text":
                page.write_string(row, column, value, look)
            elif cell["kind"] == "boolean":
                page.write_boolean(row, column, value, look)
            elif cell["kind"] == "date":
                page.write_datetime(row, column, value, look)
            else:
                page.write_number(row, column, value, look)
        for top, left, bottom, right in [] if inline else sheet["merges"]:
            first = [c for c in sheet["cells"] if (c["row"], c["column"]) == (top, left)]
            page.merge_range(top, left, bottom, right, first[0]["value"] if first else "")
    made.close()


def main():
    folder = sys.argv[1]
    book = json.load(sys.stdin)
    jobs = [
        ("openpyxl", "openpyxl.xlsx", by_openpyxl, False),
        ("openpyxl (template)", "openpyxl.xltx", by_openpyxl, True),
        ("XlsxWriter", "xlsxwriter.xlsx", by_xlsxwriter, False),
        ("XlsxWriter (inline texts)", "xlsxwriter-inline.xlsx", by_xlsxwriter, True),
    ]
    for program, name, write, option in jobs:
        path = os.path.join(folder, name)
        try:
            write(book, path, option)
        except ImportError:
            path = ""
        print(f"{program}\t{path}")


main()
