"""Text in files that spreadsheets open."""

# Spreadsheets take cells that begin so for formulas, which could do harm where the file is opened.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """With an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def without_apostrophe(text: str) -> str:
    """The text as it was before ``harmless``."""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_SIGNS) else text
