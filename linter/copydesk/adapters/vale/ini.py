"""A .vale.ini: what it says, section by section."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from copydesk.model.record import NamedTuple
from copydesk.patterns import compiled

#: Names the file may have.
FILES = (".vale.ini", "_vale.ini", "vale.ini", ".vale", "_vale")


class Setting(NamedTuple):
    """One `key = value`, and its line."""

    key: str
    value: str
    line: int

    @property
    def values(self) -> tuple[str, ...]:
        """The value as a list."""
        return tuple(one.strip() for one in self.value.split(",") if one.strip())


class Section(NamedTuple):
    """A section: its glob, "" for the settings above all sections, and what it says."""

    name: str
    settings: tuple[Setting, ...]

    def values(self, key: str) -> tuple[str, ...]:
        """The list that a key holds; of one given twice, both."""
        return tuple(dict.fromkeys(value for one in self.settings if one.key == key for value in one.values))

    def value(self, key: str) -> str:
        """What a key says last, "" when it is not there."""
        return next((one.value for one in reversed(self.settings) if one.key == key), "")


class Ini(NamedTuple):
    """A file as read."""

    path: Path
    sections: tuple[Section, ...]

    @property
    def core(self) -> Section:
        """What stands above all sections."""
        return self.sections[0]

    @property
    def styles(self) -> Path:
        """The folder of the styles."""
        said = self.core.value("StylesPath") or "styles"
        return self.path.parent / Path(said).expanduser()

    @property
    def vocabularies(self) -> tuple[str, ...]:
        """The names of the vocabularies in use."""
        return self.core.values("Vocab")


def read_ini(path: Path) -> Ini:
    """The file at `path`. Raises OSError and UnicodeDecodeError."""
    sections: dict[str, list[Setting]] = {"": []}
    current = ""
    for number, line in _lines(path.read_bytes().decode("utf-8-sig")):
        header = compiled(r"\[(.*)\]\s*(?:[#;].*)?").fullmatch(line)
        key, equals, value = line.partition("=")
        if header:
            current = header[1].strip()
            sections.setdefault(current, [])
        elif equals:
            value = compiled(r"\s[#;].*$").sub("", value).strip()
            sections[current].append(Setting(key.strip(), _unquoted(value), number))
    return Ini(path, tuple(Section(name, tuple(settings)) for name, settings in sections.items()))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines with something to say, each with its number; a backslash at a line's end goes on with the next."""
    began, said = 0, ""
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip()
        if not said and (not stripped or stripped[0] in "#;"):
            continue
        began = began if said else number
        said += stripped
        if said.endswith("\\"):
            said = said[:-1]
            continue
        yield began, said
        said = ""
    if said:
        yield began, said


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'`":
        return value[1:-1]
    return value


def find_ini(folder: Path) -> Path | None:
    """The nearest .vale.ini above a folder of styles, within its repository."""
    for here in folder.resolve().parents:
        for name in FILES:
            if (here / name).is_file():
                return here / name
        if (here / ".git").exists():
            break
    return None
