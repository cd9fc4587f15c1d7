"""団体概要書: who the group is, how to reach it, what of that may be published (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import Body, Box, Boxes, BoxRow, Layout, Notes, Title
from kyodo_desktop.forms.form import Form, Text, Wording
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup, FormOption

_K = FormFieldKind
_POST_TO = (FormOption("representative", N_("代表者")), FormOption("contact", N_("連絡担当者")))
_PUBLISH = (
    FormOption("all", N_("公開してよい")),
    FormOption("part", N_("一部を公開してよい")),
    FormOption("none", N_("公開しない")),
)
_ACTIVITIES = N_(
    "１ 保健、医療又は福祉　２ 社会教育　３ まちづくり　４ 観光　５ 農山漁村又は中山間地域\n"
    "６ 学術、文化、芸術又はスポーツ　７ 環境の保全　８ 災害救援　９ 地域安全　10 人権の擁護又は平和\n"
    "11 国際協力　12 男女共同参画社会　13 子どもの健全育成　14 情報化社会　15 科学技術　16 経済活動の活性化\n"
    "17 職業能力の開発又は雇用機会　18 消費者の保護　19 団体の運営又は活動に関する連絡、助言又は援助\n"
    "20 都の条例で定める活動"
)

FORM = Form(
    key="applicant_profile",
    title=N_("団体概要書"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.PARTNER,
    fields=(
        FormField("partner_kana", N_("団体名のフリガナ"), _K.KANA),
        FormField("partner_name", N_("団体名"), required=True),
        FormField("postal_code", N_("郵便番号"), personal=True),
        FormField("address", N_("所在地"), required=True, personal=True),
        FormField("representative_kana", N_("代表者のフリガナ"), _K.KANA, personal=True),
        FormField("representative_title", N_("代表者の役職"), required=True),
        FormField("representative_name", N_("代表者の氏名"), required=True, personal=True),
        FormField("representative_address", N_("代表者の住所"), personal=True),
        FormField("phone", N_("電話番号"), required=True, personal=True),
        FormField("fax", N_("ＦＡＸ番号"), personal=True),
        FormField("email", N_("メールアドレス"), personal=True),
        FormField("contact_person", N_("連絡担当者の氏名"), personal=True),
        FormField("contact_phone", N_("連絡担当者の電話番号"), personal=True),
        FormField("contact_email", N_("連絡担当者のメールアドレス"), personal=True),
        FormField("post_to", N_("通知等の送付先"), _K.CHOICE, options=_POST_TO),
        FormField("established_on", N_("設立年月日"), _K.DATE),
        FormField("corporate_number", N_("法人番号")),
        FormField("members", N_("会員数"), _K.NUMBER, required=True),
        FormField("members_in_city", N_("うち市内在住・在勤・在学"), _K.NUMBER),
        FormField("fee", N_("会費")),
        FormField("website", N_("ホームページ")),
        FormField("activity_fields", N_("活動分野")),
        FormField("group_purpose", N_("活動の目的"), _K.MULTILINE, required=True),
        FormField("achievements", N_("主な活動実績"), _K.MULTILINE, required=True),
        FormField("other_grants", N_("他の助成の実績"), _K.MULTILINE),
        FormField("publish", N_("市による公開"), _K.CHOICE, options=_PUBLISH),
        FormField("publish_except", N_("公開しない項目")),
    ),
    wording=Wording(
        notes=(
            N_("連絡担当者は、代表者と異なる場合に書くこと。"),
            N_("他の助成の実績には、制度の名称、年月及び金額を書くこと。"),
        ),
        more=(Text("activities", N_("活動分野の番号"), _ACTIVITIES),),
    ),
    layout=Layout(
        caution=True,
        blocks=(
            Title(at=33, size=16, spread=56),
            Boxes(
                at=44,
                rows=(
                    BoxRow((Box(N_("フリガナ"), "{partner_kana}"),), height=9),
                    BoxRow((Box(N_("団体名"), "{partner_name}"),), height=13),
                    BoxRow((Box(N_("所在地"), "〒{postal_code}\n{address}"),), height=18),
                    BoxRow((Box(N_("フリガナ"), "{representative_kana}"),), height=9),
                    BoxRow(
                        (
                            Box(N_("代表者氏名"), "{representative_name}"),
                            Box(N_("役職"), "{representative_title}", label_width=16, width=44),
                        ),
                        height=12,
                    ),
                    BoxRow((Box(N_("住所"), "{representative_address}"),), height=12),
                    BoxRow(
                        (
                            Box(N_("電話番号"), "{phone}", width=52.5),
                            Box(N_("ＦＡＸ番号"), "{fax}"),
                        ),
                        height=11,
                    ),
                    BoxRow((Box(N_("メールアドレス"), "{email}"),), height=11),
                    BoxRow(
                        (
                            Box(N_("連絡担当者"), "{contact_person}", width=52.5),
                            Box(N_("電話番号"), "{contact_phone}"),
                        ),
                        height=12,
                    ),
                    BoxRow((Box(N_("担当者メール"), "{contact_email}"),), height=11),
                    BoxRow((Box(N_("通知等の送付先"), "{post_to:ticks}"),), height=11),
                ),
            ),
            Boxes(
                gap=5,
                rows=(
                    BoxRow(
                        (
                            Box(N_("設立年月日"), "{established_on}", width=62),
                            Box(N_("法人番号"), "{corporate_number}", label_width=24),
                        ),
                        height=11,
                    ),
                    BoxRow(
                        (
                            Box(
                                N_("会員数"),
                                N_("{members}人（うち市内在住・在勤・在学　{members_in_city}人）"),
                            ),
                        ),
                        height=11,
                    ),
                    BoxRow((Box(N_("会費"), "{fee}"),), height=11),
                    BoxRow((Box(N_("ホームページ"), "{website}"),), height=11),
                    BoxRow((Box(N_("活動分野\n（番号）"), "{activity_fields}"),), height=12),
                ),
            ),
            Body("activities", gap=2, size=8, indent=False),
            Boxes(
                gap=5,
                rows=(
                    BoxRow((Box(N_("活動の目的"), "{group_purpose}"),), height=56),
                    BoxRow((Box(N_("主な活動実績"), "{achievements}"),), height=82),
                    BoxRow((Box(N_("他の助成の実績"), "{other_grants}"),), height=56),
                    BoxRow((Box(N_("市による公開"), "{publish:ticks}"),), height=11),
                    BoxRow((Box(N_("公開しない項目"), "{publish_except}"),), height=11),
                ),
            ),
            Notes(),
        ),
    ),
)
