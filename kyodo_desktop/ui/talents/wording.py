"""How offers, needs and referrals are put into words. No Qt."""

from collections.abc import Iterable, Sequence
from datetime import date

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.partners import ActivityField
from kyodo_desktop.records.talents import TalentRecord, TalentSide

HANDBOOK = N_(
    "あすぴあでは、小平市の市民活動が一目でわかり参加できる「市民活動ポータルサイト」をあすぴあホームページに"
    "構築するとともに、“知識や経験等を市民活動に役立てたい”と思っている方（団体）と、それを必要としている団体"
    "（地域団体含む）とをつなげ、コーディネートしていく「こだいら人財の森」事業を平成３１年３月より"
    "実施しています。"
)
"""What the handbook says, letter for letter."""

SOURCE = N_("協働推進のためのハンドブック（改定版） 基礎編（８）")

SIDE_WORDS: dict[TalentSide, tuple[str, str, str]] = {
    TalentSide.OFFER: (
        N_("役立てたい"),
        N_("役立てたいことを書く"),
        N_("知識や経験など、市民活動に役立てたいことはまだありません"),
    ),
    TalentSide.NEED: (
        N_("必要としている"),
        N_("必要なことを書く"),
        N_("手を借りたいことや、さがしている人はまだ書かれていません"),
    ),
}
"""Of each side: its heading, the words of the way to a new entry, and what stands there while it is empty."""


def field_words(numbers: Iterable[int], fields: Sequence[ActivityField]) -> str:
    """Return 活動分野 in short words."""
    chosen = frozenset(numbers)
    return " ・ ".join(field.short for field in fields if field.number in chosen)


def standing_words(talent: TalentRecord, today: date) -> str:
    """Return until when an entry holds, or when it ended; empty where nothing is said of it."""
    draft = talent.draft
    if draft.closed_on is not None:
        return _("{day}に終わり").format(day=format_date(draft.closed_on))
    if draft.ends_on is None:
        return ""
    day = format_date(draft.ends_on)
    return (
        _("{day}まで").format(day=day)
        if talent.is_open_on(today)
        else _("{day}で期限が切れています").format(day=day)
    )


def below_words(talent: TalentRecord, fields: Sequence[ActivityField], today: date) -> str:
    """Return the line below an entry: its 活動分野, whose it is, until when it holds, when it was noted."""
    parts = (
        field_words(talent.draft.activity_fields, fields),
        talent.draft.person,
        standing_words(talent, today),
        _("{day}に記録").format(day=format_date(talent.noted_on)),
    )
    return " ・ ".join(part for part in parts if part)
