"""いきいき協働事業評価シート, what both sides find together with 市民協働担当 (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms import evaluation
from kyodo_desktop.forms.blocks import Box, Boxes, BoxRow, Layout, Notes, Party, SignatureLines, Title
from kyodo_desktop.forms.form import Form, Signature, Wording
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup
from kyodo_desktop.records.templates import Seal

_K = FormFieldKind
_DIFFERENCE = FormField("difference", N_("差異の原因・改善点"), _K.MULTILINE)

FORM = Form(
    key="evaluation_joint",
    title=N_("いきいき協働事業評価シート（相互評価）"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.EVALUATION,
    signs=(
        Signature("partner", N_("団体"), Seal.NONE),
        Signature("department", N_("担当課"), Seal.NONE),
        Signature("collaboration", N_("市民協働担当"), Seal.NONE),
    ),
    fields=(
        *evaluation.HEAD,
        FormField("talked_on", N_("話し合った日"), _K.DATE, required=True),
        FormField("attendees", N_("出席者"), _K.MULTILINE, personal=True),
        *evaluation.joint_marks(_DIFFERENCE),
        FormField("outcome", N_("協働による成果"), _K.MULTILINE, required=True),
        FormField("improve", N_("課題・改善すること"), _K.MULTILINE),
        FormField("next_year", N_("これからの進め方"), _K.MULTILINE),
        FormField("coordinator_comment", N_("市民協働担当の意見"), _K.MULTILINE),
        FormField("public_summary", N_("公表用の要約"), _K.MULTILINE, required=True),
        FormField("signed_on", N_("確認日"), _K.DATE),
        FormField("representative", N_("団体の代表者"), personal=True),
        FormField("respondent", N_("担当課の職・氏名"), personal=True),
        FormField("coordinator", N_("市民協働担当の氏名"), personal=True),
    ),
    wording=Wording(
        notes=(
            evaluation.SCALE,
            N_("それぞれの自己評価を持ち寄り、点の違う項目から話し合って書くこと。"),
        )
    ),
    layout=Layout(
        number=False,
        blocks=(
            Title(at=25),
            evaluation.head_boxes(
                BoxRow((Box(N_("話し合った日"), "{talked_on}"),)),
                BoxRow((Box(N_("出席者"), "{attendees}"),), height=11),
            ),
            *evaluation.joint_tables(N_("差異の原因・改善点"), "{difference}"),
            Boxes(
                heading=N_("まとめ"),
                rows=(
                    BoxRow((Box(N_("協働による\n成果"), "{outcome}"),), height=24),
                    BoxRow((Box(N_("課題・\n改善すること"), "{improve}"),), height=24),
                    BoxRow((Box(N_("これからの\n進め方"), "{next_year}"),), height=24),
                    BoxRow((Box(N_("市民協働担当の\n意見"), "{coordinator_comment}"),), height=24),
                    BoxRow((Box(N_("公表用の要約"), "{public_summary}"),), height=30),
                ),
            ),
            SignatureLines(
                gap=5,
                parties=(
                    Party(
                        "",
                        (
                            (N_("団体"), "{representative}"),
                            (N_("担当課"), "{respondent}"),
                            (N_("市民協働担当"), "{coordinator}"),
                        ),
                    ),
                ),
                date="signed_on",
                left=84,
            ),
            Notes(gap=0),
        ),
    ),
)
