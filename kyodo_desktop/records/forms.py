"""What the program tells about its papers (様式)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FormInfo:
    """One official form: can it be printed blank, and from which kind of record."""

    key: str
    title: str
    revision: int
    blank: bool
    record_kind: str | None = None


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """A finished PDF, with the names of required fields left empty and characters no shipped font has."""

    pdf: bytes
    empty_required: tuple[str, ...] = ()
    missing_glyphs: tuple[str, ...] = ()
