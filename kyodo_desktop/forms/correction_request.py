"""補正依頼書: what of the papers taken in is missing or to be put right, and by when (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import (
    Body,
    Column,
    ContactBlock,
    Item,
    Ki,
    Layout,
    LetterHead,
    Table,
    Title,
)
from kyodo_desktop.forms.form import Form, Signature, Text, Wording
from kyodo_desktop.forms.shared_fields import LETTER
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup
from kyodo_desktop.records.templates import Seal

_K = FormFieldKind

FORM = Form(
    key="correction_request",
    title=N_("補正依頼書"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.CITY,
    signs=(Signature("mayor", N_("市長"), Seal.NONE),),
    fields=(
        *LETTER,
        FormField("applied_on", N_("提出のあった日"), _K.DATE, required=True),
        FormField("programme_title", N_("制度"), required=True),
        FormField("receipt_number", N_("受付番号"), required=True),
        FormField("title", N_("事業の名称"), required=True),
        FormField("due_on", N_("提出の期限"), _K.DATE, required=True),
        FormField(
            "corrections",
            N_("補正をお願いする内容"),
            _K.ROWS,
            required=True,
            columns=(
                FormField("name", N_("書類名"), required=True),
                FormField("what", N_("補正の内容"), _K.MULTILINE, required=True),
            ),
        ),
    ),
    wording=Wording(
        title=N_("提出書類の補正について（依頼）"),
        body=N_(
            "{applied_on}付けで提出のあった{programme_title}の書類について、確認したところ、"
            "下記のとおり補正が必要です。期限までに提出してください。"
            "期限までの提出が難しいときや、分からないところがあるときは、下の問合せ先に相談してください。"
        ),
        more=(
            Text(
                "way",
                N_("提出の方法"),
                N_("市民協働担当の窓口に持参するか、郵送又は電子メールで送ってください。"),
            ),
        ),
    ),
    layout=Layout(
        number=False,
        blocks=(
            LetterHead(),
            Title(at=94, size=12),
            Body(at=105),
            Ki(
                at=125,
                first=10,
                pitch=7.8,
                closed=False,
                items=(
                    Item(N_("受付番号"), "{receipt_number}"),
                    Item(N_("事業の名称"), "{title}"),
                    Item(N_("提出の期限"), "{due_on}"),
                    Item(N_("提出の方法"), text="way"),
                ),
            ),
            Table(
                gap=6,
                rows="corrections",
                heading=N_("補正をお願いする内容"),
                height=11,
                empty_height=12,
                empty=3,
                size=10,
                columns=(
                    Column(N_("書類名"), "{name}", 42),
                    Column(N_("補正の内容"), "{what}", 123, story=True),
                ),
            ),
            ContactBlock(at=240, gap=2),
        ),
    ),
)
