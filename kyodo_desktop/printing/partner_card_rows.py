"""The tables of 団体カルテ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.data import Values
from kyodo_desktop.forms.partner_card import KIND_OPTIONS, PROFILE, activity_choices
from kyodo_desktop.japanese.digits import Digits, with_digits
from kyodo_desktop.japanese.postal import format_postal_code
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.printing.style import gothic, mincho
from kyodo_desktop.printing.tables import (
    Cell,
    Row,
    Table,
    head_row,
    label_cell,
    shrunk_cell,
    text_cell,
)
from kyodo_desktop.records.partner_parts import PROFILE_QUESTIONS
from kyodo_desktop.records.partners import PARTNER_KIND_LABELS, PartnerKind

_WIDTH, _LABELS = 165.0, 27.0
_HALF = _WIDTH / 2
_SPREAD = 20.0
_LABEL, _VALUE, _SMALL, _NAME, _KANA = gothic(9.5), mincho(10), mincho(9), mincho(13), mincho(9)
_TICKS = mincho(8.5)
_FLOOR, _SMALL_FLOOR = 8.0, 7.5
_SENTENCES = 1.6
_ROW, _TO_WRITE, _ADDRESS_TO_WRITE, _STORY_TO_WRITE = 8.0, 9.5, 18.0, 24.0
_BOX = "□"


def card_tables(values: Values) -> list[Table]:
    """Return the tables; what is empty has room to write where no partner is named."""
    card = _Card(values)
    tables = [card.basic(), card.contacts(), card.officers(), card.profile(), card.asked()]
    return [*tables, card.collaborations(), card.notes()]


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of rows: its field, its head, its width."""

    name: str
    head: str
    width: float


