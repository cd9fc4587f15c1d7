"""The office's own words of its papers: per fiscal year, version by version, and on paper."""

from dataclasses import replace

import pytest

from kyodo_desktop.base.errors import InputError, NotFoundError
from kyodo_desktop.forms.catalogue import find_form
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.printing.press import print_form
from kyodo_desktop.records.settings import CONTACT_BLOCK
from kyodo_desktop.records.templates import COMMON, DateStyle, DigitRule, Seal, Template
from kyodo_desktop.services.documents import DocumentsService
from kyodo_desktop.services.history import HistoryService
from kyodo_desktop.services.settings import SettingsService
from kyodo_desktop.services.templates import TemplatesService
from kyodo_desktop.store import Store
from tests.printing.conftest import ReadPaper

LETTER, APPLICATION = "selection_result", "open_call_application"


@pytest.fixture
def templates(store: Store) -> TemplatesService:
    return TemplatesService(store)


def words(pdf: bytes) -> str:
    return ReadPaper(pdf).words()


def saved(templates: TemplatesService, key: str = LETTER, year: int = 2026, **changes: object) -> Template:
    template = replace(templates.of(key, year), fiscal_year=year, **changes)  # type: ignore[arg-type]
    templates.save(template)
    return templates.of(key, year)


def test_it_ships_with_templates_that_say_they_are_provisional(templates: TemplatesService) -> None:
    shipped = templates.of(LETTER)
    assert (shipped.fiscal_year, shipped.own, shipped.form_number, shipped.mayor) == (None, False, "", "")
    assert shipped.seal is Seal.OFFICIAL
    assert "（仮）" in words(templates.sample(shipped).pdf)
    assert {form.key for form in templates.forms()} >= {LETTER, APPLICATION}
    assert "check_sheet" not in {form.key for form in templates.forms()}


def test_what_the_office_changes_is_printed(templates: TemplatesService, store: Store) -> None:
    saved(
        templates,
        APPLICATION,
        form_number="様式第７号（第８条関係）",
        title="{fiscal_year:nendo}の申込書",
        notes=("控えを取ること。", " "),
        digits=DigitRule.FULL,
        date_style=DateStyle.WESTERN,
        sender="小平市長殿",
        own=True,
    )
    data = {"applied_on": "2026-05-12", "fiscal_year": 2026}
    paper = words(DocumentsService(store).print_data(APPLICATION, data).pdf)
    for shown in (
        "様式第７号（第８条関係）",
        "申込書",
        "控えを取ること。",
        "２０２６年５月１２日",
        "小平市長殿",
    ):
        assert shown in paper
    assert "（仮）" not in paper
    assert "様式第７号" in words(DocumentsService(store).print_blank(APPLICATION).pdf)
    assert templates.of(APPLICATION).notes == ("控えを取ること。",)


def test_each_saving_is_a_new_version_and_a_year_has_its_own(templates: TemplatesService) -> None:
    saved(templates, form_number="第１号")
    saved(templates, form_number="第２号")
    saved(templates, year=2027, form_number="第３号")
    told = [(one.template.fiscal_year, one.template.version) for one in templates.versions(LETTER)]
    assert told == [(2027, 1), (2026, 2), (2026, 1)]
    numbers = {year: templates.of(LETTER, year).form_number for year in (2025, 2026, 2027, 2030)}
    assert numbers == {2025: "", 2026: "第２号", 2027: "第３号", 2030: "第３号"}
    assert templates.of(LETTER).form_number == "第２号"


def test_back_to_what_ships_is_a_version_too(templates: TemplatesService, store: Store) -> None:
    saved(templates, form_number="第１号", own=True)
    assert templates.back_to_default(LETTER, 2026) == 2
    now = templates.of(LETTER)
    assert (now.form_number, now.own, now.version) == ("", False, 2)
    assert [one.shipped for one in templates.versions(LETTER)] == [True, False]
    HistoryService(store).undo()
    assert templates.of(LETTER).form_number == "第１号"


