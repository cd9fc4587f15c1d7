"""変更（中止・廃止）承認申請書: what of a project that is under way is to become otherwise (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import (
    ApplicationHead,
    Body,
    Box,
    Boxes,
    BoxRow,
    Column,
    Grid,
    Item,
    Ki,
    Layout,
    Notes,
    PageBreak,
    Place,
    ReceptionBox,
    Title,
)
from kyodo_desktop.forms.form import Form, Signature, Text, Wording
from kyodo_desktop.forms.shared_fields import APPLICANT
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup, FormOption
from kyodo_desktop.records.templates import Seal

_K = FormFieldKind
_KINDS = (
    FormOption("change", N_("変更")),
    FormOption("suspend", N_("中止")),
    FormOption("abolish", N_("廃止")),
)
_BEFORE_AFTER = (
    Column(N_("区分"), "", 29, spread=24, size=9.5),
    Column(N_("変更前"), "", 68, size=10),
    Column(N_("変更後"), "", 68, size=10),
)
_AMOUNTS = (
    _BEFORE_AFTER[0],
    Column(N_("変更前"), "", 68, Place.RIGHT, size=10),
    Column(N_("変更後"), "", 68, Place.RIGHT, size=10),
)

FORM = Form(
    key="change_request",
    title=N_("変更（中止・廃止）承認申請書"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.PARTNER,
    signs=(Signature("applicant", N_("団体代表者"), Seal.REPRESENTATIVE),),
    fields=(
        FormField("applied_on", N_("申請日"), _K.DATE, required=True),
        *APPLICANT,
        FormField("previous_on", N_("決定の日付"), _K.DATE, required=True),
        FormField("previous_number", N_("決定の文書番号")),
        FormField("title", N_("事業の名称"), required=True),
        FormField("change_kind", N_("申請の区分"), _K.CHOICE, required=True, options=_KINDS),
        FormField("changed_on", N_("変更等の予定日"), _K.DATE),
        FormField("changed_before", N_("変更前の内容"), _K.MULTILINE, required=True),
        FormField("changed_after", N_("変更後の内容"), _K.MULTILINE, required=True),
        FormField("total_cost", N_("変更前の事業費"), _K.YEN),
        FormField("total_cost_after", N_("変更後の事業費"), _K.YEN),
        FormField("eligible_cost", N_("変更前の補助対象経費"), _K.YEN),
        FormField("eligible_cost_after", N_("変更後の補助対象経費"), _K.YEN),
        FormField("granted_amount", N_("変更前の補助金の額"), _K.YEN),
        FormField("granted_amount_after", N_("変更後の補助金の額"), _K.YEN),
        FormField("change_reason", N_("変更等の理由"), _K.MULTILINE, required=True),
    ),
    wording=Wording(
        body=N_(
            "{previous_on}付け{previous_number}により交付の決定を受けた下記の事業について、"
            "次の頁の対照表のとおり変更（中止・廃止）したいので、関係書類を添えて申請します。"
        ),
        notes=(
            N_("中止又は廃止のときは、変更後の欄に、これまでに行ったことと残りの扱いを書くこと。"),
            N_("金額の変わらないときは、金額の欄の記入は要らない。"),
        ),
        more=(Text("enclosures", N_("添付書類"), N_("変更後の事業計画書\n変更後の収支予算書")),),
    ),
    layout=Layout(
        blocks=(
            ApplicationHead(),
            Title(at=120),
            Body(at=133, blanks=(("previous_number", N_("第　　　　　　号")),)),
            Ki(
                at=153,
                first=12,
                value_left=62,
                closed=False,
                items=(
                    Item(N_("事業の名称"), "{title}", lines=2),
                    Item(N_("申請の区分"), "{change_kind:ticks}"),
                    Item(N_("予定日"), "{changed_on}"),
                    Item(N_("添付書類"), text="enclosures"),
                ),
            ),
            PageBreak(),
            Grid(
                heading=N_("変更前・変更後の対照"),
                columns=_BEFORE_AFTER,
                rows=((N_("事業の内容"), "{changed_before}", "{changed_after}"),),
                height=88,
            ),
            Grid(
                gap=0,
                head_height=0,
                columns=_AMOUNTS,
                rows=(
                    (N_("事業費"), "{total_cost}", "{total_cost_after}"),
                    (N_("補助対象経費"), "{eligible_cost}", "{eligible_cost_after}"),
                    (N_("補助金の額"), "{granted_amount}", "{granted_amount_after}"),
                ),
                height=11,
            ),
            Boxes(rows=(BoxRow((Box(N_("変更等の\n理由"), "{change_reason}", label_width=29),), height=70),)),
            Notes(),
        ),
        foot=ReceptionBox(top=241),
    ),
)
