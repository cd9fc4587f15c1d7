"""The words of the command line. What they do is in the modules beside this one."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kyodo_desktop import __version__
from kyodo_desktop.base.i18n import _
from kyodo_desktop.cli import (
    check_sheets,
    evaluations,
    listing,
    papers,
    partner_import,
    programmes,
    proposals,
    register,
    scans,
    upkeep,
    window,
)
from kyodo_desktop.cli.arguments import JapaneseParser, count_argument, fiscal_year_argument, record_argument

if TYPE_CHECKING:
    Words = argparse._SubParsersAction[JapaneseParser]  # what add_subparsers returns has no public name


def make_parser() -> JapaneseParser:
    """Return the parser; what it reads has `data_dir` and `run`, a function of options and data folder."""
    parser = JapaneseParser(
        prog="kyodo-desktop",
        description=_("協働デスク。ことばを付けずに始めると、画面が開きます。"),
        epilog=_("終わりの番号: 0 できた、1 できなかった（理由を一文で出します）、2 使い方が違う"),
    )
    parser.set_defaults(run=window.open_window)
    parser.add_argument(
        "--data-dir", metavar=_("フォルダー"), help=_("データの場所（KYODO_DATA_DIR でも指定できます）")
    )
    parser.add_argument("--version", action="version", version=__version__, help=_("版を出す"))
    parser.add_argument(
        "--without-display",
        metavar=_("フォルダー"),
        type=Path,
        help=_("画面のない機械では、主な仕事を見せる絵とPDFをここに作る"),
    )
    words = parser.add_subparsers(metavar=_("ことば"), dest="word")
    _add_list(words)
    _add_partner(words)
    _add_programme(words)
    _add_proposal(words)
    _add_sheet(words)
    _add_evaluation(words)
    _add_form(words)
    _add_scan(words)
    _add_upkeep(words)
    return parser


def _add_list(words: "Words") -> None:
    inner = _group(words, "list", _("取組一覧"))
    export = inner.add_parser("export", help=_("一年度の一覧をファイルに書き出す"))
    _add_year(export, _("例 2018、H30"), required=True)
    export.add_argument("--format", required=True, choices=listing.FORMATS, help=_("ファイルの種類"))
    _add_output(export, _("書き出すファイル"))
    export.set_defaults(run=listing.export)


def _add_partner(words: "Words") -> None:
    inner = _group(words, "partner", _("団体台帳"))
    search = inner.add_parser("search", help=_("団体をさがす（よく合うものから）"))
    search.add_argument("text", metavar=_("さがす文字"))
    search.add_argument(
        "--limit", type=count_argument, default=100, metavar=_("件数"), help=_("出す件数の上限")
    )
    _add_json(search)
    search.set_defaults(run=listing.search)
    export = inner.add_parser("export", help=_("台帳をファイルに書き出す"))
    export.add_argument("--format", required=True, choices=register.FORMATS, help=_("ファイルの種類"))
    export.add_argument("--public", action="store_true", help=_("公開にした欄だけを書く"))
    export.add_argument(
        "--open-data",
        action="store_true",
        help=_("公開にした欄だけを、自治体標準オープンデータセットの列で書く"),
    )
    _add_output(export, _("書き出すファイル"))
    export.set_defaults(run=register.export)
    pairs = inner.add_parser("duplicates", help=_("同じかもしれない団体の組と、その理由"))
    _add_json(pairs)
    pairs.set_defaults(run=register.duplicates)
    _add_import(inner)


def _add_import(inner: "Words") -> None:
    bring_in = inner.add_parser(
        "import",
        help=_("表のファイルから団体を読み込む"),
        epilog=_(
            "要確認と誤りの行は読み込まずに、行と理由を出します。ほかの行は読み込み、番号 0 で終わります。"
        ),
    )
    bring_in.add_argument("file", type=Path, metavar=_("ファイル"), help=_("xlsx、xls、ods、CSV、TSV、JSON"))
    bring_in.add_argument(
        "--mapping",
        type=Path,
        metavar=_("ファイル.json"),
        help=_("列の見出しと欄のJSON。書かない列は、見出しから欄を決める"),
    )
    bring_in.add_argument("--dry-run", action="store_true", help=_("書かずに、どうなるかだけを出す"))
    _add_json(bring_in)
    bring_in.set_defaults(run=partner_import.bring_in)


def _add_programme(words: "Words") -> None:
    inner = _group(words, "programme", _("制度（提案を募集する事業）"))
    every = inner.add_parser("list", help=_("制度の一覧（以前の版と、終わった制度も）"))
    _add_year(every, _("その年度の制度だけを出す（例 2026、R8）"))
    _add_json(every)
    every.set_defaults(run=programmes.list_programmes)
    calendar = inner.add_parser(
        "calendar",
        help=_("一年度の日程"),
        epilog=_("募集回をつくってあれば、その日程を、なければ、制度の時期から組んだ日程を出します。"),
    )
    calendar.add_argument("key", metavar=_("制度"), help=_("programme list の、はじめの列の名前"))
    _add_year(calendar, _("例 2026、R8"), required=True)
    calendar.add_argument(
        "--format", choices=programmes.FORMATS, default="json", help=_("ファイルの種類（書かなければ json）")
    )
    calendar.add_argument(
        "--output", type=Path, metavar=_("ファイル"), help=_("書き出すファイル（書かなければ、画面に出す）")
    )
    calendar.set_defaults(run=programmes.tell_calendar)


def _add_proposal(words: "Words") -> None:
    inner = _group(words, "proposal", _("提案"))
    every = inner.add_parser("list", help=_("提案の一覧"))
    _add_year(every, _("その年度の提案だけを出す（例 2026、R8）"))
    _add_json(every)
    every.set_defaults(run=proposals.list_proposals)
    show = inner.add_parser("show", help=_("一つの提案の、すべての記録"))
    show.add_argument("number", metavar=_("受付番号"), help=_("例 2026-T-003、R8-提-3"))
    _add_json(show)
    show.set_defaults(run=proposals.show_proposal)


def _add_sheet(words: "Words") -> None:
    inner = _group(words, "sheet", _("相互チェックシート"))
    every = inner.add_parser("list", help=_("チェックシートの一覧（新しい年度から）"))
    _add_year(every, _("その年度のシートだけを出す（例 2026、R8）"))
    _add_partner_choice(every)
    _add_json(every)
    every.set_defaults(run=check_sheets.list_sheets)
    show = inner.add_parser("show", help=_("一枚のシートの印、ちがい、決めたこと"))
    _add_id(show)
    _add_json(show)
    show.set_defaults(run=check_sheets.show_sheet)
    trends = inner.add_parser(
        "trends",
        help=_("項目ごと・年度ごとに、見方がちがった件数"),
        epilog=_(
            "件数を数えるだけで、点や順位は出しません。評価は、団体と担当課が記入を終えたものだけを数えます。"
        ),
    )
    _add_year(trends, _("その年度だけを数える（例 2026、R8）"))
    _add_partner_choice(trends)
    trends.add_argument("--department", default="", metavar=_("課"), help=_("その課の事業だけを数える"))
    _add_json(trends)
    trends.set_defaults(run=check_sheets.tell_trends)


def _add_evaluation(words: "Words") -> None:
    inner = _group(words, "evaluation", _("事業の評価・振り返り・中間評価"))
    every = inner.add_parser("list", help=_("評価の一覧（新しい年度から）"))
    _add_year(every, _("その年度の評価だけを出す（例 2026、R8）"))
    _add_partner_choice(every)
    _add_json(every)
    every.set_defaults(run=evaluations.list_evaluations)
    show = inner.add_parser(
        "show",
        help=_("一つの評価の、目標と結果"),
        epilog=_("団体と担当課の記入は、両方が終わってから出します。"),
    )
    _add_id(show)
    _add_json(show)
    show.set_defaults(run=evaluations.show_evaluation)


def _add_form(words: "Words") -> None:
    inner = _group(words, "form", _("様式"))
    every = inner.add_parser("list", help=_("様式の一覧"))
    _add_json(every)
    every.set_defaults(run=papers.list_forms)
    fields = inner.add_parser("fields", help=_("様式の欄の一覧"))
    fields.add_argument("key", metavar=_("様式"))
    _add_json(fields)
    fields.set_defaults(run=papers.list_fields)
    paper = inner.add_parser("print", help=_("様式をPDFにする"))
    paper.add_argument("key", metavar=_("様式"))
    source = paper.add_mutually_exclusive_group(required=True)
    source.add_argument("--blank", action="store_true", help=_("手書き用の空欄"))
    source.add_argument("--data", type=Path, metavar=_("ファイル.json"), help=_("欄の名前と値のJSON"))
    source.add_argument("--record", type=record_argument, metavar=_("番号"), help=_("記録の番号（id）"))
    _add_output(paper, _("書き出すPDF"))
    paper.set_defaults(run=papers.print_form)


def _add_scan(words: "Words") -> None:
    inner = _group(words, "scan", _("スキャンした紙"))
    bring_in = inner.add_parser(
        "import",
        help=_("フォルダーのPDFと画像を読み、どの紙かを二次元コードで確かめる"),
        epilog=_(
            "読んだ紙は、ウィンドウの「スキャン」で人が確かめてから綴じます。前に読んだファイルは読みません。"
            "読めないファイルがあれば、ほかを読んでから、番号 1 で終わります。"
        ),
    )
    bring_in.add_argument(
        "folder",
        type=Path,
        metavar=_("フォルダー"),
        help=_("PDF、PNG、JPEG、TIFF のあるフォルダー（ファイル1つでもよい）"),
    )
    _add_json(bring_in)
    bring_in.set_defaults(run=scans.bring_in)


def _add_upkeep(words: "Words") -> None:
    backup = words.add_parser("backup", help=_("データの控えを取る"))
    backup.set_defaults(run=upkeep.back_up)
    test = words.add_parser("self-test", help=_("主な仕事を動かして、この機械で使えるか確かめる"))
    test.add_argument("--output", type=Path, metavar=_("フォルダー"), help=_("作った絵とPDFを残す場所"))
    test.set_defaults(run=upkeep.self_test)


def _group(words: "Words", name: str, title: str) -> "Words":
    inner = words.add_parser(name, help=title)
    return inner.add_subparsers(metavar=_("ことば"), dest="inner", required=True)


def _add_year(parser: argparse.ArgumentParser, told: str, *, required: bool = False) -> None:
    parser.add_argument(
        "--fiscal-year", required=required, type=fiscal_year_argument, metavar=_("年度"), help=told
    )


def _add_partner_choice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--partner",
        type=record_argument,
        metavar=_("団体の番号"),
        help=_("その団体のものだけを出す（partner search の、はじめの列の番号）"),
    )


def _add_id(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", type=record_argument, metavar=_("番号"), help=_("list の、はじめの列の番号"))


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("JSONで出す"))


def _add_output(parser: argparse.ArgumentParser, told: str) -> None:
    parser.add_argument("--output", required=True, type=Path, metavar=_("ファイル"), help=told)
