"""The one stylesheet, made from the tokens and the scale.

Qt's `min-height` is the content box, so a widget whose border grows from 1 to 2 px on focus takes 2 off its
height and 1 off its padding, or it would grow. Dynamic properties: `kind` of a button, `text` of a label,
`ground` of a frame, `wrong` of a field. (A property named as one of QWidget's own never matches.)
"""

from collections.abc import Callable

from kyodo_desktop.ui.theme.tokens import Tokens

Px = Callable[[float], int]


def stylesheet(tokens: Tokens, px: Px) -> str:
    """Return the application's stylesheet."""
    return "\n".join(
        part(tokens, px)
        for part in (_grounds, _texts, _menus, _tabs, _buttons, _fields, _lists, _scroll_bars)
    )


def _grounds(t: Tokens, px: Px) -> str:
    return f"""
QMainWindow, QDialog {{ background: {t.window}; }}
QFrame[ground="window"] {{ background: {t.window}; border: none; }}
QFrame[ground="surface"] {{ background: {t.surface}; border: none; }}
QFrame[ground="line"] {{ background: {t.line}; border: none; }}
QFrame[ground="hairline"] {{ background: {t.hairline}; border: none; }}
QFrame[ground="note"] {{ background: {t.window}; border: none; border-radius: {px(6)}px; }}
QFrame[ground="due"] {{ background: {t.due_ground}; border: none; border-radius: {px(6)}px; }}
QFrame[ground="error"] {{ background: {t.error_ground}; border: none; border-radius: {px(6)}px; }}
QFrame[ground="done"] {{ background: {t.done_ground}; border: none; border-radius: {px(6)}px; }}
QFrame[ground="popup"] {{ background: {t.surface}; border: 1px solid {t.control}; }}
QSplitter::handle {{ background: transparent; }}
QToolTip {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.control}; padding: {px(4)}px; }}
QStatusBar {{ background: {t.window}; border: none; }}
QStatusBar::item {{ border: none; }}
"""


def _texts(t: Tokens, px: Px) -> str:
    return f"""
QLabel {{ background: transparent; color: {t.ink}; }}
QLabel:disabled {{ color: {t.disabled}; }}
QLabel[text_role="title"] {{ font-size: {px(17)}px; font-weight: bold; }}
QLabel[text_role="head"] {{ font-weight: bold; }}
QLabel[text_role="muted"] {{ color: {t.muted}; }}
QLabel[text_role="caption"] {{ color: {t.muted}; font-size: {px(13)}px; }}
QLabel[text_role="small"] {{ color: {t.ink}; font-size: {px(13)}px; }}
QLabel[text_role="due"] {{ color: {t.due}; }}
QLabel[text_role="error"] {{ color: {t.error}; }}
QLabel[text_role="done"] {{ color: {t.done}; }}
"""


def _menus(t: Tokens, px: Px) -> str:
    return f"""
QMenuBar {{ background: {t.window}; border: none; padding-left: {px(10)}px; }}
QMenuBar::item {{ background: transparent; color: {t.ink}; padding: {px(5)}px {px(8)}px; }}
QMenuBar::item:selected {{ background: {t.hover}; }}
QMenuBar::item:pressed {{ background: {t.soft}; }}
QMenu {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.control}; padding: {px(4)}px 0; }}
QMenu::item {{ padding: {px(6)}px {px(24)}px; }}
QMenu::item:selected {{ background: {t.soft}; color: {t.ink}; }}
QMenu::icon {{ left: {px(8)}px; }}
QMenu::item:disabled {{ color: {t.disabled}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: {px(4)}px 0; }}
"""


def _tabs(t: Tokens, px: Px) -> str:
    return f"""
QTabBar {{ background: transparent; border: none; }}
QTabBar::tab {{
    background: transparent; color: {t.muted}; border: none; border-bottom: 2px solid transparent;
    padding: 0 {px(4)}px; margin-right: {px(16)}px; min-height: {px(38)}px; max-height: {px(38)}px;
}}
QTabBar::tab:hover {{ color: {t.ink}; }}
QTabBar::tab:selected {{ color: {t.accent}; border-bottom: 2px solid {t.accent}; }}
"""