class _Card:
    """The rows of one card."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self._blank = not values.get("name")
        self._least = _TO_WRITE if self._blank else _ROW

    # The parts of the card

    def basic(self) -> Table:
        """Return what a partner is and where."""
        name = shrunk_cell(self._text("name"), _WIDTH - _LABELS, _NAME, 9.0)
        rows = [
            Row((self._label(_("フリガナ")), self._value("kana", _KANA)), self._least),
            Row((self._label(_("団体名")), name), self._least + 3),
            self._pair((_("略称"), self._text("short_name")), (_("旧称"), self._text("former_names"))),
            self._kind(),
            self._pair(
                (_("法人格"), self._text("legal_form")), (_("法人番号"), self._text("corporate_number"))
            ),
            self._pair((_("設立"), self._day("established_on")), (_("会員数"), self._members())),
            self._activity_fields(),
            self._wide(_("代表者"), self._text("representative")),
            self._wide(_("所在地"), self._address(), _ADDRESS_TO_WRITE),
            self._pair((_("電話"), self._text("phone")), (_("メール"), self._text("email"))),
            self._wide(_("ホームページ"), self._text("website")),
            self._pair(
                (_("会則を見た日"), self._day("bylaws_seen_on")),
                (_("名簿を見た日"), self._day("roster_seen_on")),
            ),
            self._pair((_("登録・掲載"), self._listed()), (_("タグ"), self._text("tags"))),
        ]
        return Table(_("１　団体の概要"), tuple(rows))

    def contacts(self) -> Table:
        """Return whom to reach."""
        columns = (
            _Column("purpose", _("用途"), 23),
            _Column("person", _("氏名"), 28),
            _Column("phone", _("電話"), 27),
            _Column("fax", _("ＦＡＸ"), 27),
            _Column("email", _("メール"), 34),
            _Column("note", _("備考"), 26),
        )
        return self._table(_("２　連絡先"), columns, self._values.get("contacts", ()), 3)

    def officers(self) -> Table:
        """Return who holds an office."""
        columns = (
            _Column("title", _("役職"), 30),
            _Column("name", _("氏名"), 38),
            _Column("kana", _("フリガナ"), 38),
            _Column("period", _("任期"), 59),
        )
        return self._table(_("３　役員"), columns, self._values.get("officers", ()), 4)

    def profile(self) -> Table:
        """Return the handbook's 情報収集項目."""
        least = _STORY_TO_WRITE if self._blank else _ROW + 2
        rows = tuple(
            Row(
                (
                    self._label(_(field.label)),
                    text_cell(self._text(field.name), _WIDTH - _LABELS, _VALUE, leading=_SENTENCES),
                ),
                least,
            )
            for field in PROFILE
        )
        return Table(_("４　情報収集項目"), rows)

    def asked(self) -> Table:
        """Return what the handbook asks of a partner, and what a person found."""
        columns = (
            _Column("question", _("項目"), 27),
            _Column("state", _("確認"), 27),
            _Column("seen", _("確かめたもの"), 51),
            _Column("by", _("確かめた人"), 27),
            _Column("on", _("確かめた日"), 33),
        )
        questions: Sequence[Mapping[str, Any]] = [
            {"question": _(words)} for words in PROFILE_QUESTIONS.values()
        ]
        rows = self._values.get("asked") or questions
        return self._table(_("５　協働の相手として"), columns, rows, 0)

    def collaborations(self) -> Table:
        """Return where the partner took part."""
        columns = (
            _Column("fiscal_year", _("年度"), 24),
            _Column("number", _("番号"), 13),
            _Column("title", _("事業名称"), 65),
            _Column("departments", _("課名"), 40),
            _Column("collaboration_form", _("協働形態"), 23),
        )
        return self._table(_("６　協働の歩み"), columns, self._values.get("collaborations", ()), 3)

    def notes(self) -> Table:
        """Return 備考, what may be published, and who found the record right."""
        note = text_cell(self._text("note"), _WIDTH - _LABELS, _VALUE, leading=_SENTENCES)
        confirmed = "　".join(filter(None, (self._day("confirmed_on"), self._text("confirmed_by"))))
        rows = (
            Row((self._label(_("備考")), note), _STORY_TO_WRITE if self._blank else _ROW + 2),
            self._wide(_("公開する項目"), self._text("public_fields")),
            self._wide(_("最終確認"), confirmed),
        )
        return Table(_("７　備考"), rows)

    # Rows

    def _label(self, text: str) -> Cell:
        return label_cell(text, _LABELS, _LABEL, _SPREAD)

    def _value(self, name: str, style: Any = _VALUE) -> Cell:
        return shrunk_cell(self._text(name), _WIDTH - _LABELS, style, _FLOOR)

    def _wide(self, label: str, text: str, to_write: float = 0.0) -> Row:
        least = max(self._least, to_write if self._blank else 0.0)
        lines = text.splitlines()
        cell = (
            text_cell(text, _WIDTH - _LABELS, _VALUE, leading=_SENTENCES)
            if len(lines) > 1
            else shrunk_cell(text, _WIDTH - _LABELS, _VALUE, _FLOOR)
        )
        return Row((self._label(label), cell), least)

    def _pair(self, *pairs: tuple[str, str]) -> Row:
        cells: list[Cell] = []
        for label, text in pairs:
            cells += [self._label(label), shrunk_cell(text, _HALF - _LABELS, _VALUE, _FLOOR)]
        return Row(tuple(cells), self._least)

    def _table(
        self,
        heading: str,
        columns: Sequence[_Column],
        rows: Sequence[Mapping[str, Any]],
        to_write: int,
    ) -> Table:
        head = head_row([(column.head, column.width) for column in columns], _LABEL)
        # One empty row at least, so that the paper says that nothing is known.
        shown = rows or [{}] * (to_write if self._blank else 1)
        made = tuple(
            Row(tuple(self._cell(row.get(column.name), column.width) for column in columns), self._least)
            for row in shown
        )
        return Table(heading, made, head)

    def _cell(self, value: Any, width: float) -> Cell:
        if isinstance(value, date):
            return shrunk_cell(format_date(value, Digits.SINGLE_FULL), width, _SMALL, _SMALL_FLOOR)
        return shrunk_cell("" if value is None else str(value), width, _SMALL, _SMALL_FLOOR)

    # Words

    def _text(self, name: str) -> str:
        return str(self._values.get(name, ""))

    def _day(self, name: str) -> str:
        day = self._values.get(name)
        return format_date(day, Digits.SINGLE_FULL) if isinstance(day, date) else ""

    def _kind(self) -> Row:
        key = self._text("kind")
        labels = {one.key: _(one.label) for one in KIND_OPTIONS if one.key != PartnerKind.UNSET.value}
        if self._blank and not key:
            return self._to_tick(_("区分"), [_BOX + label for label in labels.values()])
        words = labels.get(key, _(PARTNER_KIND_LABELS[PartnerKind.UNSET])) if key else ""
        is_guess = self._values.get("kind_estimated")
        return self._wide(_("区分"), _("{kind}（推定）").format(kind=words) if is_guess else words)

    def _activity_fields(self) -> Row:
        typed = self._text("activity_fields")
        if typed or not self._blank:
            return self._wide(_("活動分野"), typed)
        choices = [f"{_BOX}{number} {words}" for number, words in enumerate(activity_choices(), 1)]
        return self._to_tick(_("活動分野"), [with_digits(one, Digits.SINGLE_FULL) for one in choices])

    def _to_tick(self, label: str, choices: Sequence[str]) -> Row:
        """Return a row of choices, none of them broken over two lines."""
        width, lines = _WIDTH - _LABELS, [""]
        for choice in choices:
            longer = f"{lines[-1]}　{choice}" if lines[-1] else choice
            if _TICKS.width(longer) <= width - 4:
                lines[-1] = longer
            else:
                lines.append(choice)
        return Row((self._label(label), Cell(width, tuple(lines), _TICKS, leading=1.7)), self._least)

    def _members(self) -> str:
        members, in_city = self._values.get("members"), self._values.get("members_in_city")
        if members is None and in_city is None:
            return _("　　　人（うち市内　　　人）") if self._blank else ""
        words = "" if members is None else _("{n}人").format(n=members)
        if in_city is not None:
            words += _("（うち市内 {n}人）").format(n=in_city)
        return with_digits(words, Digits.SINGLE_FULL)

    def _address(self) -> str:
        code = self._text("postal_code")
        if not code and self._blank:
            return _("〒　　　－　　　　\n")
        lines = (f"〒{format_postal_code(code)}" if code else "", self._text("address"))
        return "\n".join(filter(None, lines))

    def _listed(self) -> str:
        listed = (("asupia_registered", _("あすぴあ登録")), ("musubu_listed", _("むすぶ掲載")))
        if self._blank and not any(self._values.get(name) for name, _label in listed):
            return "　".join(_BOX + label for _name, label in listed)
        return "・".join(label for name, label in listed if self._values.get(name))
