"""中間評価シート: both sides look at a project that is under way （実践編（５）; points ours, （仮））."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms import both_sides
from kyodo_desktop.forms.blocks import (
    Box,
    Boxes,
    BoxRow,
    Column,
    Layout,
    Notes,
    Paper,
    Table,
    Title,
)
from kyodo_desktop.forms.form import Form, Wording
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup

_K = FormFieldKind
_POINTS = (
    (N_("目的・手法"), N_("対等な立場で協議し、目的や手法を改めて確認しているか")),
    (N_("責任と役割分担"), N_("それぞれの責任と役割分担が明確で、守られているか")),
    (N_("信頼関係"), N_("密にコミュニケーションを図り、信頼関係を深めているか")),
    (N_("情報の共有"), N_("進捗状況に応じて情報を共有しているか")),
    (N_("スケジュール"), N_("スケジュールのとおりに進んでいるか")),
)

FORM = Form(
    key="midterm_review",
    title=N_("中間評価シート"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.EVALUATION,
    fields=(
        *both_sides.WHO,
        both_sides.EVALUATION,
        FormField("progress", N_("これまでの実施状況"), _K.MULTILINE),
        FormField("spending", N_("予算の執行状況"), _K.MULTILINE),
        FormField(
            "actions",
            N_("見直すこと"),
            _K.ROWS,
            columns=(
                FormField("what", N_("見直すこと・対応"), _K.MULTILINE, required=True),
                FormField("who", N_("担当")),
                FormField("due", N_("時期")),
            ),
        ),
        *both_sides.SIGNERS,
    ),
    wording=Wording(notes=(both_sides.MARKS_NOTE,)),
    layout=Layout(
        paper=Paper.A4_LANDSCAPE,
        blocks=(
            Title(at=28, size=16, spread=70),
            both_sides.head(),
            both_sides.evaluation(_POINTS, N_("確かめること")),
            Notes(),
            Boxes(
                heading=N_("これまでの状況"),
                rows=(
                    BoxRow((Box(N_("実施状況"), "{progress}"),), height=38),
                    BoxRow((Box(N_("予算の執行"), "{spending}"),), height=20),
                ),
            ),
            Table(
                rows="actions",
                heading=N_("これからのこと"),
                empty=4,
                size=10,
                columns=(
                    Column(N_("見直すこと・対応"), "{what}", 167),
                    Column(N_("担当"), "{who}", 45),
                    Column(N_("時期"), "{due}", 45),
                ),
            ),
            Boxes(gap=4, rows=(both_sides.signed(),)),
        ),
    ),
)