def _buttons(t: Tokens, px: Px) -> str:
    return f"""
QPushButton {{
    background: {t.surface}; color: {t.ink}; border: 1px solid {t.control}; border-radius: {px(6)}px;
    padding: 0 {px(15)}px; min-height: {px(32) - 2}px; max-height: {px(32) - 2}px;
}}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:focus {{
    border: 2px solid {t.accent}; padding: 0 {px(15) - 1}px;
    min-height: {px(32) - 4}px; max-height: {px(32) - 4}px;
}}
QPushButton:disabled {{ color: {t.disabled}; border-color: {t.line}; background: {t.window}; }}
QPushButton[kind="primary"] {{
    background: {t.accent}; color: {t.on_accent}; font-weight: bold; border: 2px solid {t.accent};
    padding: 0 {px(12) - 2}px; min-height: {px(32) - 4}px; max-height: {px(32) - 4}px;
}}
QPushButton[kind="primary"]:hover {{ background: {t.accent_hover}; border-color: {t.accent_hover}; }}
QPushButton[kind="primary"]:focus {{ border-color: {t.ink}; }}
QPushButton[kind="primary"]:disabled {{
    background: {t.window}; color: {t.disabled}; border-color: {t.line};
}}
QPushButton[kind="flat"] {{
    background: transparent; border: 2px solid transparent; padding: 0 {px(12) - 2}px;
    min-height: {px(32) - 4}px; max-height: {px(32) - 4}px;
}}
QPushButton[kind="flat"]:hover {{ background: {t.hover}; }}
QPushButton[kind="flat"]:focus {{ border-color: {t.accent}; }}
QPushButton[kind="link"] {{
    background: transparent; color: {t.accent}; border: none; border-bottom: 2px solid transparent;
    border-radius: 0; padding: 2px 0 0 0; text-align: left;
    min-height: {px(24) - 4}px; max-height: {px(24) - 4}px;
}}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border-color: {t.accent}; }}
QPushButton[kind="link"]:disabled {{ color: {t.disabled}; }}
QPushButton[kind="letter"] {{
    background: transparent; color: {t.muted}; border: 2px solid transparent; border-radius: {px(4)}px;
    padding: 0; min-width: {px(28) - 4}px; max-width: {px(28) - 4}px;
    min-height: {px(28) - 4}px; max-height: {px(28) - 4}px;
}}
QPushButton[kind="letter"]:hover {{ background: {t.hover}; }}
QPushButton[kind="letter"]:checked {{ background: {t.soft}; color: {t.accent}; }}
QPushButton[kind="letter"]:focus {{ border-color: {t.accent}; }}
QPushButton[kind="tab"] {{
    background: transparent; color: {t.muted}; border: 2px solid transparent; border-radius: 0; padding: 0;
    min-height: {px(36) - 4}px; max-height: {px(36) - 4}px;
}}
QPushButton[kind="tab"]:hover {{ color: {t.ink}; }}
QPushButton[kind="tab"]:checked {{ color: {t.accent}; border-bottom-color: {t.accent}; }}
QPushButton[kind="tab"]:focus {{ border-color: {t.accent}; border-radius: {px(4)}px; }}
QCheckBox, QRadioButton {{ background: transparent; color: {t.ink}; spacing: {px(8)}px; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {t.disabled}; }}
"""


def _fields(t: Tokens, px: Px) -> str:
    return f"""
QLineEdit, QPlainTextEdit, QComboBox {{
    background: {t.surface}; color: {t.ink}; border: 1px solid {t.control}; border-radius: {px(4)}px;
    selection-background-color: {t.accent}; selection-color: {t.on_accent};
}}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {t.muted}; }}
QLineEdit, QComboBox {{ padding: 0 {px(9)}px; min-height: {px(32) - 2}px; max-height: {px(32) - 2}px; }}
QPlainTextEdit {{ padding: {px(4)}px {px(7)}px; }}
QLineEdit:focus, QComboBox:focus {{
    border: 2px solid {t.accent}; padding: 0 {px(9) - 1}px;
    min-height: {px(32) - 4}px; max-height: {px(32) - 4}px;
}}
QPlainTextEdit:focus {{ border: 2px solid {t.accent}; padding: {px(4) - 1}px {px(7) - 1}px; }}
QLineEdit[wrong="true"], QComboBox[wrong="true"] {{
    border: 2px solid {t.error}; padding: 0 {px(9) - 1}px;
    min-height: {px(32) - 4}px; max-height: {px(32) - 4}px;
}}
QComboBox {{ padding: 0 {px(11)}px; }}
QComboBox:focus, QComboBox[wrong="true"] {{ padding: 0 {px(11) - 1}px; }}
QPlainTextEdit[wrong="true"] {{ border: 2px solid {t.error}; padding: {px(4) - 1}px {px(7) - 1}px; }}
QLineEdit:read-only, QPlainTextEdit[readOnly="true"] {{ background: {t.window}; border: 1px solid {t.line}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{
    background: {t.window}; color: {t.disabled}; border: 1px solid {t.line};
}}
QLineEdit[box="filter"] {{
    border-radius: {px(6)}px; min-height: {px(28) - 2}px; max-height: {px(28) - 2}px;
    padding: 0 {px(8)}px 0 {px(35)}px;
}}
QLineEdit[box="filter"]:focus {{
    min-height: {px(28) - 4}px; max-height: {px(28) - 4}px; padding: 0 {px(8) - 1}px 0 {px(35) - 1}px;
}}
QComboBox::down-arrow {{ image: none; }}
QComboBox::drop-down {{ border: none; width: {px(24)}px; }}
QComboBox QAbstractItemView {{
    background: {t.surface}; color: {t.ink}; border: 1px solid {t.control};
    selection-background-color: {t.soft}; selection-color: {t.ink}; outline: none;
}}
"""


def _lists(t: Tokens, px: Px) -> str:
    return f"""
QTableView, QListView {{
    background: {t.surface}; color: {t.ink}; border: none; outline: none;
    selection-background-color: {t.soft}; selection-color: {t.ink};
}}
QListView::item {{ padding: {px(4)}px {px(8)}px; }}
QListView::item:disabled {{ color: {t.muted}; }}
QListView::item:selected {{ background: {t.soft}; color: {t.ink}; }}
QHeaderView {{ background: {t.surface}; border: none; }}
QAbstractScrollArea::corner {{ background: {t.surface}; border: none; }}
QTableCornerButton::section {{ background: {t.surface}; border: none; }}
QScrollArea {{ background: {t.surface}; border: none; }}
QScrollArea > QWidget > QWidget {{ background: {t.surface}; }}
"""


def _scroll_bars(t: Tokens, px: Px) -> str:
    wide, gap = px(12), px(3)
    return f"""
QScrollBar:vertical {{ background: transparent; width: {wide}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {wide}px; margin: 0; }}
QScrollBar::handle:vertical {{
    background: {t.line}; border-radius: {gap}px; margin: 0 {gap}px; min-height: {px(32)}px;
}}
QScrollBar::handle:horizontal {{
    background: {t.line}; border-radius: {gap}px; margin: {gap}px 0; min-width: {px(32)}px;
}}
QScrollBar::handle:hover {{ background: {t.control}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
