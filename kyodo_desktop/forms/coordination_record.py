"""調整記録: what group, section and 市民協働担当 settled before the selection (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import Box, Boxes, BoxRow, Column, Layout, Notes, Table, Title
from kyodo_desktop.forms.form import Form, Wording
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup, FormOption

_K = FormFieldKind
_REVISED = (FormOption("yes", N_("見直す（提案書等を再提出する）")), FormOption("no", N_("見直さない")))

FORM = Form(
    key="coordination_record",
    title=N_("調整記録"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.CITY,
    fields=(
        FormField("receipt_number", N_("受付番号"), required=True),
        FormField("programme_title", N_("制度"), required=True),
        FormField("partner_name", N_("団体名"), required=True),
        FormField("title", N_("事業の名称"), required=True),
        FormField("department", N_("担当課・関連課")),
        FormField("recorded_by", N_("記録者")),
        FormField(
            "talks",
            N_("調整の経過"),
            _K.ROWS,
            columns=(
                FormField("held_on", N_("日付"), _K.DATE, required=True),
                FormField("place", N_("場所・方法")),
                FormField("present", N_("出席者"), _K.MULTILINE, personal=True),
                FormField("what", N_("話し合ったこと"), _K.MULTILINE, required=True),
                FormField("agreed", N_("決まったこと・宿題"), _K.MULTILINE),
            ),
        ),
        FormField("council_on", N_("庁内検討会議の日"), _K.DATE),
        FormField("council_opinion", N_("庁内検討会議の意見"), _K.MULTILINE),
        FormField("revised", N_("提案の見直し"), _K.CHOICE, options=_REVISED),
        FormField("changes", N_("見直した内容"), _K.MULTILINE),
        FormField("open_points", N_("残った課題"), _K.MULTILINE),
    ),
    wording=Wording(
        notes=(
            N_("団体と課の考えが違ったところは、どちらの考えも書き、どう折り合ったかを残すこと。"),
            N_("庁内検討会議の意見は、行政提案型いきいき協働事業のときに書くこと。"),
        )
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
                            Box(N_("受付番号"), "{receipt_number}", width=38),
                            Box(N_("制度"), "{programme_title}", label_width=24),
                        )
                    ),
                    BoxRow((Box(N_("団体名"), "{partner_name}"),)),
                    BoxRow((Box(N_("事業の名称"), "{title}"),)),
                    BoxRow(
                        (
                            Box(N_("担当課・関連課"), "{department}"),
                            Box(N_("記録者"), "{recorded_by}", label_width=24, width=36),
                        )
                    ),
                ),
            ),
            Table(
                rows="talks",
                heading=N_("１　調整の経過"),
                head_height=11,
                height=22,
                empty_height=43,
                fixed=((),) * 4,
                columns=(
                    Column(N_("日付\n場所・方法"), "{held_on}\n{place}", 34),
                    Column(N_("出席者"), "{present}", 34),
                    Column(N_("話し合ったこと"), "{what}", 54),
                    Column(N_("決まったこと・宿題"), "{agreed}", 43),
                ),
            ),
            Boxes(
                heading=N_("２　協働推進庁内検討会議の意見"),
                rows=(
                    BoxRow((Box(N_("会議の日"), "{council_on}"),)),
                    BoxRow((Box(N_("意見"), "{council_opinion}"),), height=28),
                ),
            ),
            Boxes(
                heading=N_("３　調整の結果"),
                rows=(
                    BoxRow((Box(N_("提案の見直し"), "{revised:ticks}"),), height=11),
                    BoxRow((Box(N_("見直した内容"), "{changes}"),), height=32),
                    BoxRow((Box(N_("残った課題"), "{open_points}"),), height=24),
                ),
            ),
            Notes(),
        ),
    ),
)
