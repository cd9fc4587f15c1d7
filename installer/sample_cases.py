"""Invented groups, proposals, papers and sheets for the pictures of docs/screenshots."""

import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from PIL import Image
from pypdfium2 import PdfDocument
from sample_dialogue import fill_dialogue

from kyodo_desktop.records.cases import BudgetLine, LineSide
from kyodo_desktop.records.contacts import ContactDraft, ContactWay
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind
from kyodo_desktop.records.proposals import Confirmation, ProposalDraft, RequirementAnswer
from kyodo_desktop.records.rounds import BriefingDraft, GuestDraft, MeetingDraft, ThemeDecision, ThemeDraft
from kyodo_desktop.records.sheets import SheetDraft, SheetOwner
from kyodo_desktop.records.talents import ReferralDraft, TalentDraft, TalentSide
from kyodo_desktop.services import Services

_DAY = date(2026, 5, 22)


def fill_cases(services: Services) -> None:
    """Put groups, proposals, papers and sheets beside the handbook's list; all of them are invented."""
    services.settings.set("clerk_name", "鈴木")
    partner = services.partners.add(
        PartnerDraft(
            name="かわせみ水辺くらぶ",
            kana="カワセミミズベクラブ",
            kind=PartnerKind.CITIZEN_GROUP,
            representative="会長　山田　花子",
            phone="042-341-0015",
            postal_code="187-0032",
            address="東京都小平市小川町2-1333",
            note="用水路と水辺の生き物を調べ、子どもと一緒に記録する。",
        )
    )
    services.partners.confirm(partner)
    _fill_round(services, partner)
    water = _fill_proposals(services, partner)
    _fill_papers(services, water)
    _fill_talks(services, partner)
    _fill_talents(services, partner)
    _fill_files(services, partner)
    fill_dialogue(services, partner, water)
    entry = next(one for one in services.collaborations.list(2018) if one.number == 10)
    services.collaborations.discard([entry.id])
    services.maintenance.backup()


def _fill_proposals(services: Services, partner: int) -> int:
    confirmed = tuple(
        RequirementAnswer(key, Confirmation.CONFIRMED, "事業計画書 1枚目", "鈴木", _DAY)
        for key in ("own_project", "city_issue", "no_other_subsidy")
    )
    water = ProposalDraft(
        programme="open_call",
        fiscal_year=2026,
        partner_id=partner,
        partner_name="かわせみ水辺くらぶ",
        contact_name="会長　山田　花子",
        contact_phone="042-341-0015",
        title="用水路いきもの調べ",
        summary="用水路と水辺の生き物を調べ、子どもと一緒に記録し、地域の人に知らせる。",
        starts_on=date(2026, 7, 1),
        ends_on=date(2027, 3, 31),
        eligible_cost=128_000,
        amount=128_000,
        requirements=confirmed,
        papers=(("application", 1), ("budget", 1)),
        received_by="鈴木",
    )
    received = services.proposals.receive(services.proposals.create(water))
    places = ProposalDraft(
        programme="ikiiki",
        fiscal_year=2026,
        partner_name="小川の居場所づくりの会",
        title="放課後の居場所づくり",
        summary="放課後に子どもが集まれる場所を、週に二度ひらく。",
        starts_on=date(2027, 4, 1),
        ends_on=date(2028, 3, 31),
        amount=800_000,
        received_by="鈴木",
    )
    services.proposals.receive(services.proposals.create(places))
    services.proposals.create(
        ProposalDraft(programme="open_call", fiscal_year=2026, partner_name="みどりの会", amount=50_000)
    )
    return received.id


def _fill_round(services: Services, partner: int) -> None:
    rounds = services.rounds
    made = rounds.create("open_call", 2026)
    water = rounds.add_theme(made, ThemeDraft("水辺と用水路の生き物を守る", departments=("水と緑と公園課",)))
    children = rounds.add_theme(made, ThemeDraft("放課後の子どもの居場所", departments=("子育て支援課",)))
    rounds.add_theme(made, ThemeDraft("空き家を地域の集まる場に", departments=("都市計画課",)))
    council = rounds.council()
    meeting = rounds.add_meeting(made, MeetingDraft(date(2026, 4, 20), "５０５会議室", council[:9]))
    rounds.decide([water, children], ThemeDecision.CHOSEN, "地域の声が多い", meeting)
    briefing = rounds.add_briefing(made, BriefingDraft(date(2026, 5, 14), time(14), "中央公民館　講座室"))
    rounds.add_guest(briefing, GuestDraft(partner, persons=2))


def _fill_papers(services: Services, proposal: int) -> None:
    sheets, documents = services.sheets, services.documents
    owner = SheetOwner("proposal", proposal)

    def issue(key: str) -> int:
        draft = SheetDraft(key, documents.values_for(key, "proposal", proposal), owner)
        return sheets.issue(draft, allow_empty=True).id

    application, pledge, checklist, plan = map(
        issue, ("open_call_application", "pledge", "document_checklist", "project_plan")
    )
    sheets.mark_printed([application, pledge, checklist, plan], "複合機")
    sheets.hand_out([application, pledge], "会長　山田　花子", _DAY)
    sheets.hand_out([plan], "会長　山田　花子", date(2026, 5, 29))
    sheets.receive([checklist])


