"""Writes the catalogue of the program's Japanese texts: of the code, and of the TOML and JSON in resources/.

    python installer/catalogue.py            # write resources/locale anew
    python installer/catalogue.py --check    # only tell whether it is what the sources say

Japanese is the source language: a msgid is the Japanese text itself, and in `ja` its own translation.
"""

import io
import json
import re
import sys
import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
DOMAIN = "kyodo_desktop"
TEMPLATE = ROOT / "resources" / "locale" / f"{DOMAIN}.pot"
JAPANESE = ROOT / "resources" / "locale" / "ja" / "LC_MESSAGES" / f"{DOMAIN}.po"

METHODS = [
    ("kyodo_desktop/**.py", "python"),
    ("resources/**.toml", "catalogue:toml_texts"),
    ("resources/**.json", "catalogue:json_texts"),
]
SKIPPED = {"departments", "town", "city", "entries", "too_common", "telling", "same"}
"""Proper names, the office's own entries, and words to look for: data, not words of the program."""

HEADER = """\
# The words of Kyodo Desktop. Written by `make catalogue`; the msgid is the Japanese text itself.
#"""
_TEXT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_CHURNING = tuple(
    f'"{name}:'
    for name in (
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Generated-By",
        "Last-Translator",
        "Language-Team",
        "Report-Msgid-Bugs-To",
    )
)

Message = tuple[int, None, str, list[str]]


def toml_texts(file: IO[bytes], _keywords: Any, _tags: Any, options: Any) -> Iterator[Message]:
    """Yield the Japanese texts of a TOML file (an extractor of Babel)."""
    del options
    return _messages(tomllib.load(file))


def json_texts(file: IO[bytes], _keywords: Any, _tags: Any, options: Any) -> Iterator[Message]:
    """Yield the Japanese texts of a JSON file (an extractor of Babel)."""
    del options
    return _messages(json.load(file))


def _messages(value: Any) -> Iterator[Message]:
    # gettext takes the empty msgid for the header, and keys and numbers are no words.
    return ((1, None, text, []) for text in _texts(value) if _TEXT.search(text))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            if key not in SKIPPED:
                yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def read_sources(root: Path = ROOT) -> Catalog:
    """Return the catalogue of all texts that the sources have now."""
    catalog = _new_catalog(None)
    for name, _line, message, _comments, context in extract_from_dir(
        root, method_map=METHODS, comment_tags=(), directory_filter=_is_source
    ):
        catalog.add(message, locations=[(name, 1)], context=context)
    return catalog


def _is_source(folder: str) -> bool:
    name = Path(folder).name
    return not name.startswith(".") and name not in {"__pycache__", "build", "dist", "demo", "tests"}


def _new_catalog(locale: str | None) -> Catalog:
    return Catalog(
        locale=locale,
        domain=DOMAIN,
        project="Kyodo Desktop",
        version="",
        header_comment=HEADER,
        charset="utf-8",
        fuzzy=False,
    )


def japanese_of(template: Catalog, known: Catalog) -> Catalog:
    """Return the Japanese catalogue: the wording an office chose where it did, else the text itself."""
    catalog = _new_catalog("ja")
    for message in template:
        if not message.id:
            continue
        before = known.get(message.id, message.context)
        chosen = before.string if before is not None and before.string else message.id
        catalog.add(message.id, chosen, locations=message.locations, context=message.context)
    return catalog


def as_bytes(catalog: Catalog) -> bytes:
    """Return the file's bytes, without what would change although no text did."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, sort_by_file=True, width=100, include_lineno=False)
    lines = buffer.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_CHURNING)).encode()


def make_files(root: Path = ROOT) -> dict[Path, bytes]:
    """Return what the catalogue's files should hold."""
    template = read_sources(root)
    known = Catalog()
    if JAPANESE.is_file():
        with JAPANESE.open("rb") as file:
            known = read_po(file, locale="ja", domain=DOMAIN)
    return {TEMPLATE: as_bytes(template), JAPANESE: as_bytes(japanese_of(template, known))}


def differing(files: Mapping[Path, bytes]) -> list[Path]:
    """Return the files that are not on the disk as they should be."""
    return [path for path, data in files.items() if not path.is_file() or path.read_bytes() != data]


def main(arguments: Collection[str]) -> int:
    """Write the files, or with `--check` only compare them."""
    files = make_files()
    behind = differing(files)
    if "--check" in arguments:
        for path in behind:
            print(f"{path.relative_to(ROOT)} is behind the sources: run `make catalogue`.")
        return 1 if behind else 0
    for path in behind:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[path])
        print(f"Written: {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
