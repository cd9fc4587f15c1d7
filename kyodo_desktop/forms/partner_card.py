"""団体カルテ: all that the office knows of a partner (ours, （仮）; the handbook's 情報収集項目 among it)."""

from kyodo_desktop.base import resources
from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.form import Form
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup, FormOption
from kyodo_desktop.records.partners import PARTNER_KIND_LABELS

_K = FormFieldKind

KIND_OPTIONS = tuple(FormOption(kind.value, label) for kind, label in PARTNER_KIND_LABELS.items())

CONTACTS = (
    FormField("purpose", N_("用途"), required=True),
    FormField("person", N_("氏名"), personal=True),
    FormField("phone", N_("電話"), personal=True),
    FormField("fax", N_("ＦＡＸ"), personal=True),
    FormField("email", N_("メール"), personal=True),
    FormField("note", N_("備考"), personal=True),
)
OFFICERS = (
    FormField("title", N_("役職"), required=True),
    FormField("name", N_("氏名"), required=True, personal=True),
    FormField("kana", N_("フリガナ"), _K.KANA, personal=True),
    FormField("period", N_("任期")),
)
ASKED = (
    FormField("question", N_("項目"), required=True),
    FormField("state", N_("確認")),
    FormField("seen", N_("確かめたもの"), _K.MULTILINE),
    FormField("by", N_("確かめた人")),
    FormField("on", N_("確かめた日"), _K.DATE),
)
COLLABORATIONS = (
    FormField("fiscal_year", N_("年度"), required=True),
    FormField("number", N_("番号"), _K.NUMBER),
    FormField("title", N_("事業名称"), required=True),
    FormField("departments", N_("課名")),
    FormField("collaboration_form", N_("協働形態")),
)
PROFILE = (
    FormField("purpose", N_("活動目的"), _K.MULTILINE),
    FormField("achievements", N_("活動実績"), _K.MULTILINE),
    FormField("public_interest", N_("公益性"), _K.MULTILINE),
    FormField("non_profit", N_("非営利性"), _K.MULTILINE),
    FormField("voluntariness", N_("自発性"), _K.MULTILINE),
    FormField("finances", N_("財政状況"), _K.MULTILINE),
    FormField("organisation", N_("運営体制"), _K.MULTILINE),
)

FORM = Form(
    key="partner_card",
    title=N_("団体カルテ"),
    revision=1,
    blank=True,
    record_kind="partner",
    group=FormGroup.LIST,
    fields=(
        # Its second place is the running title: a card has two pages at least.
        FormField("name", N_("団体名"), required=True, times=2),
        FormField("kana", N_("フリガナ"), _K.KANA),
        FormField("short_name", N_("略称")),
        FormField("former_names", N_("旧称")),
        FormField("kind", N_("区分"), _K.CHOICE, options=KIND_OPTIONS),
        FormField("kind_estimated", N_("区分は推定"), _K.CHECK),
        FormField("legal_form", N_("法人格")),
        FormField("corporate_number", N_("法人番号")),
        FormField("established_on", N_("設立"), _K.DATE),
        FormField("members", N_("会員数"), _K.NUMBER),
        FormField("members_in_city", N_("うち市内"), _K.NUMBER),
        FormField("activity_fields", N_("活動分野")),
        FormField("representative", N_("代表者"), personal=True),
        FormField("postal_code", N_("郵便番号"), personal=True),
        FormField("address", N_("所在地"), personal=True),
        FormField("phone", N_("電話"), personal=True),
        FormField("email", N_("メール"), personal=True),
        FormField("website", N_("ホームページ")),
        FormField("bylaws_seen_on", N_("会則を見た日"), _K.DATE),
        FormField("roster_seen_on", N_("名簿を見た日"), _K.DATE),
        FormField("asupia_registered", N_("あすぴあ登録"), _K.CHECK),
        FormField("musubu_listed", N_("むすぶ掲載"), _K.CHECK),
        FormField("tags", N_("タグ")),
        FormField("contacts", N_("連絡先"), _K.ROWS, columns=CONTACTS),
        FormField("officers", N_("役員"), _K.ROWS, columns=OFFICERS),
        *PROFILE,
        FormField("asked", N_("協働の相手として"), _K.ROWS, columns=ASKED),
        FormField("collaborations", N_("協働の歩み"), _K.ROWS, columns=COLLABORATIONS),
        FormField("note", N_("備考"), _K.MULTILINE, personal=True),
        FormField("public_fields", N_("公開する項目")),
        FormField("confirmed_on", N_("最終確認日"), _K.DATE),
        FormField("confirmed_by", N_("確認した人")),
        FormField("printed_on", N_("作成日"), _K.DATE),
    ),
)


def activity_choices() -> tuple[str, ...]:
    """Return the 活動分野 in short words, to be ticked on a blank card."""
    return tuple(str(field["short"]) for field in resources.read_toml("activity_fields.toml")["field"])
