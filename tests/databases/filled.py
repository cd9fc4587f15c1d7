"""A database with something in every table, made through the services.

`python -m tests.databases.filled` writes `kyodo-7.sqlite` anew: do that only while its version has not been
released. The others are older releases' and stay as they are.
"""

import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from PIL import Image

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.composition import Composition, build
from kyodo_desktop.records.cases import BudgetLine as BudgetLineRecord
from kyodo_desktop.records.cases import LineSide, ReceiptLine, RoleLine
from kyodo_desktop.records.check_sheets import CheckMarkRecord, CheckSheetDraft, MarkValue, Moment, Side
from kyodo_desktop.records.contacts import ContactDraft, ContactWay
from kyodo_desktop.records.evaluations import (
    EvaluationAnswer,
    EvaluationFilling,
    EvaluationGoal,
    EvaluationKind,
    EvaluationSide,
)
from kyodo_desktop.records.guides import GuideNote, NoteState
from kyodo_desktop.records.partner_parts import (
    PartnerContact,
    PartnerOfficer,
    PartnerProfile,
    ProfileAnswer,
)
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind
from kyodo_desktop.records.personal_data import DataUse, PersonalContent
from kyodo_desktop.records.phrases import PhraseDraft
from kyodo_desktop.records.proposals import Confirmation, ProposalDraft, RequirementAnswer
from kyodo_desktop.records.rounds import (
    BriefingDraft,
    GuestDraft,
    MeetingDraft,
    ThemeDecision,
    ThemeDraft,
)
from kyodo_desktop.records.sheets import SheetDraft, SheetOwner
from kyodo_desktop.records.talents import ReferralDraft, TalentDraft, TalentSide
from kyodo_desktop.records.templates import COMMON
from kyodo_desktop.store import open_store
from kyodo_desktop.store.backup import make_backup
from tests.services.drafts import draft_of
from tests.services.scans import A4, picture, scanned_pdf

NOON = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
RELEASED = Path(__file__).with_name("kyodo-7.sqlite")

KNOWN_WELL = PartnerDraft(
    name="小川町　朝市の会",
    kana="おがわちょうあさいちのかい",
    kind=PartnerKind.CITIZEN_GROUP,
    former_names=("小川朝市実行委員会",),
    legal_form="none",
    activity_fields=(3, 16),
    members=24,
    members_in_city=20,
    tags=("朝市",),
    contacts=(PartnerContact("事務局", "髙﨑　一郎", "042-346-9809"),),
    officers=(PartnerOfficer("会長", "髙﨑　一郎", "たかさきいちろう", date(2024, 4, 1)),),
    profile=PartnerProfile(
        purpose="畑と食卓をつなぐ",
        asked=(ProfileAnswer("voluntariness", Confirmation.CONFIRMED, "会則", "西田", date(2026, 11, 24)),),
    ),
    public_fields=frozenset({"kind", "activity_fields", "profile.purpose"}),
)


