"""The words of 様式. No Qt."""

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.templates import Template


def template_words(template: Template) -> str:
    """Say in whose words a paper prints, and which version of them."""
    if template.fiscal_year is None:
        return _("初めの文面（市の様式に直すまでは（仮）と印刷されます）")
    words = _("{year}の様式 第{version}版") if template.own else _("{year}の様式 第{version}版（仮）")
    return words.format(year=format_fiscal_year(template.fiscal_year), version=template.version)
