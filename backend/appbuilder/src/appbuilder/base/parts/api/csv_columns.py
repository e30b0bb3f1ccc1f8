"""The fields of <<plural_words>> in CSV files."""

from app.extras.csv_fields import CsvField

<<tuples>>
