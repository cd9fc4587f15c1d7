"""Which proposal bears the receipt number that somebody typed. For services to share."""

from sqlalchemy import ColumnElement, and_

from kyodo_desktop.models import Proposal
from kyodo_desktop.programmes import files
from kyodo_desktop.programmes.receipt import read_receipt


def bears_receipt(text: str) -> ColumnElement[bool] | None:
    """Return the condition that a proposal has the number typed as `text`; None if it is no number."""
    programmes = files.load_all()
    number = read_receipt(text, programmes)
    if number is None:
        return None
    return and_(
        Proposal.fiscal_year == number.fiscal_year,
        Proposal.programme.in_({one.key for one in programmes if one.letter == number.letter}),
        Proposal.serial == number.serial,
    )
