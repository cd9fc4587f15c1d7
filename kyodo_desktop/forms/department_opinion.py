"""所見書: what a section thinks of an application that touches its work (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import (
    Box,
    Boxes,
    BoxRow,
    Column,
    Grid,
    Layout,
    Notes,
    Party,
    SignatureLines,
    Title,
)
from kyodo_desktop.forms.form import Form, Signature, Wording
from kyodo_desktop.forms.handbook_points import JUDGEMENT_POINTS
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup, FormOption
from kyodo_desktop.records.templates import Seal

_K = FormFieldKind
_FEASIBLE = (
    FormOption("yes", N_("見込める")),
    FormOption("partly", N_("課題がある")),
    FormOption("no", N_("見込めない")),
)
_OVERLAP = (FormOption("none", N_("ない")), FormOption("some", N_("ある")))
_RESULTS = (
    FormOption("fit", N_("適")),
    FormOption("conditional", N_("条件付き")),
    FormOption("unfit", N_("不適")),
)

FORM = Form(
    key="department_opinion",
    title=N_("所見書"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.OFFICE,
    signs=(Signature("head", N_("課長"), Seal.NONE),),
    fields=(
        FormField("requested_on", N_("依頼日"), _K.DATE, required=True),
        FormField("due_on", N_("回答期限"), _K.DATE, required=True),
        FormField("department", N_("回答課"), required=True),
        FormField("respondent", N_("記入者職・氏名"), required=True, personal=True),
        FormField("respondent_phone", N_("内線")),
        FormField("receipt_number", N_("受付番号"), required=True),
        FormField("partner_name", N_("団体名"), required=True),
        FormField("title", N_("事業の名称"), required=True),
        FormField("public_interest", N_("公益性・必要性"), _K.MULTILINE, required=True),
        FormField("feasible", N_("実現性の見込み"), _K.CHOICE, options=_FEASIBLE),
        FormField("feasibility", N_("実現性（法令・予算・体制）"), _K.MULTILINE),
        FormField("overlaps", N_("既存事業との重複の有無"), _K.CHOICE, options=_OVERLAP),
        FormField("overlap", N_("既存事業との重複"), _K.MULTILINE),
        FormField("service_effect", N_("公共的サービスの提供について"), _K.MULTILINE),
        FormField("strength_effect", N_("長所・特性の活用について"), _K.MULTILINE),
        FormField("conditions", N_("課題・条件"), _K.MULTILINE),
        FormField("result", N_("総合所見"), _K.CHOICE, required=True, options=_RESULTS),
        FormField("opinion", N_("総合所見の理由"), _K.MULTILINE, required=True),
        FormField("answered_on", N_("回答日"), _K.DATE),
        FormField("head_name", N_("課長氏名"), personal=True),
    ),
    wording=Wording(
        notes=(N_("審査会の資料とする。総合所見が「条件付き」又は「不適」のときは、理由を必ず書くこと。"),)
    ),
    layout=Layout(
        number=False,
        blocks=(
            Title(at=28, size=16, spread=44),
            Boxes(
                at=40,
                rows=(
                    BoxRow(
                        (
                            Box(N_("依頼日"), "{requested_on}"),
                            Box(N_("回答期限"), "{due_on}", label_width=24),
                        )
                    ),
                    BoxRow(
                        (
                            Box(N_("回答課"), "{department}"),
                            Box(N_("内線"), "{respondent_phone}", label_width=24, width=24),
                        )
                    ),
                    BoxRow((Box(N_("記入者職・氏名"), "{respondent}"),)),
                    BoxRow((Box(N_("受付番号"), "{receipt_number}"),)),
                    BoxRow((Box(N_("団体名"), "{partner_name}"),)),
                    BoxRow((Box(N_("事業の名称"), "{title}"),)),
                ),
            ),
            Boxes(
                heading=N_("１　事業について"),
                rows=(
                    BoxRow((Box(N_("公益性・\n必要性"), "{public_interest}"),), height=22),
                    BoxRow(
                        (Box(N_("実現性\n（法令・予算・\n体制）"), "{feasible:ticks}\n{feasibility}"),),
                        height=26,
                    ),
                    BoxRow((Box(N_("既存事業との\n重複"), "{overlaps:ticks}\n{overlap}"),), height=22),
                ),
            ),
            Grid(
                heading=N_("２　協働の効果（ハンドブックの「協働事業の見極めポイント」による）"),
                height=27,
                columns=(
                    Column(N_("見極めポイント"), "", 34),
                    Column(N_("検討内容"), "", 50),
                    Column(N_("所見"), "", 81, size=10),
                ),
                rows=(
                    (*JUDGEMENT_POINTS[0], "{service_effect}"),
                    (*JUDGEMENT_POINTS[1], "{strength_effect}"),
                ),
            ),
            Boxes(
                heading=N_("３　総合所見"),
                rows=(
                    BoxRow((Box(N_("課題・条件"), "{conditions}"),), height=28),
                    BoxRow((Box(N_("総合所見"), "{result:ticks}"),), height=11),
                    BoxRow((Box(N_("理由"), "{opinion}"),), height=32),
                ),
            ),
            SignatureLines(
                parties=(Party(N_("課長確認"), ((N_("氏名"), "{head_name}"),)),),
                date="answered_on",
                left=94,
            ),
            Notes(),
        ),
    ),
)
