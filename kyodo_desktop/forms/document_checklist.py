"""書類確認票: what was looked at before 受理, and what was put right (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import (
    Box,
    Boxes,
    BoxRow,
    Column,
    Layout,
    Notes,
    Party,
    Place,
    SignatureLines,
    Table,
    Title,
)
from kyodo_desktop.forms.form import Form, Signature, Wording
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup, FormOption
from kyodo_desktop.records.proposals import CONFIRMATION_LABELS
from kyodo_desktop.records.templates import Seal

_K = FormFieldKind
_STATES = tuple(FormOption(state.value, label) for state, label in CONFIRMATION_LABELS.items())
_PAPER_STATES = (
    FormOption("yes", N_("有")),
    FormOption("no", N_("無")),
    FormOption("not_needed", N_("不要")),
)
_RESULTS = (
    FormOption("accept", N_("受理する")),
    FormOption("correct", N_("補正を求める")),
    FormOption("with_reason", N_("理由を付けて先へ進める")),
)
_PAPERS = (
    N_("交付申請書又は提案書"),
    N_("事業計画書"),
    N_("収支予算書"),
    N_("団体概要書"),
    N_("役員名簿"),
    N_("誓約書"),
    N_("会則等の写し"),
    N_("活動実績の分かるもの"),
)
_PAPER_BOXES = N_("□ 有　□ 無　□ 不要")
_STATE_BOXES = N_("□ 確認した\n□ まだ\n□ あてはまらない")

FORM = Form(
    key="document_checklist",
    title=N_("書類確認票"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.OFFICE,
    signs=(Signature("checker", N_("確認者"), Seal.PERSONAL),),
    fields=(
        FormField("receipt_number", N_("受付番号"), required=True),
        FormField("received_on", N_("受付年月日"), _K.DATE, required=True),
        FormField("programme_title", N_("制度"), required=True),
        FormField("partner_name", N_("団体名"), required=True),
        FormField("title", N_("事業の名称"), required=True),
        FormField(
            "requirements",
            N_("要件の確認"),
            _K.ROWS,
            required=True,
            columns=(
                FormField("label", N_("要件"), required=True),
                FormField("text", N_("要件の文"), _K.MULTILINE),
                FormField("state", N_("確認"), _K.CHOICE, options=_STATES),
                FormField("seen", N_("確かめたもの"), _K.MULTILINE),
                FormField("by", N_("確認者")),
                FormField("on", N_("確認日"), _K.DATE),
            ),
        ),
        FormField(
            "papers",
            N_("書類の確認"),
            _K.ROWS,
            required=True,
            columns=(
                FormField("name", N_("書類名"), required=True),
                FormField("copies", N_("部数"), _K.NUMBER),
                FormField("state", N_("有無"), _K.CHOICE, options=_PAPER_STATES),
                FormField("note", N_("気付いたこと"), _K.MULTILINE),
            ),
        ),
        FormField(
            "corrections",
            N_("補正の経過"),
            _K.ROWS,
            columns=(
                FormField("asked_on", N_("依頼日"), _K.DATE),
                FormField("what", N_("補正の内容"), _K.MULTILINE, required=True),
                FormField("due_on", N_("期限"), _K.DATE),
                FormField("corrected_on", N_("補正日"), _K.DATE),
            ),
        ),
        FormField("result", N_("確認の結果"), _K.CHOICE, options=_RESULTS),
        FormField("reason", N_("理由"), _K.MULTILINE),
        FormField("checked_on", N_("確認日"), _K.DATE),
        FormField("checked_by", N_("確認者")),
    ),
    wording=Wording(
        notes=(N_("要件は、見て確かめたものだけを「確認した」とする。足りない書類があっても、受付はする。"),)
    ),
    layout=Layout(
        number=False,
        blocks=(
            Title(at=25, size=16, spread=56),
            Boxes(
                at=36,
                rows=(
                    BoxRow(
                        (
                            Box(N_("受付番号"), "{receipt_number}"),
                            Box(N_("受付年月日"), "{received_on}", width=57),
                        )
                    ),
                    BoxRow((Box(N_("制度"), "{programme_title}"),)),
                    BoxRow((Box(N_("団体名"), "{partner_name}"),)),
                    BoxRow((Box(N_("事業の名称"), "{title}"),)),
                ),
            ),
            Table(
                rows="requirements",
                heading=N_("１　要件の確認"),
                head_height=10,
                height=11,
                empty_height=14,
                fixed=(("", "", _STATE_BOXES),) * 6,
                columns=(
                    Column(N_("要件"), "{label}", 24),
                    Column(N_("内容"), "{text}", 54, size=8.5),
                    Column(N_("確認"), "{state}", 27, size=8),
                    Column(N_("確かめたもの"), "{seen}", 34, size=8.5),
                    Column(N_("確認者\n確認日"), "{by}\n{on}", 26, size=8),
                ),
            ),
            Table(
                rows="papers",
                heading=N_("２　書類の確認"),
                fixed=tuple((name, "", _PAPER_BOXES) for name in _PAPERS),
                columns=(
                    Column(N_("書類名"), "{name}", 56, size=10),
                    Column(N_("部数"), "{copies}", 14, Place.CENTRE, size=10),
                    Column(N_("有無"), "{state:ticks}", 36, Place.CENTRE, size=8.5),
                    Column(N_("気付いたこと"), "{note}", 59, story=True),
                ),
            ),
            Table(
                rows="corrections",
                heading=N_("３　補正の経過"),
                fixed=((),) * 4,
                columns=(
                    Column(N_("依頼日"), "{asked_on}", 29),
                    Column(N_("補正の内容"), "{what}", 78, story=True),
                    Column(N_("期限"), "{due_on}", 29),
                    Column(N_("補正日"), "{corrected_on}", 29),
                ),
            ),
            Boxes(
                heading=N_("４　確認の結果"),
                rows=(
                    BoxRow((Box(N_("結果"), "{result:ticks}"),), height=11),
                    BoxRow((Box(N_("理由"), "{reason}"),), height=22),
                ),
            ),
            SignatureLines(
                parties=(Party("", ((N_("確認者"), "{checked_by}"),)),), date="checked_on", left=94
            ),
            Notes(),
        ),
    ),
)