def carry_on(services: Services, proposal: int) -> None:
    """Take a proposal on from its 受付: accepted, coordinated, with one 所見 received of two."""
    services.proposals.accept(proposal, "収支予算書は、面接までに出し直してもらう。")
    cases = services.cases
    cases.record(
        proposal,
        "coordination",
        {
            "held_on": _DAY,
            "place": "市役所　相談室",
            "people": "会長　山田　花子、水と緑と公園課",
            "topic": "用水路に入る場所と、安全の見守り",
            "partner_said": "橋の下の浅いところで調べたい。",
            "city_said": "柵の外で、二人以上で見守る。",
            "agreed": "調べる場所を三か所にしぼり、市の職員も立ち会う。",
        },
    )
    asked = {"asked_on": _DAY, "due_on": date(2026, 5, 29)}
    cases.record(
        proposal,
        "opinion",
        {**asked, "department": "水と緑と公園課", "question": "用水路に入ることの許可"},
    )
    received = {
        "received_on": _DAY,
        "received_way": "typed",
        "respondent": "課長　森　一郎",
        "verdict": "fit",
    }
    _fill_budget(services, proposal)
    words = "地域の環境学習として意義がある。観察の記録は、市の調査にも役立つ。"
    cases.record(proposal, "opinion", {**asked, **received, "department": "環境政策課", "opinion": words})


def _fill_budget(services: Services, proposal: int) -> None:
    draft = services.proposals.get(proposal).draft
    lines = (
        BudgetLine(LineSide.INCOME, "補助金", 100_000),
        BudgetLine(LineSide.INCOME, "団体負担金", 28_000, basis="会費から"),
        BudgetLine(LineSide.EXPENSE, "報償費", 60_000, 60_000, "講師謝礼 20,000円×3回"),
        BudgetLine(LineSide.EXPENSE, "消耗品費", 38_000, 38_000, "網、観察ケース、記録用紙"),
        BudgetLine(LineSide.EXPENSE, "印刷製本費", 30_000, 30_000, "ちらし 1,000枚"),
    )
    services.proposals.save(proposal, replace(draft, lines=lines))
    settling = services.settling
    for line, settled in zip(
        settling.get(proposal).lines, (100_000, 23_400, 60_000, 35_400, 28_000), strict=True
    ):
        if line.line.id is not None:
            settling.settle_line(line.line.id, settled, "")


def _fill_talks(services: Services, partner: int) -> None:
    services.contacts.note(
        ContactDraft(
            ContactWay.CONSULTATION,
            "用水路の生き物調べを市と一緒にできないか。提示型公募事業の案内をわたした。",
            partner_id=partner,
            person="会長　山田　花子",
            taken_by="鈴木",
            happened_at=datetime(2026, 4, 16, 1, 30, tzinfo=UTC),
        )
    )
    services.contacts.note(
        ContactDraft(
            ContactWay.PHONE,
            "収支予算書の書き方について。謝礼を補助対象経費に入れてよいか、調べて返事をする。",
            partner_id=partner,
            person="会計　森　一郎",
            taken_by="鈴木",
            happened_at=datetime(2026, 5, 20, 5, 10, tzinfo=UTC),
            next_on=date(2026, 5, 25),
            next_what="謝礼の扱いを電話で返事",
        )
    )


def _fill_talents(services: Services, partner: int) -> None:
    talents = services.talents
    office = services.partners.search("武蔵野美術大学", 1)[0]
    talents.add(
        TalentDraft(
            office.id,
            TalentSide.OFFER,
            "看板やちらしのデザイン",
            "学生が、団体の看板・ちらし・展示パネルを一緒に作ります。",
            (6, 13),
            "彫刻学科　研究室",
        )
    )
    need = talents.add(
        TalentDraft(
            partner,
            TalentSide.NEED,
            "水辺の観察会のちらしを作れる人",
            "子どもにも分かるデザインのちらしと、当日の展示パネルを作りたい。",
            (7, 13),
        )
    )
    talents.add(
        TalentDraft(partner, TalentSide.OFFER, "水辺の生き物の調べ方", "出前の観察会ができます。", (7, 2))
    )
    talents.refer(
        ReferralDraft(
            partner, date(2026, 4, 16), organization="asupia", about="ちらしの作り方の講座", talent_id=need
        )
    )


def _fill_files(services: Services, partner: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        bylaws = Path(place) / "かわせみ水辺くらぶ会則.pdf"
        bylaws.write_bytes(services.documents.print_blank("check_sheet").pdf)
        roster = Path(place) / "役員名簿.csv"
        roster.write_text("役職,氏名\n会長,山田　花子\n会計,森　一郎\n", encoding="utf-8")
        services.attachments.add("partner", partner, [bylaws], "会則（2026年4月）")
        services.attachments.add("partner", partner, [roster], "役員名簿")


def scanned_paper(services: Services, path: Path) -> Path:
    """Write a PDF as a copier makes it of paper: every paper that is out, grey, and a page nobody knows."""
    pages: list[Image.Image] = []
    for sheet in services.sheets.out()[:2]:
        with PdfDocument(services.sheets.pdf(sheet.id)) as printed:
            pages += [page.render(scale=200 / 72, grayscale=True).to_pil().copy() for page in printed]
    strange = Image.new("L", pages[0].size, 255)
    strange.paste(pages[0].crop((0, 900, pages[0].width, 1500)), (0, 500))
    pages[0].save(path, save_all=True, append_images=[*pages[1:], strange], resolution=200)
    return path
