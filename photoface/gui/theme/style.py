"""The style sheet, made from the tokens: what the palette alone cannot say."""

from __future__ import annotations

from photoface.config.paths import resource
from photoface.gui.theme.tokens import BODY, DISPLAY, LEAD, LIGHT, RADIUS, SMALL, SMALL_RADIUS, SPACE, TITLE, Colors


def style_sheet(colors: Colors) -> str:
    """Widgets are told apart by the property ``kind``: primary, quiet, danger, title, display, lead, note, card, …"""
    return f"""
    * {{ font-size: {BODY}px; }}
    QWidget[kind="page"], QMainWindow, QDialog {{ background: {colors.ground}; }}
    QLabel[kind="display"] {{ font-size: {DISPLAY}px; font-weight: 600; }}
    QLabel[kind="title"], QLineEdit[kind="title"] {{ font-size: {TITLE}px; font-weight: 600; }}
    QLabel[kind="lead"] {{ font-size: {LEAD}px; }}
    QLabel[kind="strong"] {{ font-weight: 600; }}
    QLabel[kind="note"] {{ color: {colors.quiet}; font-size: {SMALL}px; }}
    QLabel[kind="good"] {{ color: {colors.good}; }}
    QLabel[kind="doubt"] {{ color: {colors.doubt}; }}
    QLabel[kind="bad"] {{ color: {colors.bad}; }}
    QFrame[kind="card"] {{ background: {colors.surface}; border: none; border-radius: {RADIUS}px; }}
    QFrame[kind="banner"] {{ background: {colors.tint}; border: none; }}
    QFrame[kind="drop"] {{ border: 2px dashed {colors.line}; border-radius: {2 * RADIUS}px; }}
    QFrame[kind="drop-here"] {{ border: 2px dashed {colors.accent}; border-radius: {2 * RADIUS}px;
        background: {colors.tint}; }}
    QFrame[kind="line"] {{ background: {colors.line}; max-height: 1px; min-height: 1px; border: none; }}
    QFrame[kind="toast"] {{ background: {colors.text}; border-radius: {RADIUS}px; }}
    QFrame[kind="toast"] QLabel {{ color: {colors.ground}; }}
    QFrame[kind="toast"] QPushButton {{ color: {colors.ground}; background: transparent; font-weight: 600;
        text-decoration: underline; }}

    QPushButton, QToolButton {{ background: {colors.surface}; color: {colors.text}; border: 1px solid {colors.line};
        border-radius: {SMALL_RADIUS}px; padding: {SPACE + 2}px {3 * SPACE}px; }}
    QToolButton {{ padding: {SPACE + 1}px; }}
    QPushButton:hover, QToolButton:hover {{ background: {colors.raised}; }}
    QPushButton:focus, QToolButton:focus {{ border: 2px solid {colors.accent};
        padding: {SPACE + 1}px {3 * SPACE - 1}px; }}
    QToolButton:focus {{ padding: {SPACE}px; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {colors.quiet}; background: {colors.ground}; }}
    QPushButton[kind="primary"] {{ background: {colors.accent}; color: {colors.on_accent};
        border-color: {colors.accent}; font-weight: 600; }}
    QPushButton[kind="primary"]:hover {{ background: {colors.accent}; border-color: {colors.text}; }}
    QPushButton[kind="primary"]:focus {{ border: 2px solid {colors.text}; }}
    QPushButton[kind="primary"]:disabled {{ background: {colors.line}; color: {colors.quiet};
        border-color: {colors.line}; }}
    QPushButton[kind="danger"] {{ color: {colors.bad}; }}
    QPushButton[kind="quiet"], QToolButton[kind="quiet"] {{ background: transparent; border: 1px solid transparent; }}
    QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover {{ background: {colors.raised}; }}
    QPushButton[kind="link"] {{ background: transparent; border: none; color: {colors.accent}; padding: 2px;
        text-align: left; }}
    QPushButton[kind="link"]:hover, QPushButton[kind="link"]:focus {{ text-decoration: underline; }}
    QToolButton:checked, QPushButton:checked {{ background: {colors.tint}; border-color: {colors.accent}; }}
    QToolButton::menu-indicator {{ image: none; }}

    QLineEdit, QComboBox, QSpinBox, QDateEdit, QPlainTextEdit, QTextEdit {{ background: {colors.surface};
        color: {colors.text}; border: 1px solid {colors.line}; border-radius: {SMALL_RADIUS}px;
        padding: {SPACE + 2}px {2 * SPACE}px; selection-background-color: {colors.accent};
        selection-color: {colors.on_accent}; }}
    QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus, QPlainTextEdit:focus {{
        border: 2px solid {colors.accent}; padding: {SPACE + 1}px {2 * SPACE - 1}px; }}
    QPlainTextEdit[kind="fact"], QPlainTextEdit[kind="fact"]:focus {{ background: transparent; border: none;
        padding: 0; }}
    QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 26px; }}
    QComboBox::down-arrow, QSpinBox::down-arrow, QDateEdit::down-arrow {{ image: url("{_picture("chevron-down")}");
        width: 16px; height: 16px; }}
    QSpinBox::up-arrow, QDateEdit::up-arrow {{ image: url("{_picture("chevron-up")}"); width: 16px; height: 16px; }}
    QSpinBox::up-button, QSpinBox::down-button, QDateEdit::up-button, QDateEdit::down-button {{ border: none;
        background: transparent; width: 22px; }}
    QComboBox QAbstractItemView {{ background: {colors.surface}; border: 1px solid {colors.line};
        padding: {SPACE}px; }}

    QListView[kind="sidebar"] {{ background: {colors.surface}; border: none; outline: none; padding: {2 * SPACE}px; }}
    QListView[kind="sidebar"]::item {{ padding: {2 * SPACE}px {2 * SPACE}px; border-radius: {SMALL_RADIUS}px;
        color: {colors.text}; margin: 1px 0; }}
    QListView[kind="sidebar"]::item:hover {{ background: {colors.raised}; }}
    QListView[kind="sidebar"]::item:selected {{ background: {colors.tint}; color: {colors.text}; }}
    QListView[kind="sidebar"]:focus {{ border: none; }}
    QAbstractScrollArea {{ background: {colors.ground}; border: none; }}
    QPlainTextEdit[kind="field"] {{ background: {colors.surface}; border: 1px solid {colors.line}; }}
    QPlainTextEdit[kind="field"]:focus {{ border: 2px solid {colors.accent}; }}
    QFrame[kind="card"] QAbstractScrollArea {{ background: {colors.surface}; }}
    QTreeView, QTableView, QListView {{ background: {colors.ground}; border: none; outline: none;
        selection-background-color: {colors.tint}; selection-color: {colors.text};
        alternate-background-color: {colors.surface}; }}
    TileView {{ selection-background-color: {colors.accent}; selection-color: {colors.on_accent}; }}
    QCheckBox::indicator {{ width: 16px; height: 16px; border: 1px solid {colors.quiet}; border-radius: 4px;
        background: {colors.surface}; }}
    QCheckBox::indicator:focus {{ border: 2px solid {colors.accent}; width: 14px; height: 14px; }}
    QCheckBox::indicator:checked {{ background: {colors.accent}; border-color: {colors.accent};
        image: url("{_picture(_check(colors))}"); }}
    QRadioButton {{ spacing: {2 * SPACE}px; padding: {SPACE}px 0; }}
    QRadioButton::indicator {{ width: 12px; height: 12px; border: 1px solid {colors.quiet}; border-radius: 7px;
        background: {colors.surface}; }}
    QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 4px solid {colors.accent};
        background: {colors.on_accent}; }}
    QRadioButton:focus {{ color: {colors.accent}; }}
    QCheckBox::indicator:disabled {{ border-color: {colors.line}; }}
    QTreeView::item, QListView::item {{ padding: {SPACE}px; }}
    QHeaderView::section {{ background: {colors.ground}; color: {colors.quiet}; border: none;
        border-bottom: 1px solid {colors.line}; padding: {SPACE}px {2 * SPACE}px; }}

    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
    QScrollBar::handle:vertical {{ background: {colors.line}; border-radius: 4px; min-height: 36px; }}
    QScrollBar::handle:vertical:hover {{ background: {colors.quiet}; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
    QScrollBar::handle:horizontal {{ background: {colors.line}; border-radius: 4px; min-width: 36px; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none;
        border: none; width: 0; height: 0; }}

    QMenuBar {{ background: {colors.ground}; }}
    QMenuBar::item {{ padding: {SPACE}px {2 * SPACE}px; background: transparent;
        border-radius: {SMALL_RADIUS}px; }}
    QMenuBar::item:selected {{ background: {colors.raised}; }}
    QMenu {{ background: {colors.surface}; border: 1px solid {colors.line}; padding: {SPACE}px; }}
    QMenu::item {{ padding: {SPACE + 1}px {6 * SPACE}px {SPACE + 1}px {6 * SPACE}px; border-radius: {SPACE}px; }}
    QMenu::item:selected {{ background: {colors.tint}; color: {colors.text}; }}
    QMenu::item:disabled {{ color: {colors.quiet}; }}
    QMenu::separator {{ height: 1px; background: {colors.line}; margin: {SPACE}px; }}
    QStatusBar {{ background: {colors.surface}; color: {colors.quiet}; }}
    QStatusBar::item {{ border: none; }}
    QStatusBar QLabel {{ color: {colors.quiet}; font-size: {SMALL}px; }}
    QProgressBar {{ background: {colors.line}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
    QProgressBar::chunk {{ background: {colors.accent}; border-radius: 3px; }}
    QSlider::groove:horizontal {{ background: {colors.line}; height: 4px; border-radius: 2px; }}
    QSlider::handle:horizontal {{ background: {colors.accent}; width: 16px; height: 16px; margin: -6px 0;
        border-radius: 8px; }}
    QSlider::handle:horizontal:focus {{ border: 2px solid {colors.text}; }}
    QToolTip {{ background: {colors.text}; color: {colors.ground}; border: none;
        padding: {SPACE}px {2 * SPACE}px; }}
    QSplitter::handle {{ background: {colors.line}; }}
    QTabBar::tab {{ padding: {2 * SPACE}px {3 * SPACE}px; color: {colors.quiet};
        border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ color: {colors.text}; border-bottom: 2px solid {colors.accent}; }}
    QTabWidget::pane {{ border: none; border-top: 1px solid {colors.line}; }}
    """


def _check(colors: Colors) -> str:
    """The tick that is seen on the accent colour."""
    return "check-white" if colors is LIGHT else "check-black"


def _picture(name: str) -> str:
    """An icon as a style sheet names it; it cannot be tinted, so its grey is seen on light and on dark."""
    return resource("resources", "icons", f"{name}.svg").as_posix()
