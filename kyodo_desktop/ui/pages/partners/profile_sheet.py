"""カルテ on the card: the handbook's five headings, and what it asks of a partner."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.partner_parts import PROFILE_QUESTIONS, ProfileAnswer
from kyodo_desktop.records.proposals import CONFIRMATION_LABELS, Confirmation
from kyodo_desktop.ui.pages.partners.view import PartnerView, Sheet, public_mark
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.detail import FieldRows, make_section
from kyodo_desktop.ui.widgets.labels import TextRole, make_label
from kyodo_desktop.ui.widgets.tags import SignMark

_HEADINGS: tuple[tuple[str, dict[str, str]], ...] = (
    (N_("活動目的"), {"purpose": ""}),
    (N_("活動実績"), {"achievements": ""}),
    (
        N_("活動状況"),
        {"public_interest": N_("公益性"), "non_profit": N_("非営利性"), "voluntariness": N_("自発性")},
    ),
    (N_("財政状況"), {"finances": ""}),
    (N_("運営体制"), {"organisation": ""}),
)
_QUESTION_WIDTH = 84


def make_profile_sheet(theme: Theme, view: PartnerView) -> Sheet:
    """Return the five headings of the handbook, and 協働の相手として."""
    profile, sheet = view.partner.profile, Sheet(theme)
    for title, parts in _HEADINGS:
        names = list(parts)
        mark = public_mark(theme, view.partner, f"profile.{names[0]}")
        sheet.add(make_section(theme, _(title), mark=mark if len(names) == 1 else None))
        rows = FieldRows(theme)
        for name, label in parts.items():
            text = getattr(profile, name)
            role: TextRole = "body" if text else "muted"
            if label:
                rows.add_text(_(label), text or _("未記入"), role)
            else:
                sheet.add(make_label(text or _("未記入"), role, wrap=True))
        if len(names) > 1:
            sheet.add(rows)
    sheet.add(make_section(theme, _("協働の相手として")))
    answers = {answer.key: answer for answer in profile.asked}
    for key, label in PROFILE_QUESTIONS.items():
        sheet.add(_make_answer(theme, _(label), answers.get(key, ProfileAnswer(key))))
    return sheet


def _make_answer(theme: Theme, label: str, answer: ProfileAnswer) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    theme.space(line, 16)
    asked = make_label(label, "muted")
    asked.setMinimumSize(theme.px(_QUESTION_WIDTH), theme.px(28))
    line.addWidget(asked, 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    theme.space(column, 0)
    met = answer.state is Confirmation.CONFIRMED
    state = QHBoxLayout()
    theme.space(state, 6)
    if met:
        state.addWidget(SignMark(theme, Tone.DONE))
    words = make_label(_(CONFIRMATION_LABELS[answer.state]), "done" if met else "muted")
    words.setMinimumHeight(theme.px(28))
    state.addWidget(words)
    state.addStretch(1)
    column.addLayout(state)
    day = format_date(answer.on) if answer.on is not None else ""
    below = " ・ ".join(part for part in (answer.seen, answer.by, day) if part)
    if below:
        column.addWidget(make_label(below, "caption", wrap=True))
    line.addLayout(column, 1)
    return row
