from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kyodo_desktop.base.resources import resource_path
from kyodo_desktop.ui.theme import fonts
from kyodo_desktop.ui.theme.theme import TextSize, Theme, make_theme
from kyodo_desktop.ui.theme.tokens import TOKENS, PaletteName, contrast

SOURCES = Path(__file__).parents[2] / "kyodo_desktop"


@pytest.mark.parametrize(
    ("percent", "body", "row"), [(80, 11, 22), (100, 14, 28), (150, 21, 42), (200, 28, 56)]
)
def test_text_and_measures_scale_together(qapp: QApplication, percent: int, body: int, row: int) -> None:
    theme = make_theme(percent=percent)
    assert theme.font().pixelSize() == body
    assert theme.px(28) == row


def test_scale_stays_within_80_and_200_per_cent(qapp: QApplication) -> None:
    assert make_theme(percent=10).percent == 80
    assert make_theme(percent=900).percent == 200


@pytest.mark.parametrize("palette", list(PaletteName))
def test_selection_and_placeholder_reach_the_contrast_in_a_real_palette(
    qapp: QApplication, palette: PaletteName
) -> None:
    make_theme(palette).apply(qapp)
    role = QPalette.ColorRole
    real = qapp.palette()
    for text, ground in (
        (role.HighlightedText, role.Highlight),
        (role.PlaceholderText, role.Base),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.WindowText, role.Window),
        (role.ToolTipText, role.ToolTipBase),
        (role.Link, role.Base),
    ):
        assert contrast(real.color(text).name(), real.color(ground).name()) >= 4.5
    disabled = real.color(QPalette.ColorGroup.Disabled, role.Text).name()
    assert contrast(disabled, real.color(role.Base).name()) >= 4.5


def test_placeholder_is_drawn_in_the_muted_colour(qtbot: QtBot, theme: Theme) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.ensurePolished()
    assert field.palette().color(QPalette.ColorRole.PlaceholderText) == theme.colour("muted")


def test_icon_is_drawn_sharp_in_its_colour_for_the_device(theme: Theme) -> None:
    picture = theme.icon("plus", "accent").pixmap(QSize(16, 16), 2.0)
    assert picture.size() == QSize(32, 32)
    colours = {
        QColor(picture.toImage().pixelColor(x, 16)).name().upper()
        for x in range(32)
        if picture.toImage().pixelColor(x, 16).alpha() == 255
    }
    assert TOKENS[PaletteName.LIGHT].accent in colours


def test_every_icon_that_ships_is_used_and_every_icon_used_ships() -> None:
    shipped = {path.stem for path in resource_path("icons").glob("*.svg")}
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.py"))
    assert {name for name in shipped if f'"{name}"' not in text} == set()
    assert (resource_path("icons") / "LICENSE-lucide.txt").is_file()


def test_without_a_japanese_font_of_the_system_the_shipped_one_is_registered(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([["DejaVu Sans"], QFontDatabase.families()])
    registered: list[str] = []
    monkeypatch.setattr(fonts.QFontDatabase, "families", lambda: next(answers))
    add = QFontDatabase.addApplicationFont
    monkeypatch.setattr(
        fonts.QFontDatabase, "addApplicationFont", lambda path: registered.append(path) or add(path)
    )
    assert fonts.screen_families()
    assert {Path(path).name for path in registered} == {"BIZUDGothic-Regular.ttf", "BIZUDGothic-Bold.ttf"}


def test_japanese_is_drawn_in_a_japanese_font(theme: Theme) -> None:
    assert QFontInfo(theme.font(TextSize.TITLE)).family() in fonts.FAMILIES
