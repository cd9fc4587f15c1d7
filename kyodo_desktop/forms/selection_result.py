"""選考結果通知書: what became of an application or a proposal (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import Body, ContactBlock, Item, Ki, Layout, LetterHead, Title
from kyodo_desktop.forms.form import Form, Signature, Wording
from kyodo_desktop.forms.shared_fields import LETTER
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup, FormOption
from kyodo_desktop.records.templates import Seal

_RESULTS = (FormOption("adopted", N_("採択")), FormOption("rejected", N_("不採択")))

FORM = Form(
    key="selection_result",
    title=N_("選考結果通知書"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.CITY,
    signs=(Signature("mayor", N_("市長"), Seal.OFFICIAL),),
    fields=(
        *LETTER,
        FormField("fiscal_year", N_("年度"), FormFieldKind.NUMBER, required=True),
        FormField("programme_title", N_("制度"), required=True),
        FormField("applied_on", N_("応募日"), FormFieldKind.DATE, required=True),
        FormField("receipt_number", N_("受付番号"), required=True),
        FormField("title", N_("事業の名称"), required=True),
        FormField("result", N_("選考の結果"), FormFieldKind.CHOICE, required=True, options=_RESULTS),
        FormField("granted_amount", N_("採択予定額"), FormFieldKind.YEN),
        FormField(
            "conditions",
            N_("条件及び意見"),
            FormFieldKind.ROWS,
            columns=(FormField("text", N_("条件又は意見"), FormFieldKind.MULTILINE, required=True),),
        ),
        FormField("reject_reason", N_("理由"), FormFieldKind.MULTILINE),
        FormField("next_steps", N_("今後の手続"), FormFieldKind.MULTILINE),
    ),
    wording=Wording(
        title=N_("{fiscal_year:nendo}{programme_title}の選考結果について（通知）"),
        body=N_(
            "{applied_on}付けで応募のあった標記の事業について、選考の結果、"
            "下記のとおり決定しましたので、通知します。"
        ),
    ),
    layout=Layout(
        number=False,
        blocks=(
            LetterHead(),
            Title(at=102, size=12),
            Body(at=115),
            Ki(
                at=133,
                items=(
                    Item(N_("受付番号"), "{receipt_number}"),
                    Item(N_("事業の名称"), "{title}"),
                    Item(N_("選考の結果"), "{result}"),
                    Item(N_("採択予定額"), "{granted_amount:kin}", optional=True),
                    Item(N_("条件及び意見"), "{text}", rows="conditions", optional=True),
                    Item(N_("理由"), "{reject_reason}", optional=True),
                    Item(N_("今後の手続"), "{next_steps}", optional=True),
                ),
            ),
            ContactBlock(at=240),
        ),
    ),
)
