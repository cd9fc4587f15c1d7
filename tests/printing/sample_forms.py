"""Papers of no office, made of every block there is."""

from kyodo_desktop.forms.blocks import (
    ApplicantLine,
    ApplicationHead,
    Articles,
    Body,
    Box,
    Boxes,
    BoxRow,
    Column,
    ContactBlock,
    Grid,
    Heading,
    Item,
    Ki,
    Layout,
    LetterHead,
    Notes,
    PageBreak,
    Paper,
    Party,
    Place,
    Ruled,
    SignatureLines,
    Space,
    Table,
    Ticks,
    Title,
    WritingLine,
    WritingLines,
)
from kyodo_desktop.forms.form import Form, Signature, Text, Wording
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormOption
from kyodo_desktop.records.templates import Seal

_K = FormFieldKind

AGREEMENT = Form(
    key="sample_agreement",
    title="見本の協定書",
    revision=1,
    blank=True,
    record_kind=None,
    signs=(Signature("city", "甲", Seal.REPRESENTATIVE), Signature("partner", "乙", Seal.REPRESENTATIVE)),
    fields=(
        FormField("title", "事業の名称", required=True),
        FormField("agreed_on", "締結日", _K.DATE),
        FormField("starts_on", "始期", _K.DATE, required=True),
        FormField("ends_on", "終期", _K.DATE, required=True),
        FormField("fee", "委託料", _K.YEN),
        FormField("address", "所在地"),
        FormField("partner_name", "団体名"),
        FormField("representative", "代表者"),
    ),
    wording=Wording(
        body="小平市（以下「甲」という。）と乙は、次のとおり協定を締結する。",
        more=(
            Text("purpose", "目的", "この協定は、{title}について、必要な事項を定めるものとする。"),
            Text(
                "term",
                "有効期間",
                "有効期間は、{starts_on}から{ends_on}までとする。\n"
                "２　前項の期間は、甲乙協議の上、変更することができる。",
            ),
            Text("left_out", "使わない条", ""),
            Text("cost", "経費", "経費は、{fee:kin}とする。"),
        ),
    ),
    layout=Layout(
        tallies=True,
        blocks=(
            Title(at=38, spread=70, size=16),
            Body(gap=10),
            Articles(("purpose", "term", "left_out", "cost")),
            SignatureLines(
                parties=(
                    Party("甲", (("所在地", "小平市小川町二丁目1333番地"), ("小平市長", "{mayor}"))),
                    Party(
                        "乙",
                        (
                            ("所在地", "{address}"),
                            ("団体名", "{partner_name}"),
                            ("代表者", "{representative}"),
                        ),
                    ),
                ),
                date="agreed_on",
            ),
        ),
    ),
)

SHEET = Form(
    key="sample_sheet",
    title="見本の評価シート",
    revision=1,
    blank=True,
    record_kind=None,
    signs=(Signature("partner", "団体", Seal.SIGNATURE),),
    fields=(
        FormField("applied_on", "記入日", _K.DATE),
        FormField("partner_name", "団体名"),
        FormField("members", "会員数", _K.NUMBER),
        FormField("way", "方法", _K.CHOICE, options=(FormOption("post", "郵送"), FormOption("desk", "窓口"))),
        FormField("story", "成果", _K.MULTILINE),
        FormField("note", "備考", _K.MULTILINE),
        FormField("before", "変更前", _K.MULTILINE),
        FormField("after", "変更後", _K.MULTILINE),
        FormField("agreed", "同意", _K.CHECK),
        FormField("seen", "確認", _K.CHECK),
        FormField(
            "marks",
            "評価",
            _K.ROWS,
            columns=(
                FormField("group", "分類"),
                FormField("item", "項目"),
                FormField("partner_mark", "団体", _K.NUMBER),
                FormField("city_mark", "市", _K.NUMBER),
                FormField("words", "理由", _K.MULTILINE),
            ),
        ),
    ),
    wording=Wording(notes=("１から５までの数で書くこと。",)),
    layout=Layout(
        paper=Paper.A4_LANDSCAPE,
        caution=True,
        blocks=(
            Title(at=30, size=16, spread=90),
            WritingLines(
                at=44,
                left=45,
                right=150,
                lines=(WritingLine("団体名", "{partner_name}"), WritingLine("記入日", "{applied_on}")),
            ),
            Table(
                rows="marks",
                heading="１　評価",
                unit="（１～５）",
                total="合計",
                head_height=12,
                columns=(
                    Column("分類", "{group}", 40, grouped=True),
                    Column("項目", "{item}", 80),
                    Column("団体", "{partner_mark}", 20, Place.CENTRE, over="点", total=True),
                    Column("市", "{city_mark}", 20, Place.CENTRE, over="点", total=True),
                    Column("理由", "{words}", 97),
                ),
            ),
            PageBreak(),
            Heading(text="２　まとめ"),
            Boxes(
                rows=(
                    BoxRow((Box("会員数", "{members}人"), Box("提出の\n方法", "{way:ticks}"))),
                    BoxRow((Box("成果", "{story}"),), height=40),
                ),
            ),
            Grid(
                rows=(("事業の内容", "{before}", "{after}"),),
                columns=(Column("区分", "", 40), Column("変更前", "", 108.5), Column("変更後", "", 108.5)),
            ),
            Space(height=3),
            Ticks(rows=(("agreed", "内容に同意します。"), ("seen", "記載したことを確かめました。" * 6))),
            Ruled(label="備考", pattern="{note}", lines=3),
            Notes(),
        ),
    ),
)

INNER_LETTER = Form(
    key="sample_letter",
    title="所見の依頼について",
    revision=1,
    blank=True,
    record_kind=None,
    fields=(
        FormField("document_number", "文書番号"),
        FormField("issued_on", "日付", _K.DATE, required=True),
        FormField("department", "課名", required=True),
        FormField("section", "依頼する課", required=True),
        FormField("result", "結果", _K.CHOICE, options=(FormOption("yes", "適"), FormOption("no", "不適"))),
        FormField("due_on", "期限", _K.DATE),
        FormField("kinds", "書類", _K.ROWS, columns=(FormField("name", "名称"),)),
    ),
    wording=Wording(
        body="下記のとおり依頼します。",
        more=(
            Text("yes", "適のとき", "適の文。"),
            Text("no", "不適のとき", "不適の文。"),
            Text("steps", "手順", "一つ目\n　その中の一つ\n　その中の二つ\n二つ目"),
        ),
    ),
    layout=Layout(
        number=False,
        blocks=(
            LetterHead(name="department", person="", sender="{section}長"),
            Title(size=12),
            Body(),
            Body("yes", only=("result", "yes")),
            Body("no", only=("result", "no")),
            Ki(
                items=(
                    Item("期限", "{due_on}", optional=True),
                    Item("手順", text="steps"),
                    Item("書類", "{name}", rows="kinds"),
                )
            ),
            ContactBlock(),
        ),
    ),
)

SIGNED = Form(
    key="sample_pledge",
    title="見本の誓約書",
    revision=1,
    blank=True,
    record_kind=None,
    signs=(Signature("partner", "団体代表者", Seal.SIGNATURE),),
    fields=(FormField("applied_on", "日付", _K.DATE), FormField("representative", "代表者")),
    layout=Layout(
        blocks=(
            ApplicationHead(role="誓約者", lines=(ApplicantLine("代表者", "{representative}", seal=True),)),
            Title(),
        ),
    ),
)
ALL = (AGREEMENT, SHEET, INNER_LETTER, SIGNED)
