"""Marking a field whose content cannot be taken."""

from PySide6.QtWidgets import QWidget


def mark_wrong(field: QWidget, sentence: str) -> None:
    """Mark a field wrong with the sentence that a screen reader reads, or right with an empty one."""
    wrong = "true" if sentence else "false"
    if field.property("wrong") != wrong:
        field.setProperty("wrong", wrong)
        # A stylesheet looks at properties only when it is put on.
        field.style().unpolish(field)
        field.style().polish(field)
    field.setAccessibleDescription(sentence)
