"""Files put to a record: a group's by-laws, a photograph, a signed paper that came home."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AttachmentRecord:
    """One file of a record. `name` is the file's own, `title` what it is; `size` in bytes."""

    id: int
    owner_kind: str
    owner_id: int
    name: str
    title: str
    media_type: str
    size: int
    sha256: str
    added_at: datetime
    added_by: str
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class AttachmentWithOwner:
    """A file, and what the record is called that it is put to."""

    record: AttachmentRecord
    owner: str
