"""Imports run one way, and starting up stays lean."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import copydesk
import copydesk_rules

ENGINE = Path(str(copydesk.__file__)).parent
PACK = Path(str(copydesk_rules.__file__)).parent

#: Each room may import itself, those on a lower floor, and (same floor) those named beside it.
FLOORS = {
    "bundle": 0,
    "cachedir": 0,
    "model": 0,
    "paths": 0,
    "patterns": 0,
    "language": 1,
    "knowledge": 1,
    "reading": 1,
    "checking": 2,
    "comparing": 2,
    "adapters": 3,
    "config": 3,
    "report": 3,
    "running": 4,
    "api": 5,
    "cli": 6,
}


def imports(path: Path) -> set[str]:
    """The modules of ours that a file imports anywhere, those for type checking apart."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(child)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for child in ast.walk(node)
    }
    found: set[str] = set()
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return {name for name in found if name.startswith("copydesk")}


@pytest.mark.parametrize("path", sorted(ENGINE.rglob("*.py")), ids=lambda p: str(p.relative_to(ENGINE)))
def test_the_engine_imports_one_way(path: Path) -> None:
    room = path.relative_to(ENGINE).parts[0].removesuffix(".py")
    if room in ("__init__", "__main__"):
        return
    for name in imports(path):
        assert not name.startswith("copydesk_rules"), f"{path} names the pack"
        parts = name.split(".")
        if len(parts) > 1 and parts[1] in FLOORS:
            assert FLOORS[parts[1]] < FLOORS[room] or parts[1] == room, f"{path} imports {name}"


@pytest.mark.parametrize("path", sorted(PACK.rglob("*.py")), ids=lambda p: str(p.relative_to(PACK)))
def test_the_pack_uses_the_public_api_only(path: Path) -> None:
    allowed = {"copydesk"}
    assert {name for name in imports(path) if not name.startswith("copydesk_rules")} <= allowed


def loaded_by(code: str) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules, sep='\\n')"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(run.stdout.split())


def test_importing_copydesk_imports_nothing_of_ours() -> None:
    assert {name for name in loaded_by("import copydesk") if name.startswith("copydesk")} == {"copydesk"}


def test_version_and_help_import_no_rule_and_no_parser() -> None:
    for option in ("--version", "--help"):
        code = "from click.testing import CliRunner\nfrom copydesk.cli import main\n"
        code += f"CliRunner().invoke(main, ['{option}'])"
        modules = loaded_by(code)
        assert not {m for m in modules if m.startswith(("copydesk_rules", "yaml", "markdown_it", "copydesk.checking"))}
