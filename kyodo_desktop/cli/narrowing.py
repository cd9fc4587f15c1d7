"""What narrows a list on the command line: `--fiscal-year` and `--partner`."""

from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kyodo_desktop.services import Services


def is_of(services: "Services", options: Namespace) -> Callable[[int, int | None], bool]:
    """Return what tells of a record's year and partner whether it is asked for.

    Raises:
        NotFoundError: there is no such partner.
    """
    year = options.fiscal_year
    partner = services.partners.get(options.partner) if options.partner is not None else None
    ids = {partner.id, partner.merged_into} if partner is not None else set()

    def test(fiscal_year: int, partner_id: int | None) -> bool:
        if year is not None and fiscal_year != year:
            return False
        return partner is None or (partner_id is not None and partner_id in ids)

    return test