def fill_everything(composition: Composition) -> None:
    """Do what a clerk does in a first week."""
    services = composition.services
    services.settings.set("clerk_name", "西田")
    partner = services.partners.add(PartnerDraft(name="小川町　朝市の会", kana="おがわちょうあさいちのかい"))
    entry = services.collaborations.list(2018)[64]
    services.collaborations.edit(entry.id, draft_of(entry))
    services.collaborations.discard([services.collaborations.duplicate(entry.id)])
    sheet = CheckSheetDraft(
        fiscal_year=2026,
        title="朝市",
        collaboration_id=entry.id,
        partner_id=partner,
        marks=(CheckMarkRecord("plan_1", Side.CITY, Moment.BEFORE, MarkValue.TALK, "四月に話す"),),
    )
    talk_over(composition, services.check_sheets.create(sheet))
    taken_in = services.proposals.create(proposal_of(partner))
    received = services.proposals.receive(taken_in)
    services.proposals.create(ProposalDraft(title="まだ下書き"))
    services.contacts.note(
        ContactDraft(
            ContactWay.PHONE,
            "会場を聞かれた。調べて折り返す。",
            partner_id=partner,
            person="髙﨑　一郎",
            phone="042-346-9809",
            next_on=date(2026, 11, 27),
            next_what="会場を電話で知らせる",
            proposal_id=taken_in,
        )
    )
    services.drafts.save("partner", 0, {"name": "書きかけ"})
    services.partners.edit(partner, KNOWN_WELL)
    put_rules_to(composition, partner)
    services.saved_searches.save("partners", "確認が古い団体", {"chosen": {"confirmed": ["stale"]}})
    offer = TalentDraft(
        partner, TalentSide.OFFER, "野菜の育て方", "学校の畑にも行けます", (3, 7), "髙﨑　一郎"
    )
    talent = services.talents.add(offer)
    sent = ReferralDraft(partner, date(2026, 11, 24), "asupia", about="畑を借りたい学校", talent_id=talent)
    services.talents.refer(sent)
    labels = PersonalContent("宛名ラベル", 1, ("郵便番号", "所在地"))
    services.personal_data.note(labels, DataUse.PRINT, "複合機")
    put_words_to_papers(composition)
    issue_papers(composition, taken_in)
    scan_papers(composition, received.receipt_number)
    hold_a_round(composition, partner)
    go_on_with_a_case(composition, taken_in)
    evaluate(composition, taken_in)
    take_through_the_steps(composition, taken_in)
    services.partners.discard([services.partners.add(PartnerDraft(name="やめた会", kind=PartnerKind.OTHER))])


def evaluate(composition: Composition, proposal_id: int) -> None:
    """Have the group say what it thinks of its project."""
    evaluations = composition.services.evaluations
    draft = evaluations.blank_for(SheetOwner("proposal", proposal_id), EvaluationKind.EVALUATION)
    evaluations.create(
        replace(
            draft,
            goals=(EvaluationGoal("来る人を増やす", "来場者", "100人"),),
            answers=(EvaluationAnswer("schedule", EvaluationSide.PARTNER, "2", "雨で二回流れた"),),
            fillings=(EvaluationFilling(EvaluationSide.PARTNER, "髙﨑　一郎", date(2026, 11, 24)),),
        )
    )


def talk_over(composition: Composition, sheet: int) -> None:
    """Keep what both sides agreed over a sheet, and when they look at it again."""
    composition.services.check_sheets.agree(sheet, "plan_1", "四月の打合せで確かめる", date(2026, 11, 24))
    composition.services.check_sheets.plan_check(sheet, date(2027, 1, 20))


def put_rules_to(composition: Composition, partner: int) -> None:
    """Put a file to a partner, and another into the wastebasket."""
    paper = composition.store.folder.root / "会則.txt"
    for words in ("会則", "古い会則"):
        paper.write_text(words, encoding="utf-8")
        added = composition.services.attachments.add("partner", partner, [paper], words)
    composition.services.attachments.discard(added)
    paper.unlink()


def put_words_to_papers(composition: Composition) -> None:
    """Make two papers' words the office's own, and keep two stock sentences, one of them thrown away."""
    templates, phrases = composition.services.templates, composition.services.phrases
    templates.save(replace(templates.of(COMMON), fiscal_year=2026, mayor="小川　一郎"))
    letter = replace(templates.of("selection_result"), fiscal_year=2026, own=True)
    templates.save(replace(letter, form_number="第３号様式", wording={"body": "下記のとおり決定しました。"}))
    phrases.add(PhraseDraft("説明会", "説明会を行います。", "selection_result", "adopted"))
    phrases.discard([phrases.add(PhraseDraft("古い文", "別途通知します。"))])


def issue_papers(composition: Composition, proposal: int) -> None:
    """Issue three papers of a proposal: one is replaced, one is with the group, one is filed."""
    sheets, documents = composition.services.sheets, composition.services.documents
    drafts = [
        SheetDraft(key, documents.values_for(key, "proposal", proposal), SheetOwner("proposal", proposal))
        for key in ("open_call_application", "officers_list", "document_checklist")
    ]
    application, officers, checklist = (sheets.issue(draft, allow_empty=True).id for draft in drafts)
    sheets.reissue(application, drafts[0], allow_empty=True)
    sheets.mark_printed([officers, checklist], "複合機")
    sheets.hand_out([officers], "会長　髙﨑　一郎", date(2026, 12, 1))
    sheets.receive([checklist])
    sheets.file_away([checklist])


