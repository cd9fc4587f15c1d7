"""Another year's check sheet as an office would add it: one more file, with other items and other counts."""

from pathlib import Path

from kyodo_desktop.base import resources

FROM_YEAR = 2027
RISK = "事故や悪天候などの備えを、お互いに確認しましょう。"
PUBLIC = "事業の様子を、お互いの広報で伝えましょう。"


def write_later_items(folder: Path) -> None:
    """Write version 2 into an office's own resources: Ⅰ of five items, of which two are new, Ⅲ of three."""
    shipped = resources.read_text("check_sheet/1.toml")
    text = shipped.replace("version = 1", "version = 2").replace(
        "from_year = 2019", f"from_year = {FROM_YEAR}"
    )
    before, plan_4, after = _around(text, "plan_4")
    changed = plan_4.replace('key = "plan_4"', 'key = "plan_risk"')
    changed = "\n".join(
        f'text = "{RISK}"' if line.startswith("text") else line for line in changed.splitlines()
    )
    fifth = f'\n\n[[stages.items]]\nkey = "plan_public"\nnumber = 5\ntext = "{PUBLIC}"\n'
    text = before + changed + fifth + after
    before, _close_4, after = _around(text, "close_4")
    place = folder / "check_sheet" / "2.toml"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(before + after, encoding="utf-8")


def _around(text: str, key: str) -> tuple[str, str, str]:
    """Return what stands before an item's table, the table, and what follows."""
    at = text.index(f'key = "{key}"')
    begin = text.rindex("[[stages.items]]", 0, at)
    end = text.find("\n[[", at)
    end = len(text) if end < 0 else end
    return text[:begin], text[begin:end], text[end:]
