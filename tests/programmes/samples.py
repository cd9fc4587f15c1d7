"""A programme of another city's, as an office would write it, and a sound proposal to each of ours."""

from datetime import date

from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.proposals import Confirmation, ProposalDraft, RequirementAnswer

THIRD_PROGRAMME = """\
key = "flower_beds"
position = 3
title = "花と緑のまちづくり補助"
letter = "H"
alias = "花"
revision = 1
valid_from = 2024
valid_to = 2027
summary = "駅前の花壇を市民と育てます。"
applicants = "市内の団体"
projects = "花壇の手入れ"
paper_title = "花と緑のまちづくり補助金交付申請書"
next_steps = ["書類を確認します。"]

[money]
label = "申請額"
cap = 50000
words = "５万円を限度に補助対象経費の３分の２"
rate = "2/3"
rounding = 1000

[period]
words = "５月から翌年２月まで"
starts = { year = 0, month = 5, day = 1 }
ends = { year = 1, month = 2, day = 28 }

[theme]
kinds = ["theme"]
origin = false

[[stage]]
key = "application"
label = "申込み"
level = "proposal"
who = "団体"
source = "ours"
window = { from = { year = 0, month = 4 }, to = { year = 0, month = 4, part = "mid" } }
due = true
closes = true

[[stage]]
key = "decision"
label = "決定"
level = "both"
who = "市"
source = "ours"
window = { from = { year = 0, month = 4, part = "late" }, to = { year = 0, month = 4 } }
needs = ["accepted"]
acts = ["selection", "payment"]
papers = ["selection_result"]

[[stage]]
key = "execution"
label = "手入れ"
needs = ["adopted", "payment"]
acts = ["meeting", "report"]
level = "proposal"
who = "団体"
source = "ours"
window = "period"

[[requirement]]
key = "members"
label = "人数"
text = "４人以上で構成されている"
source = "ours"
hint = "名簿を見る"

[[paper]]
key = "application"
label = "申請書"
source = "ours"
"""


def sound_draft(programme: Programme, fiscal_year: int = 2026) -> ProposalDraft:
    """Return a proposal to `programme` with which nothing is wrong."""
    starts_on, ends_on = programme.period(fiscal_year)
    return ProposalDraft(
        programme=programme.key,
        fiscal_year=fiscal_year,
        partner_id=1,
        partner_name="特定非営利活動法人　みどりのこみち",
        title="玉川上水みどりの学校",
        summary="玉川上水の緑道で、子どもと大人が学ぶ場をひらく。",
        starts_on=starts_on,
        ends_on=ends_on,
        eligible_cost=programme.cap,
        amount=programme.cap if programme.rate is None else int(programme.cap * programme.rate),
        requirements=tuple(
            RequirementAnswer(one.key, Confirmation.CONFIRMED, "事業計画書 1枚目", "鈴木", date(2026, 5, 22))
            for one in programme.requirements
        ),
        papers=tuple((paper.key, 1) for paper in programme.papers),
        received_by="鈴木",
    )
