"""六つの手順: the handbook's points of each step, how far they are, and what was noted."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import (
    Block,
    Body,
    Box,
    Boxes,
    BoxRow,
    Column,
    Heading,
    Layout,
    Notes,
    Place,
    Table,
    Title,
)
from kyodo_desktop.forms.form import Form, Wording
from kyodo_desktop.forms.handbook_points import (
    DIALOGUE_POINTS,
    EVALUATION_POINTS,
    FORM_POINTS,
    INQUIRY_POINTS,
    JUDGEMENT_POINTS,
    RUNNING_POINTS,
)
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup, FormOption

_K = FormFieldKind

_OURS = (N_("確かめること"), N_("ハンドブックの言葉"))
"""Heads of ours, where the handbook has no table."""

STEPS = (
    (
        "possibility",
        N_("（１）協働の可能性の検討"),
        N_("協働で取り組む事業の発見・掘り起こし"),
        JUDGEMENT_POINTS,
        (N_("協働事業の見極めポイント"), N_("検討内容")),
    ),
    (
        "form",
        N_("（２）協働形態の選択"),
        N_("協働の取り組み形態・手法を選ぶ"),
        FORM_POINTS,
        _OURS,
    ),
    (
        "partner",
        N_("（３）協働パートナーの選択"),
        N_("協働するパートナーを見極め選ぶ"),
        INQUIRY_POINTS,
        (N_("情報収集項目"), N_("確認内容")),
    ),
    (
        "effectiveness",
        N_("（４）協働事業の実行性の向上"),
        N_("企画案のブラッシュアップ"),
        DIALOGUE_POINTS,
        (N_("対話のポイント"), N_("上手くいく対話のコツ")),
    ),
    (
        "running",
        N_("（５）協働事業の実施"),
        N_("信頼関係を構築しながら事業を展開"),
        RUNNING_POINTS,
        _OURS,
    ),
    (
        "review",
        N_("（６）協働事業の振り返り・評価"),
        N_("次につなげるためのフィードバック"),
        EVALUATION_POINTS,
        (N_("評価ポイント"), N_("振り返り内容")),
    ),
)
"""The steps as the handbook has them: key, title, sub-title, points, the heads of its table."""


def rows_field(step: str) -> str:
    """Return the name of the field with a step's rows."""
    return f"step_{step}"


def _fields() -> tuple[FormField, ...]:
    columns = (
        FormField("point", N_("確かめること"), _K.MULTILINE, required=True),
        FormField("look", N_("ハンドブックの言葉"), _K.MULTILINE),
        FormField("state", N_("状況")),
        FormField("noted_on", N_("日付"), _K.DATE),
        FormField("memo", N_("メモ"), _K.MULTILINE, personal=True),
    )
    return tuple(FormField(rows_field(key), title, _K.ROWS, columns=columns) for key, title, *_rest in STEPS)


def _blocks() -> tuple[Block, ...]:
    blocks: list[Block] = []
    for key, title, subtitle, points, heads in STEPS:
        only = ("part", "", "whole", key)
        blocks += [
            Heading(gap=6, text=title, only=only),
            Body(gap=1, text=subtitle, indent=False, size=9, only=only),
            Table(
                gap=1,
                rows=rows_field(key),
                fixed=points,
                height=11,
                empty_height=14,
                only=only,
                columns=(
                    Column(heads[0], "{point}", 34),
                    Column(heads[1], "{look}", 47, size=8.5),
                    Column(N_("状況"), "{state}", 17, Place.CENTRE, size=8.5),
                    Column(N_("日付"), "{noted_on}", 26, Place.CENTRE, size=8),
                    Column(N_("メモ"), "{memo}", 41, story=True),
                ),
            ),
        ]
    return tuple(blocks)


FORM = Form(
    key="six_steps",
    title=N_("協働による事業の進め方"),
    revision=1,
    blank=True,
    record_kind=None,
    group=FormGroup.EVALUATION,
    numbered=False,
    fields=(
        FormField(
            "part",
            N_("印刷する手順"),
            _K.CHOICE,
            required=True,
            times=0,
            options=(
                FormOption("whole", N_("六つの手順すべて")),
                *(FormOption(key, title) for key, title, *_rest in STEPS),
            ),
        ),
        FormField("fiscal_year", N_("年度"), _K.NUMBER),
        FormField("title", N_("事業名"), required=True),
        FormField("partner_name", N_("団体名")),
        FormField("department", N_("担当課")),
        FormField("suitability", N_("協働事業の分類")),
        FormField("zone", N_("協働の領域")),
        FormField("collaboration_form", N_("協働の形態")),
        FormField("written", N_("書面")),
        *_fields(),
    ),
    wording=Wording(
        notes=(
            N_(
                "項目と言葉は「協働推進のためのハンドブック（改定版）」から引いています。"
                "（２）と（５）の項目と、（３）の「選定方法や選定基準」は、表にない本文の文を項目にしたものです。"
                "状況・日付・メモの欄は、市の定めではありません（仮）。"
            ),
        )
    ),
    layout=Layout(
        number=False,
        blocks=(
            Title(at=25, size=15),
            Boxes(
                at=33,
                rows=(
                    BoxRow((Box(N_("年度"), "{fiscal_year:nendo}"),)),
                    BoxRow((Box(N_("事業名"), "{title}"),)),
                    BoxRow((Box(N_("団体名"), "{partner_name}"), Box(N_("担当課"), "{department}"))),
                    BoxRow((Box(N_("協働事業の分類"), "{suitability}"),)),
                    BoxRow((Box(N_("協働の領域"), "{zone}"), Box(N_("協働の形態"), "{collaboration_form}"))),
                    BoxRow((Box(N_("約束事の書面"), "{written}"),)),
                ),
            ),
            *_blocks(),
            Notes(gap=3),
        ),
    ),
)
