"""委託契約書: the contract by which a group does a project for the city (ours, （仮）).

By 地方自治法 a contract in writing is sealed by both, so its seal is not left out as on other papers.
"""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import Articles, Body, Item, Ki, Layout, SignatureLines, Title
from kyodo_desktop.forms.form import Form, Signature, Text, Wording
from kyodo_desktop.forms.parties import PARTIES, PARTNER
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup
from kyodo_desktop.records.templates import Seal

_K = FormFieldKind
_ARTICLES = (
    Text(
        "whole",
        N_("総則"),
        N_(
            "甲及び乙は、この契約に基づき、別紙仕様書及び{agreement_on}に締結した協定書に従い、"
            "この契約を履行しなければならない。\n"
            "２　甲及び乙は、対等な立場で互いに意見を出し合いながら、委託業務を進めるものとする。"
        ),
    ),
    Text(
        "transfer",
        N_("権利義務の譲渡等の禁止"),
        N_(
            "乙は、この契約により生ずる権利又は義務を、第三者に譲渡し、又は承継させてはならない。ただし、あらかじめ甲の承諾を得たときは、この限りでない。"
        ),
    ),
    Text(
        "again",
        N_("再委託の禁止"),
        N_(
            "乙は、委託業務の全部又は主要な部分を第三者に委託してはならない。一部を委託しようとするときは、あらかじめ甲の承諾を得なければならない。"
        ),
    ),
    Text(
        "secret",
        N_("秘密の保持及び個人情報の保護"),
        N_(
            "乙は、委託業務により知り得た秘密を他に漏らしてはならない。"
            "この契約が終了し、又は解除された後も、同様とする。\n"
            "２　乙は、個人情報の取扱いについて、法令及び別紙仕様書に定める事項を守らなければならない。"
        ),
    ),
    Text(
        "report",
        N_("報告及び検査"),
        N_(
            "乙は、委託業務が完了したときは、速やかに甲に報告し、検査を受けなければならない。\n"
            "２　検査に合格しないときは、乙は、甲の指定する期間内に補正し、再び検査を受けなければならない。\n"
            "３　甲は、必要があるときは、委託業務の状況について乙に報告を求めることができる。"
        ),
    ),
    Text(
        "payment",
        N_("委託料の支払"),
        N_(
            "乙は、前条の検査に合格した後、甲に委託料を請求するものとする。\n"
            "２　甲は、適法な請求書を受理した日から30日以内に、委託料を支払うものとする。\n"
            "３　甲は、委託業務の性質上必要と認めるときは、甲乙協議の上、前金払又は概算払をすることができる。"
        ),
    ),
    Text(
        "change",
        N_("契約の変更"),
        N_(
            "甲又は乙は、委託業務の内容を変更し、又は一時中止する必要があるときは、甲乙協議の上、書面により定めるものとする。"
        ),
    ),
    Text(
        "damage",
        N_("損害の負担"),
        N_(
            "委託業務の実施に当たり生じた損害は、乙の負担とする。ただし、甲の責めに帰すべき理由によるものは、甲の負担とする。"
        ),
    ),
    Text(
        "fault",
        N_("契約不適合"),
        N_(
            "甲は、委託業務の成果が契約の内容に適合しないときは、乙に対し、その補正、委託料の減額又は損害の賠償を求めることができる。"
        ),
    ),
    Text(
        "end",
        N_("契約の解除"),
        N_(
            "甲は、乙がこの契約に違反し、相当の期間を定めて求めても改めないときは、"
            "この契約を解除することができる。\n"
            "２　甲は、乙又はその役員が暴力団又は暴力団員と関係を有すると認めるときは、"
            "催告をすることなくこの契約を解除することができる。\n"
            "３　乙は、甲がこの契約に違反し、委託業務を続けることができなくなったときは、"
            "この契約を解除することができる。"
        ),
    ),
    Text(
        "results",
        N_("成果の帰属"),
        N_("委託業務の成果の帰属及び利用については、甲乙協議の上、定めるものとする。"),
    ),
    Text(
        "doubt",
        N_("疑義の協議"),
        N_("この契約に定めのない事項又はこの契約に疑義が生じたときは、甲乙協議の上、定めるものとする。"),
    ),
)

FORM = Form(
    key="contract",
    title=N_("委託契約書"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.CITY,
    signs=(
        Signature("city", N_("甲"), Seal.REPRESENTATIVE),
        Signature("partner", N_("乙"), Seal.REPRESENTATIVE),
    ),
    fields=(
        FormField("title", N_("件名"), required=True),
        FormField("amount", N_("委託料"), _K.YEN, required=True),
        FormField("tax", N_("委託料のうち消費税及び地方消費税の額"), _K.YEN),
        FormField("starts_on", N_("契約期間の始期"), _K.DATE, required=True),
        FormField("ends_on", N_("契約期間の終期"), _K.DATE, required=True),
        FormField("place", N_("履行場所"), required=True),
        FormField("deposit", N_("契約保証金"), required=True),
        FormField("agreement_on", N_("協定書の締結日"), _K.DATE, required=True),
        FormField("agreed_on", N_("契約日"), _K.DATE),
        *PARTNER,
    ),
    wording=Wording(
        body=N_(
            "上記の委託業務について、小平市（以下「甲」という。）と{partner_name}（以下「乙」という。）とは、"
            "対等な立場における合意に基づいて、次の条項により委託契約を締結し、"
            "信義に従って誠実に履行するものとする。"
        ),
        more=(
            *_ARTICLES,
            Text(
                "closing",
                N_("結びの文"),
                N_("この契約の証として、本書２通を作成し、甲乙記名押印の上、各自その１通を保有する。"),
            ),
        ),
    ),
    layout=Layout(
        tallies=True,
        blocks=(
            Title(at=40, size=16, spread=64),
            Ki(
                at=56,
                headed=False,
                closed=False,
                value_left=62,
                items=(
                    Item(N_("件名"), "{title}", lines=1),
                    Item(N_("委託料"), "{amount:kin}", lines=1, width=92, prefix=N_("金"), suffix=N_("円")),
                    Item(
                        N_("うち消費税等"), "{tax:kin}", lines=1, width=92, prefix=N_("金"), suffix=N_("円")
                    ),
                    Item(N_("契約期間"), N_("{starts_on}から{ends_on}まで")),
                    Item(N_("履行場所"), "{place}", lines=1),
                    Item(N_("契約保証金"), "{deposit}", lines=1),
                ),
            ),
            Body(gap=8),
            Articles(tuple(one.name for one in _ARTICLES), gap=6),
            SignatureLines(parties=PARTIES, date="agreed_on", text="closing"),
        ),
    ),
)
