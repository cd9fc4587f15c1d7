"""Whatever one, two or three letters of a row a clerk types, the row is found."""

from collections.abc import Iterable, Iterator

from kyodo_desktop.japanese.folding import Query
from kyodo_desktop.services.collaboration_forms import form_label
from kyodo_desktop.services.collaborations import CollaborationsService
from kyodo_desktop.services.partners import PartnersService
from tests.services.drafts import partner_draft_of


def pieces(cells: Iterable[str]) -> Iterator[str]:
    for cell in cells:
        for length in (1, 2, 3):
            for start in range(len(cell) - length + 1):
                piece = cell[start : start + length]
                if piece.strip():
                    yield piece


def test_every_piece_of_every_cell_finds_its_entry(collaborations: CollaborationsService) -> None:
    for entry in collaborations.list(2018):
        names = [line for cell in entry.participations for line in cell.text.split("\n")]
        cells = [
            str(entry.number),
            "・".join(entry.departments),
            entry.title,
            "、".join(names),
            *(form_label(cell.collaboration_form) for cell in entry.participations),
            entry.note,
        ]
        raw = "\n".join(cells)
        missed = [
            piece
            for piece in pieces(cells)
            if not Query.parse(piece).matches(entry.full_key, entry.bare_key, raw)
        ]
        assert missed == [], entry.title


def test_every_piece_of_a_name_or_its_reading_finds_its_partner(partners: PartnersService) -> None:
    for partner in partners.list():
        raw = f"{partner.name}\n{partner.kana}"
        missed = [
            piece
            for piece in pieces((partner.name, partner.kana))
            if not Query.parse(piece).matches(partner.full_key, partner.bare_key, raw)
        ]
        assert missed == [], partner.name


def test_a_legal_form_half_typed_finds_who_has_it(partners: PartnersService) -> None:
    written = {partner.name for partner in partners.list() if "NPO法人" in partner.name}
    for typed in ("NP", "ＮＰＯ", "ｐｏ法人"):
        assert written <= {partner.name for partner in partners.search(typed, 200)}
    assert "㈱スワレント" in {partner.name for partner in partners.search("(株", 200)}


def test_a_partner_is_found_by_mail_address_and_postal_code(partners: PartnersService) -> None:
    partner = partners.search("スワレント", 1)[0]
    draft = partner_draft_of(partner)
    partners.edit(
        partner.id,
        type(draft)(name=draft.name, kind=draft.kind, email="info@swarent.example", postal_code="1870032"),
    )
    for typed in ("swarent.ex", "187-0032", "１８７００３２"):
        assert [one.id for one in partners.search(typed, 5)] == [partner.id]


def test_what_the_database_is_asked_is_what_the_filter_of_a_list_asks(partners: PartnersService) -> None:
    register = partners.list()
    typed = {piece for partner in register[::16] for piece in pieces((partner.name,)) if len(piece) < 3}
    for text in (*sorted(typed), "市民　会", "NPO ﾈｯﾄﾜｰｸ", "(株", "・", "株式会社"):
        query = Query.parse(text)
        sifted = {one.id for one in register if query.matches(one.full_key, one.bare_key, one.name)}
        assert {one.id for one in partners.search(text, len(register))} == sifted, text