def scan_papers(composition: Composition, receipt_number: str) -> None:
    """Bring a scanned slip home to its proposal, and leave a page that nobody knows in the list."""
    scans, paper = composition.services.scans, composition.store.folder.root / "複合機.pdf"
    paper.write_bytes(scanned_pdf([picture(receipt_number), Image.new("L", A4, 255)]))
    (run,) = scans.take_in([paper]).scans
    scans.confirm([scans.assign(run.id, receipt_number).id])
    paper.write_bytes(scanned_pdf([Image.new("L", A4, 255)]))
    scans.take_in([paper])
    paper.unlink()


def hold_a_round(composition: Composition, partner: int) -> None:
    """Make a round whose closing was moved, with a theme decided on, and a briefing the partner came to."""
    rounds = composition.services.rounds
    made = rounds.create("open_call", 2026)
    rounds.take_proposed(made, "application")
    rounds.edit(made, replace(rounds.get(made).draft, closes_at=time(17)))
    theme = rounds.add_theme(made, ThemeDraft("空き地を花で", departments=("道路課",)))
    came = (rounds.council()[0], rounds.council()[15])
    meeting = rounds.add_meeting(made, MeetingDraft(date(2026, 4, 20), "５０５会議室", came))
    rounds.decide([theme], ThemeDecision.CHOSEN, "地域の声が多い", meeting)
    briefing = rounds.add_briefing(made, BriefingDraft(date(2026, 5, 14), time(14), "中央公民館"))
    rounds.add_guest(briefing, GuestDraft(partner, persons=2))
    proposals = composition.services.proposals
    proposals.create(ProposalDraft(title="花の提案", programme="open_call", fiscal_year=2026, theme_id=theme))


def go_on_with_a_case(composition: Composition, proposal: int) -> None:
    """Move a case on and back, record what was done in it, and keep a receipt of it."""
    cases = composition.services.cases
    cases.enter(proposal, "opinion", date(2026, 11, 24), "急ぐため")
    cases.take_back(proposal, "まちがい")
    cases.record(
        proposal, "opinion", {"department": "道路課", "asked_on": "2026-11-24", "due_on": "2026-12-01"}
    )
    (line,) = composition.services.settling.get(proposal).lines
    assert line.line.id is not None
    composition.services.settling.settle_line(line.line.id, 980, "98円×10")
    composition.services.settling.add_receipt(
        ReceiptLine(line.line.id, "1", date(2026, 11, 20), "花屋", "苗", 980, 900, "値引き")
    )


def take_through_the_steps(composition: Composition, proposal: int) -> None:
    """Take a proposal through the six steps, with a note of one point."""
    guides = composition.services.guides
    draft = guides.blank_for(SheetOwner("proposal", proposal))
    made = guides.create(replace(draft, suitability="place", zone="equal", collaboration_form="co_hosting"))
    guides.note(made, GuideNote("partner", "finances", NoteState.TALK, "決算書を待つ", by="西田"))


def proposal_of(partner: int) -> ProposalDraft:
    """Return a proposal that can be taken in."""
    return ProposalDraft(
        programme="open_call",
        fiscal_year=2026,
        partner_id=partner,
        partner_name="小川町　朝市の会",
        title="朝市で会う",
        starts_on=date(2027, 4, 1),
        ends_on=date(2028, 2, 28),
        amount=100_000,
        requirements=(RequirementAnswer("members", Confirmation.CONFIRMED, by="西田"),),
        papers=(("project_plan", 2),),
        roles=(RoleLine("朝市をひらく", "会場をかす"),),
        lines=(BudgetLineRecord(LineSide.EXPENSE, "苗", 1_000, 1_000, "100円×10"),),
        received_by="西田",
    )


def main() -> None:
    """Write the database file of the version at hand."""
    with tempfile.TemporaryDirectory() as root:
        folder = DataFolder(Path(root))
        composition = build(folder, clock=FixedClock(NOON))
        fill_everything(composition)
        composition.close()
        open_store(folder, FixedClock(NOON)).close()
        copy = make_backup(folder, NOON)
        RELEASED.write_bytes(copy.read_bytes())


if __name__ == "__main__":
    main()
