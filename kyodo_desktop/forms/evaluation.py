"""What the いきいき協働事業評価シート have alike (ours, （仮）): head, 評価ポイント, 基本原則, scale."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import Box, Boxes, BoxRow, Column, Place, Table
from kyodo_desktop.forms.handbook_points import EVALUATION_POINTS, PRINCIPLES
from kyodo_desktop.records.forms import FormField, FormFieldKind

_K = FormFieldKind
_TO_CIRCLE = N_("５・４・３・２・１")

SCALE = N_("５：想定をはるかに上回る　４：やや上回る　３：想定どおり　２：やや下回る　１：はるかに下回る")
REASONS = N_("１点又は２点を付けたときは、理由を必ず書くこと。")

HEAD = (
    FormField("fiscal_year", N_("実施年度"), _K.NUMBER, required=True),
    FormField("title", N_("事業の名称"), required=True),
    FormField("partner_name", N_("団体名"), required=True),
    FormField("department", N_("担当課"), required=True),
)
"""Which project is evaluated."""

GOALS = (
    FormField("goal", N_("成果目標"), _K.MULTILINE, required=True),
    FormField("participants", N_("対象者"), _K.MULTILINE),
    FormField("indicator", N_("活動指標"), _K.MULTILINE),
    FormField("target", N_("目標値")),
    FormField("outcome", N_("結果"), _K.MULTILINE, required=True),
    FormField("feedback", N_("受益者の評価を聴いた方法"), _K.MULTILINE),
)
"""What was aimed at, and what came of it."""

SUMMARY = (
    FormField("good", N_("良かった点"), _K.MULTILINE),
    FormField("improve", N_("改善したい点"), _K.MULTILINE),
    FormField("next_year", N_("次に向けて"), _K.MULTILINE),
)
"""What one side draws from it."""


def head_boxes(*more: BoxRow) -> Boxes:
    """Return which project is evaluated, with `more` rows below."""
    return Boxes(
        at=34,
        rows=(
            BoxRow((Box(N_("実施年度"), "{fiscal_year:nendo}"),)),
            BoxRow((Box(N_("事業の名称"), "{title}"),)),
            BoxRow(
                (
                    Box(N_("団体名"), "{partner_name}"),
                    Box(N_("担当課"), "{department}", label_width=20),
                )
            ),
            *more,
        ),
    )


def goal_boxes() -> Boxes:
    """Return goals and results."""
    return Boxes(
        heading=N_("目標と結果"),
        rows=(
            BoxRow((Box(N_("成果目標"), "{goal}"),), height=20),
            BoxRow((Box(N_("対象者"), "{participants}"),), height=11),
            BoxRow(
                (
                    Box(N_("活動指標"), "{indicator}"),
                    Box(N_("目標値"), "{target}", label_width=20, width=36),
                ),
                height=11,
            ),
            BoxRow((Box(N_("結果"), "{outcome}"),), height=22),
            BoxRow((Box(N_("受益者の評価を\n聴いた方法"), "{feedback}"),), height=13),
        ),
    )


def summary_boxes() -> Boxes:
    """Return what one side draws from it."""
    return Boxes(
        heading=N_("まとめ"),
        rows=tuple(BoxRow((Box(field.label, "{" + field.name + "}"),), height=25) for field in SUMMARY),
    )


def self_marks(side: str) -> tuple[FormField, ...]:
    """Return the rows one side (`partner` or `city`) marks for itself."""
    mark = FormField(f"{side}_mark", N_("点"), _K.NUMBER)
    words = FormField(f"{side}_words", N_("理由・気付いたこと"), _K.MULTILINE)
    return _marks(mark, words)


def joint_marks(words: FormField) -> tuple[FormField, ...]:
    """Return the rows with both sides' marks, and with words of one kind."""
    partner = FormField("partner_mark", N_("団体の点"), _K.NUMBER)
    return _marks(partner, FormField("city_mark", N_("担当課の点"), _K.NUMBER), words)


def _marks(*cells: FormField) -> tuple[FormField, ...]:
    item = FormField("item", N_("評価ポイント"), required=True)
    question = FormField("question", N_("振り返り内容"), _K.MULTILINE)
    principle = FormField("item", N_("基本原則"), required=True)
    return (
        FormField("points", N_("評価ポイント"), _K.ROWS, required=True, columns=(item, question, *cells)),
        FormField("principles", N_("基本原則"), _K.ROWS, required=True, columns=(principle, *cells)),
    )


def self_tables(side: str) -> tuple[Table, Table]:
    """Return the tables of what one side marks for itself; on a blank sheet a number is circled."""
    mark = Column(N_("点"), "{" + f"{side}_mark" + "}", 32, Place.CENTRE)
    words, pattern = N_("理由・気付いたこと"), "{" + f"{side}_words" + "}"
    return (
        _points_table(12.5, _TO_CIRCLE, (mark, Column(words, pattern, 56, story=True))),
        _principles_table(12.5, _TO_CIRCLE, (mark, Column(words, pattern, 80, story=True))),
    )


def joint_tables(head: str, pattern: str) -> tuple[Table, Table]:
    """Return the tables with both sides' marks, and words under `head`."""
    partner = Column(N_("団体"), "{partner_mark}", 15, Place.CENTRE, over=N_("点"), size=10.5)
    city = Column(N_("担当課"), "{city_mark}", 15, Place.CENTRE, over=N_("点"), size=10.5)
    return (
        _points_table(11, "", (partner, city, Column(head, pattern, 58, size=8.5, story=True))),
        _principles_table(9, "", (partner, city, Column(head, pattern, 82, size=8.5, story=True))),
    )


def _points_table(height: float, to_write: str, columns: tuple[Column, ...]) -> Table:
    return Table(
        rows="points",
        heading=N_("評価ポイント"),
        head_height=10,
        height=height,
        empty_height=height,
        fixed=tuple((item, question, to_write) for item, question in EVALUATION_POINTS),
        columns=(
            Column(N_("評価ポイント"), "{item}", 29),
            Column(N_("振り返り内容"), "{question}", 48, size=8.5),
            *columns,
        ),
    )


def _principles_table(height: float, to_write: str, columns: tuple[Column, ...]) -> Table:
    return Table(
        rows="principles",
        heading=N_("協働の基本原則"),
        head_height=10,
        height=height,
        empty_height=height,
        fixed=tuple((principle, to_write) for principle in PRINCIPLES),
        columns=(Column(N_("基本原則"), "{item}", 53, size=9.5), *columns),
    )
