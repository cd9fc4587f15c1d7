"""協定書: what the city and a group agree on for a project they do together (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import Articles, Body, Column, Layout, SignatureLines, Table, Title
from kyodo_desktop.forms.form import Form, Signature, Text, Wording
from kyodo_desktop.forms.parties import PARTIES, PARTNER
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup
from kyodo_desktop.records.templates import Seal

_K = FormFieldKind
_ARTICLES = (
    Text(
        "aim",
        N_("目的"),
        N_(
            "この協定は、甲及び乙が協働して{title}（以下「本事業」という。）を実施することにより、{purpose}ことを目的とする。"
        ),
    ),
    Text(
        "principles",
        N_("協働の原則"),
        N_(
            "甲及び乙は、目的の共有、自主・自立の尊重、相互理解、対等関係、情報の共有、"
            "役割分担と責任の明確化、実施方法と解決手段の共有並びに公開と評価の８つの原則に基づき、"
            "誠意をもって本事業に取り組むものとする。"
        ),
    ),
    Text(
        "term",
        N_("有効期間"),
        N_("この協定の有効期間は、{starts_on}から{ends_on}までとする。"),
    ),
    Text(
        "duties",
        N_("役割分担"),
        N_(
            "本事業における甲及び乙の役割は、別表のとおりとする。\n"
            "２　前項の役割を変更する必要があるときは、甲乙協議の上、定めるものとする。"
        ),
    ),
    Text(
        "cost",
        N_("経費"),
        N_(
            "本事業に要する経費は、{amount:kin}（消費税及び地方消費税を含む。）を限度とし、甲が負担する。\n"
            "２　経費の支払の方法は、別に締結する契約等で定める。"
        ),
    ),
    Text(
        "sharing",
        N_("情報の共有"),
        N_(
            "甲及び乙は、本事業に関する情報を互いに提供し、定期的に打合せを行うものとする。\n"
            "２　甲及び乙は、打合せの内容を記録し、双方で保管するものとする。"
        ),
    ),
    Text(
        "personal",
        N_("個人情報の保護"),
        N_(
            "甲及び乙は、本事業により知り得た個人情報を、法令に従って適正に取り扱い、"
            "他に漏らし、又は本事業の目的のほかに利用してはならない。この協定が終了した後も、同様とする。"
        ),
    ),
    Text(
        "public",
        N_("公開の原則"),
        N_("本事業の内容及び成果は、個人情報その他公開することが適当でない情報を除き、公開するものとする。"),
    ),
    Text(
        "results",
        N_("成果の帰属"),
        N_(
            "本事業により得た成果は、甲及び乙の双方に帰属するものとし、その利用については、甲乙協議の上、定めるものとする。"
        ),
    ),
    Text(
        "damage",
        N_("損害の負担及び保険"),
        N_(
            "本事業の実施に当たり生じた損害は、その責めに帰すべき者が負担する。"
            "責めの所在が明らかでないときは、甲乙協議の上、定めるものとする。\n"
            "２　甲及び乙は、事故に備え、必要な保険に加入するものとし、その分担は、別表のとおりとする。"
        ),
    ),
    Text(
        "change",
        N_("変更、中止等"),
        N_(
            "甲及び乙は、本事業の内容を変更し、又は本事業を中止する必要があるときは、"
            "速やかに相手方に申し出て、協議するものとする。\n"
            "２　甲又は乙は、相手方がこの協定に違反し、本事業の目的を達することができないと認めるときは、"
            "この協定を解除することができる。"
        ),
    ),
    Text(
        "evaluation",
        N_("評価"),
        N_(
            "甲及び乙は、本事業の終了後、それぞれ自ら評価を行い、その結果を持ち寄って相互に評価を行うものとする。"
        ),
    ),
    Text(
        "doubt",
        N_("疑義の協議"),
        N_("この協定に定めのない事項又はこの協定に疑義が生じたときは、甲乙協議の上、定めるものとする。"),
    ),
)

FORM = Form(
    key="agreement",
    title=N_("協定書"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.CITY,
    signs=(
        Signature("city", N_("甲"), Seal.REPRESENTATIVE),
        Signature("partner", N_("乙"), Seal.REPRESENTATIVE),
    ),
    fields=(
        FormField("title", N_("事業の名称"), required=True),
        FormField("purpose", N_("目的（「～する」までの形で）"), _K.MULTILINE, required=True),
        FormField("starts_on", N_("有効期間の始期"), _K.DATE, required=True),
        FormField("ends_on", N_("有効期間の終期"), _K.DATE, required=True),
        FormField("amount", N_("経費の限度額"), _K.YEN, required=True),
        FormField(
            "roles",
            N_("役割分担"),
            _K.ROWS,
            required=True,
            columns=(
                FormField("city", N_("甲（市）の役割"), _K.MULTILINE),
                FormField("partner", N_("乙（団体）の役割"), _K.MULTILINE),
            ),
        ),
        FormField("agreed_on", N_("締結日"), _K.DATE),
        *PARTNER,
    ),
    wording=Wording(
        title=N_("行政提案型いきいき協働事業に関する協定書"),
        body=N_(
            "小平市（以下「甲」という。）と{partner_name}（以下「乙」という。）とは、"
            "協働して事業を実施するため、次のとおり協定を締結する。"
        ),
        more=(
            *_ARTICLES,
            Text(
                "closing",
                N_("結びの文"),
                N_("この協定の証として、本書２通を作成し、甲乙記名押印の上、各自その１通を保有する。"),
            ),
        ),
    ),
    layout=Layout(
        tallies=True,
        blocks=(
            Title(at=40, size=14),
            Body(at=55),
            Articles(tuple(one.name for one in _ARTICLES), gap=7),
            SignatureLines(parties=PARTIES, date="agreed_on", text="closing"),
            Table(
                gap=10,
                rows="roles",
                heading=N_("別表　役割分担"),
                height=11,
                empty_height=22,
                size=10,
                columns=(
                    Column(N_("甲の役割"), "{city}", 82.5, story=True),
                    Column(N_("乙の役割"), "{partner}", 82.5, story=True),
                ),
            ),
        ),
    ),
)