def test_what_all_papers_share_reaches_also_those_that_are_the_offices_own(
    templates: TemplatesService, store: Store
) -> None:
    saved(templates, LETTER, title="選考の結果", own=True)
    saved(templates, COMMON, mayor="小川　一郎", digits=DigitRule.HALF)
    SettingsService(store).set(CONTACT_BLOCK, "市民協働・男女参画推進課\n電話 042-346-9809")
    letter = templates.of(LETTER)
    assert (letter.mayor, letter.digits, letter.title) == ("小川　一郎", DigitRule.HALF, "選考の結果")
    assert "042-346-9809" in letter.contact_block
    paper = words(templates.sample(letter).pdf)
    assert "小川一郎" in paper
    assert "市民協働・男女参画推進課" in paper
    saved(templates, LETTER, mayor="代理　花子")
    saved(templates, COMMON, mayor="小川　二郎")
    assert templates.of(LETTER).mayor == "代理　花子"
    saved(templates, LETTER, mayor="")
    assert templates.of(LETTER).mayor == "小川　二郎"


def test_words_as_shipped_are_not_kept_as_the_offices(templates: TemplatesService) -> None:
    shipped = {text.name: text.text for text in templates.texts(templates.of(LETTER))}
    assert saved(templates, wording=shipped).wording == {}
    changed = saved(templates, wording={**shipped, "body": "採択します。"})
    assert changed.wording == {"body": "採択します。"}
    assert [(one.label, one.text) for one in templates.texts(changed)] == [("本文", "採択します。")]


def test_places_the_paper_does_not_know_are_refused_by_name(templates: TemplatesService) -> None:
    with pytest.raises(InputError, match=r"「本文」にある \{amounts\} は、「選考結果通知書」では使えない"):
        saved(templates, wording={"body": "{amounts}を交付します。"})
    assert ("title", "事業の名称") in templates.places(LETTER)
    assert templates.versions(LETTER) == ()


@pytest.mark.parametrize("name", ["form_number", "sender", "mayor"])
def test_what_stands_on_one_line_is_one_line(templates: TemplatesService, name: str) -> None:
    with pytest.raises(InputError, match="1行で"):
        saved(templates, **{name: "上\n下"})  # type: ignore[arg-type]


def test_no_my_number_is_kept(templates: TemplatesService) -> None:
    with pytest.raises(InputError, match="マイナンバー"):
        saved(templates, notes=("123456789018",))


def test_a_template_wants_a_form_and_a_year(templates: TemplatesService) -> None:
    with pytest.raises(InputError, match="年度"):
        templates.save(templates.of(LETTER))
    with pytest.raises(InputError, match="年度"):
        templates.save(replace(templates.of(LETTER), fiscal_year=20260))
    with pytest.raises(NotFoundError, match="nothing"):
        templates.of("nothing")


@pytest.mark.parametrize(("key", "named"), [(LETTER, True), (APPLICATION, False)])
def test_a_letter_that_goes_out_names_the_mayor_that_is_missing(
    templates: TemplatesService, key: str, named: bool
) -> None:
    form, template = find_form(key), templates.of(key)

    def wanting(template: Template) -> bool:
        printed = print_form(form, check_data(form, {}), issued=True, template=template)
        return any(label.startswith("市長名") for label in printed.empty_required)

    assert wanting(template) is named
    assert not wanting(replace(template, mayor="小川　一郎"))
    assert templates.parts(key).mayor is named
    mentioned = replace(template, notes=("{mayor}が決定する。",))
    assert wanting(mentioned)


def test_letters_no_font_has_are_named_with_the_text_they_stand_in(templates: TemplatesService) -> None:
    template = replace(templates.of(LETTER), mayor="渡邉\U000e0102　一郎", notes=("注意🌸",))
    assert {"邉\U000e0102（市長名）", "🌸（注）"} <= set(templates.sample(template).missing_glyphs)


def test_notes_of_the_offices_own_stand_on_a_paper_that_ships_without_any(
    templates: TemplatesService,
) -> None:
    template = replace(templates.of(LETTER), notes=("大切に保管してください。",))
    paper = words(templates.sample(template).pdf)
    assert 0 < paper.index("以上") < paper.index("大切に保管") < paper.index("問合せ先")
