"""The project's own source, read once as syntax trees."""

import ast
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "mentoring"
OPEN_PACKAGES = {"core", "ui", "reference"}  # everything in them may be imported


@dataclass(frozen=True)
class Module:
    """One file of the project."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The dotted name."""
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def domain(self) -> str:
        """The package under `mentoring`."""
        parts = self.path.relative_to(PACKAGE).parts
        return parts[0] if len(parts) > 1 else ""

    @property
    def is_test(self) -> bool:
        """True in a folder of tests."""
        return "tests" in self.path.parts or self.path.parts[-1] == "conftest.py"

    def __str__(self) -> str:
        return str(self.path.relative_to(ROOT))


@functools.cache
def modules() -> tuple[Module, ...]:
    """Every Python file of the package, without migrations."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        if "migrations" in path.parts or "__pycache__" in path.parts:
            continue
        text = path.read_text(encoding="utf-8")
        found.append(Module(path, text, ast.parse(text)))
    return tuple(found)


def production() -> Iterator[Module]:
    """Files that are not tests."""
    return (module for module in modules() if not module.is_test)


def functions(module: Module) -> Iterator[ast.FunctionDef]:
    """Every function of a file, nested ones included."""
    return (node for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef))


def imports(module: Module) -> Iterator[tuple[str, int]]:
    """Dotted names that a file imports at run time, with their line."""
    typing_only = {id(inner) for node in ast.walk(module.tree) if _is_type_checking(node) for inner in ast.walk(node)}
    for node in ast.walk(module.tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                yield f"{node.module}.{alias.name}", node.lineno
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno


def _is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
