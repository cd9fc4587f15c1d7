"""いきいき協働事業評価シート, the part that the section fills in for itself (ours, （仮））."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms import evaluation
from kyodo_desktop.forms.blocks import Box, BoxRow, Layout, Notes, Title
from kyodo_desktop.forms.form import Form, Signature, Wording
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup
from kyodo_desktop.records.templates import Seal

FORM = Form(
    key="evaluation_self_department",
    title=N_("いきいき協働事業評価シート（自己評価・担当課）"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.EVALUATION,
    signs=(Signature("department", N_("担当課"), Seal.NONE),),
    fields=(
        *evaluation.HEAD,
        *evaluation.GOALS,
        *evaluation.self_marks("city"),
        *evaluation.SUMMARY,
        FormField("evaluated_on", N_("記入日"), FormFieldKind.DATE),
        FormField("respondent", N_("記入者職・氏名"), required=True, personal=True),
    ),
    wording=Wording(notes=(evaluation.SCALE, evaluation.REASONS)),
    layout=Layout(
        number=False,
        blocks=(
            Title(at=25),
            evaluation.head_boxes(
                BoxRow(
                    (
                        Box(N_("記入者職・氏名"), "{respondent}"),
                        Box(N_("記入日"), "{evaluated_on}", label_width=20, width=48),
                    )
                )
            ),
            evaluation.goal_boxes(),
            *evaluation.self_tables("city"),
            evaluation.summary_boxes(),
            Notes(),
        ),
    ),
)
