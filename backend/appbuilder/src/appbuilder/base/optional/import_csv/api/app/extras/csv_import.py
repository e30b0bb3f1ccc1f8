"""Entries from a CSV file: each line is checked as if it had been typed into the form."""

import csv
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ValidationError

from app.core import store
from app.core.database import writing
from app.core.models import Input
# if accounts
from app.core.permissions import permit
# end if
from app.core.problems import FieldProblems, Refused, message_of
from app.core.tables import Table
from app.core.who import Who
from app.extras.body import FILE_BODY, file_up_to
from app.extras.csv_fields import CsvField
from app.extras.spreadsheets import without_apostrophe

File = Annotated[bytes, Depends(file_up_to(5_000_000))]
SHOWN = 100


class LineProblem(BaseModel):
    line: int
    message: str


class Imported(BaseModel):
    """How many entries were added, and what is wrong with the lines that were not (the first hundred)."""

    added: int
    problems: list[LineProblem]


class LineWrong(Exception):
    """The text says what is wrong with the line."""


def import_routes(table: Table, entry: type[Input], fields: Collection[CsvField]) -> APIRouter:
    """The address beside the list; ``entry`` is what adding one needs."""
    router = APIRouter(prefix="/import")

    @router.post("", openapi_extra=FILE_BODY)
    def import_entries(file: File, person: Who, all_or_nothing: bool = False) -> Imported:
        # if accounts
        permit(person, table, "create")
        # end if
        with writing(person) as db:
            return Import(db, table, entry, fields).run(file, all_or_nothing=all_or_nothing)

    return router


@dataclass
class Import:
    """One file on its way into the table."""

    db: sqlite3.Connection
    table: Table
    entry: type[Input]
    fields: Collection[CsvField]

    def run(self, file: bytes, *, all_or_nothing: bool) -> Imported:
        added = 0
        problems: list[LineProblem] = []
        self.db.execute("SAVEPOINT file")
        try:
            for number, cells in self._lines(file):
                try:
                    self._add(cells)
                    added += 1
                except LineWrong as wrong:
                    problems.append(LineProblem(line=number, message=str(wrong)))
        except LineWrong as wrong:
            problems.append(LineProblem(line=1, message=str(wrong)))
        except csv.Error:
            problems.append(LineProblem(line=1, message="This is not a CSV file."))
        if problems and all_or_nothing:
            self.db.execute("ROLLBACK TO file")
            added = 0
        return Imported(added=added, problems=problems[:SHOWN])

    def _lines(self, file: bytes) -> Iterator[tuple[int, dict[str, str]]]:
        """Number and cells of each line below the header, which names the fields."""
        try:
            text = file.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise LineWrong("This is not a text file in UTF-8. Save it as “CSV UTF-8” and try again.") from error
        header, _, _ = text.partition("\n")
        sign = max(",;\t", key=header.count)
        lines = csv.reader(StringIO(text, newline=""), delimiter=sign)
        names = self._names(next(lines, []))
        for cells in lines:
            if any(each.strip() for each in cells):
                yield lines.line_num, dict(zip(names, cells, strict=False))

    def _names(self, header: list[str]) -> list[str]:
        # Where the label of one is the name of another, the name counts.
        known = {field.label.casefold(): field.name for field in self.fields}
        known |= {name: field.name for field in self.fields for name in (field.name.removesuffix("_id"), field.name)}
        unknown = [title for title in header if title.strip().casefold() not in known]
        if unknown or not header:
            names = ", ".join(field.label for field in self.fields)
            title = unknown[0] if unknown else ""
            raise LineWrong(f"The first line must name the fields; there is none called “{title}”. They are: {names}.")
        return [known[title.strip().casefold()] for title in header]

    def _add(self, cells: dict[str, str]) -> None:
        """Adds the entry of one line, or leaves nothing of it."""
        labels = {field.name: field.label for field in self.fields}
        values = {field.name: self._value(field, cells[field.name]) for field in self.fields if field.name in cells}
        try:
            # An empty cell says nothing: what the form begins with is what the entry gets.
            entry = self.entry.model_validate({name: value for name, value in values.items() if value != ""})
        except ValidationError as error:
            wrong = {str(each["loc"][0]): message_of(each) for each in error.errors()}
            raise LineWrong(_sentences(wrong, labels)) from error
        self.db.execute("SAVEPOINT line")
        try:
            store.insert(self.db, self.table, entry.model_dump())
        except (FieldProblems, Refused) as error:
            self.db.execute("ROLLBACK TO line")
            raise LineWrong(_message(error, labels)) from error
        finally:
            self.db.execute("RELEASE line")

    def _value(self, field: CsvField, text: str) -> Any:
        text = without_apostrophe(text.strip())
        if field.link and text and not text.isdigit():
            return self._linked(field, text)
        if field.name == "tags":
            return text.split(",") if text else ""
        if text in field.options:
            return text
        by_label = {label.casefold(): value for value, label in field.options.items()}
        return by_label.get(text.casefold(), text)

    def _linked(self, field: CsvField, title: str) -> int:
        """The number of the entry with the title."""
        column = self.table.column(field.name)
        link = column.link if column else None
        if link is None:
            raise LineWrong(f"{field.label}: Enter a number.")
        same = f'SELECT id FROM "{link.table}" AS t WHERE fold(t."{link.title}") = fold(?)'
        # if accounts
        same += f" AND {link.readable('t')}"
        # end if
        rows = self.db.execute(f"{same} LIMIT 2", (title,)).fetchall()
        if len(rows) != 1:
            what = "There is none called" if not rows else "There are several called"
            raise LineWrong(f"{field.label}: {what} “{title}”. Use its number.")
        return int(rows[0][0])


def _message(error: FieldProblems | Refused, labels: dict[str, str]) -> str:
    if isinstance(error, FieldProblems):
        return _sentences(error.fields, labels)
    return str(error)


def _sentences(problems: Mapping[str, str], labels: Mapping[str, str]) -> str:
    """What is wrong with each field, by its label."""
    return " ".join(f"{labels.get(name, name)}: {text}" for name, text in problems.items())
