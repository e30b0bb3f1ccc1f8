"""What must not be published is named; what the builder makes is clean."""

import time

import pytest

from appbuilder.checks import scan_code, scan_secrets
from appbuilder.compiler import compile_app

from ..examples import SPECS

PATIENCE_SECONDS = 5


@pytest.mark.parametrize("name", SPECS)
def test_what_is_generated_is_clean(name: str) -> None:
    files = {path: file.content for path, file in compile_app(SPECS[name]()).items()}
    assert scan_secrets(files) == ()
    assert scan_code(files) == ()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("web/src/pay.ts", 'const key = "sk_' + 'live_4eC39HqLyjWDarjtT1zdp7dc";'),
        ("web/src/lib/ask.ts", 'const apiKey = "q8Zr2LmXv91TtYpW";'),
        ("web/src/lib/ask.ts", "fetch(url, { headers: { key: import.meta.env.VITE_MAIL_SECRET } });"),
        ("web/public/settings.json", '{"db": "postgres://app:' + 'hunter22@db.example.com/app"}'),
        ("api/app/mail.py", 'TOKEN = "gh' + 'p_abcdefghijklmnopqrstuvwxyz0123456789"'),
        ("deploy/server.txt", "-----BEGIN RSA " + "PRIVATE KEY-----"),
        (".env", "ANYTHING=1"),
        ("data/app.sqlite3", "SQLite format 3"),
    ],
)
def test_a_secret_is_found_where_it_is(path: str, text: str) -> None:
    found = scan_secrets({path: f"\n{text}\n".encode(), "web/src/other.ts": b"export const NAME = 'name';\n"})
    assert [each.path for each in found] == [path]
    assert found[0].line in {0, 2}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (
            "api/app/notes/routes.py",
            '@router.get("")\ndef find(q: str):\n    db.execute(f"SELECT * FROM notes WHERE text = \'{q}\'")',
        ),
        ("api/app/notes/routes.py", '@router.get("")\ndef find(q: str):\n    db.execute("SELECT " + q)'),
        ("api/app/sums.py", "def work_out(text):\n    return eval(text)"),
        ("api/app/main.py", "app = FastAPI(debug=True)"),
        ("web/src/Text.tsx", "export const Text = (html) => <p dangerouslySetInnerHTML={{ __html: html }} />;"),
    ],
)
def test_a_known_danger_is_found(path: str, text: str) -> None:
    assert [each.path for each in scan_code({path: text.encode()})] == [path]


def test_examples_of_settings_may_be_published() -> None:
    assert scan_secrets({".env.example": b"API_KEY=\n", "README.md": b"Set `API_KEY` to your key.\n"}) == ()


@pytest.mark.parametrize("piece", ["a", "a-", "a+", "secret", "password=", "a://b:", "sk-", '="'])
def test_no_file_keeps_the_scan_busy(piece: str) -> None:
    files = {"web/src/long.ts": piece.encode() * (2_000_000 // len(piece))}
    started = time.process_time()
    scan_secrets(files)
    scan_code(files)
    assert time.process_time() - started < PATIENCE_SECONDS


@pytest.mark.parametrize("text", ["-" * 100_000 + "1", "(" * 100_000, "x = 1\n" * 100_000, "a\0b"])
def test_a_program_that_cannot_be_read_is_no_crash(text: str) -> None:
    found = scan_code({"api/app/odd.py": text.encode()})
    assert all(each.what.endswith("to be read") for each in found)
