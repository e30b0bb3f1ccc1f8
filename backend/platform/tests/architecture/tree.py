"""A throw-away copy of the source tree in which a test may break the walls."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[4]
PACKAGES = ("platform", "appbuilder", "vmcontrol", "simulators", "standalone")
TIME_LIMIT_SECONDS = 120


class SourceTree:
    """The five packages, the contracts and our contract type, copied to a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        only_python = shutil.ignore_patterns("__pycache__", "files", "*.json", "*.txt", "*.css", "*.html")
        for package in PACKAGES:
            source = REPOSITORY / "backend" / package / "src"
            shutil.copytree(source, folder / "backend" / package / "src", ignore=only_python)
        (folder / "tools").mkdir()
        shutil.copy(REPOSITORY / "tools" / "front_door.py", folder / "tools")
        shutil.copy(REPOSITORY / "pyproject.toml", folder)
        self._undo: list[tuple[Path, str | None]] = []

    def module_file(self, module: str) -> Path:
        """Return the file of a module; a module that does not exist yet gets the path it would have."""
        parts = module.split(".")
        package = "platform" if parts[0] == "vibecaas" else parts[0]
        base = self.folder / "backend" / package / "src" / Path(*parts)
        as_package = base / "__init__.py"
        return as_package if as_package.exists() else base.with_suffix(".py")

    def add_line(self, module: str, line: str) -> None:
        """Append a line to a module, making the module (and its package) when it is missing."""
        file = self.module_file(module)
        if not file.parent.exists():
            file.parent.mkdir(parents=True)
            self._write(file.parent / "__init__.py", "")
        before = file.read_text() if file.exists() else ""
        self._write(file, f"{before}\n{line}\n")

    def make_package(self, module: str, inner: str) -> None:
        """Give a module the shape of a package with one inner file, as a grown service has it."""
        file = self.module_file(module)
        folder = file.parent if file.name == "__init__.py" else file.with_suffix("")
        if file.name != "__init__.py":
            folder.mkdir()
            self._write(folder / "__init__.py", file.read_text())
            self._write(file, None)
        self._write(folder / f"{inner}.py", '"""A file behind the door."""\n')

    def restore(self) -> None:
        """Put back every file that was changed."""
        for file, before in reversed(self._undo):
            if before is None:
                file.unlink(missing_ok=True)
            else:
                file.write_text(before)
        for folder in {file.parent for file, _ in self._undo}:
            if folder.exists() and not any(folder.glob("*.py")):
                shutil.rmtree(folder)
        self._undo.clear()

    def lint(self, *contracts: str) -> tuple[int, str]:
        """Run import-linter on the copy; returns its exit code and all it printed."""
        paths = [str(self.folder / "backend" / package / "src") for package in PACKAGES]
        chosen = [word for contract in contracts for word in ("--contract", contract)]
        program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
        finished = subprocess.run(
            [sys.executable, "-c", program, "--config", "pyproject.toml", "--cache-dir", ".grimp", *chosen],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(self.folder), *paths]), "COLUMNS": "200"},
            capture_output=True,
            text=True,
            timeout=TIME_LIMIT_SECONDS,
            check=False,
        )
        return finished.returncode, finished.stdout + finished.stderr

    def _write(self, file: Path, text: str | None) -> None:
        self._undo.append((file, file.read_text() if file.exists() else None))
        if text is None:
            file.unlink()
        else:
            file.write_text(text)
