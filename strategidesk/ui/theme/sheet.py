"""The one stylesheet: frames, buttons and fields, by property or object name."""

from strategidesk.ui.theme.tokens import TABLE, Tokens

_SHEET = """
QMenuBar { background: @nav; border-bottom: 1px solid @line; padding: 3px 12px; }
QMenuBar::item { padding: 6px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @hover; }
QMenu { background: @surface; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 40px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: @selected; color: @text; }
QMenu::item:disabled { color: @disabled; background: transparent; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QStatusBar { background: @nav; border-top: 1px solid @line; }
QStatusBar::item { border: none; }
QSplitter::handle { background: @line; }
QToolTip { background: @surface; color: @text; border: 1px solid @line; padding: 3px 6px; }

QFrame[part="nav"] { background: @nav; border: none; border-right: 1px solid @line; }
QFrame[part="header"] { background: @surface; border: none; border-bottom: 1px solid @line; }
QFrame[part="column"] { background: @subtle; border: none; }
QFrame[part="panel"] { background: @subtle; border: none; border-left: 1px solid @line; }
QFrame[part="sheet"] { background: @surface; border: none; }
QFrame[part="card"] { background: @surface; border: 1px solid @line; border-radius: 6px; }
QFrame[part="card"][here="true"], QFrame[part="quote"][here="true"]
    { border: 2px solid @accent; }
QFrame[part="tour"] { background: @surface; border: 2px solid @accent; border-radius: 8px; }
QFrame[part="ground"] { background: @window; border: none; }
QFrame[part="row"] { background: transparent; border: none; border-bottom: 1px solid @line; }
QFrame[part="row"][here="true"] { background: @selected; }
QFrame[part="quote"] { background: @subtle; border: 1px solid @line; border-radius: 6px; }
QFrame[part="strip"] { background: @info_bg; border: none; border-bottom: 1px solid @line; }
QFrame[part="popup"] { background: @surface; border: 1px solid @line_strong; border-radius: 8px; }
QWidget[part="veil"] { background: @veil; }
QFrame[part="guidance"] { background: @info_bg; border: none; border-left: 3px solid @info; }
QFrame[part="rule"] { background: @line; border: none; }
QFrame[part="paper"] { background: @surface; border: 1px solid @line; border-radius: 6px; }
QFrame[part="paper"]:focus { border: 2px solid @accent; }
QFrame[banner="info"] { background: @info_bg; border: none; border-left: 3px solid @info; }
QFrame[banner="ok"] { background: @ok_bg; border: none; border-left: 3px solid @ok; }
QFrame[banner="warn"] { background: @warn_bg; border: none; border-left: 3px solid @warn; }
QFrame[banner="danger"] { background: @danger_bg; border: none; border-left: 3px solid @danger; }

QLabel[tone="muted"] { color: @muted; }
QLabel[tone="danger"] { color: @danger; }
QLabel[tone="ok"] { color: @ok; }
QLabel[tone="chip"] { color: @neutral; background: @neutral_bg; border-radius: 4px;
    padding: 2px 7px; }
QLabel[tone="warn_chip"] { color: @warn; background: @warn_bg; border-radius: 4px;
    padding: 2px 7px; }
QLabel[tone="added"] { color: @added; background: @added_bg; text-decoration: underline; }
QLabel[tone="removed"] { color: @removed; background: @removed_bg;
    text-decoration: line-through; }

QPushButton { background: @surface; color: @text; border: 1px solid @line_strong;
    border-radius: 4px; padding: 5px 14px; min-height: 20px; }
QPushButton:hover { background: @hover; }
QPushButton:focus { border: 2px solid @accent; padding: 4px 13px; }
QPushButton:disabled { color: @disabled; border-color: @line; }
QPushButton[look="primary"] { background: @accent; color: @on_accent; border-color: @accent;
    font-weight: 600; }
QPushButton[look="primary"]:hover { background: @accent_hover; }
QPushButton[look="primary"]:focus { border: 2px solid @text; }
QPushButton[look="primary"]:disabled { background: @line; color: @disabled; border-color: @line; }
QPushButton[look="link"] { background: transparent; color: @link; border: 1px solid transparent;
    padding: 3px 6px; text-align: left; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border: 2px solid @accent; padding: 2px 5px; }
QPushButton[look="link"]:disabled { color: @disabled; }
QPushButton[look="lead"] { background: transparent; color: @link; border: 2px solid transparent;
    padding: 0 2px; min-height: 0; text-align: left; text-decoration: underline; }
QPushButton[look="lead"]:hover { color: @accent_hover; }
QPushButton[look="lead"]:focus { border: 2px solid @accent; padding: 0 2px; }
QPushButton[look="segment"] { border-radius: 0; padding: 4px 12px; margin-left: -1px; }
QPushButton[look="segment"][first="true"] { margin-left: 0; }
QPushButton[look="segment"]:checked { background: @selected; border-color: @accent; }
QPushButton[look="segment"]:focus { border: 2px solid @accent; padding: 3px 11px; }
QPushButton[look="search"] { padding: 0 8px; min-height: 0; text-align: left; }
QPushButton[look="search"]:focus { padding: 0 7px; }
QPushButton[look="chip"] { border: 1px solid transparent; padding: 2px 8px; min-height: 18px; }
QPushButton[look="chip"]:focus { border: 2px solid @accent; padding: 1px 7px; }
QPushButton[look="chip"]::menu-indicator, QPushButton[look="link"]::menu-indicator
    { image: none; width: 0; }
QPushButton[look="chip"][tone="neutral"] { background: @neutral_bg; color: @neutral; }
QPushButton[look="chip"][tone="info"] { background: @info_bg; color: @info; }
QPushButton[look="chip"][tone="ok"] { background: @ok_bg; color: @ok; }
QPushButton[look="chip"][tone="warn"] { background: @warn_bg; color: @warn; }
QPushButton[look="chip"][tone="note"] { background: @note_bg; color: @note; }
QPushButton[look="link"][tone="muted"] { color: @muted; }
QToolButton[look="flat"]:checked { background: @selected; }
QToolButton[look="flat"] { background: transparent; border: 1px solid transparent;
    border-radius: 4px; padding: 3px; }
QToolButton[look="flat"]::menu-indicator { image: none; width: 0; }
QToolButton[look="flat"]:hover { background: @hover; }
QToolButton[look="flat"]:checked { background: @selected; border-color: @accent; }
QToolButton[look="flat"]:focus { border: 2px solid @accent; padding: 2px; }
QLabel[cell="status"], QToolButton[cell="status"] { border: none;
    border-left: 1px solid @line; padding: 0 8px; }
QToolButton[look="status"] { background: transparent; color: @muted; }
QToolButton[look="status"]:hover { background: @hover; }
QToolButton[look="status"]:focus { border: 2px solid @accent; padding: 0 6px; }
QToolButton[look="status"]::menu-indicator { image: none; }

QLineEdit, QComboBox, QTextEdit[editor="prose"], QListWidget[editor="list"] {
    background: @surface; border: 1px solid @line_strong; border-radius: 4px;
    selection-background-color: @selected; selection-color: @text;
    placeholder-text-color: @muted; }
QTextEdit[editor="bare"] { background: transparent; border: 2px solid transparent;
    border-radius: 4px; selection-background-color: @selected; selection-color: @text; }
QLineEdit[editor="bare"] { background: transparent; border: 2px solid transparent;
    border-radius: 4px; padding: 3px 8px; }
QLineEdit[editor="bare"]:focus, QTextEdit[editor="bare"]:focus { border-color: @accent; }
QLineEdit { padding: 4px 9px; min-height: 20px; }
QLineEdit[editor="bare"], QLineEdit[editor="bare"]:focus { border: none; padding: 4px 0; }
QLineEdit[editor="title"] { padding: 5px 9px; min-height: 24px; }
QComboBox { padding: 4px 24px 4px 9px; min-height: 20px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: none; }
QLineEdit:focus, QTextEdit[editor="prose"]:focus, QListWidget[editor="list"]:focus
    { border: 2px solid @accent; }
QLineEdit:focus { padding: 3px 8px; }
QLineEdit[editor="title"]:focus { padding: 4px 8px; }
QComboBox:focus { border: 2px solid @accent; padding: 3px 23px 3px 8px; }
QLineEdit:disabled, QComboBox:disabled, QTextEdit[editor="prose"]:disabled,
QLineEdit:read-only, QTextEdit[editor="prose"]:read-only { background: @subtle;
    border-color: @line; color: @text; }
QLineEdit[wrong="true"], QTextEdit[editor="prose"][wrong="true"], QComboBox[wrong="true"]
    { border: 2px solid @danger; }
QTextEdit[editor="page"] { background: @surface; border: none; color: @text;
    selection-background-color: @selected; selection-color: @text;
    placeholder-text-color: @muted; }
QFrame[part="guidance"] QTextEdit[editor="page"] { background: @info_bg; }
QLineEdit[editor="page"] { background: transparent; border: none; padding: 2px 10px; }
QLineEdit[editor="page"]:focus { border: none; border-bottom: 2px solid @accent;
    padding: 2px 10px 0 10px; }
QCheckBox { border: 2px solid transparent; border-radius: 4px; padding: 1px 3px; }
QCheckBox:focus { border-color: @accent; }
QAbstractScrollArea[part="pages"] { border: 2px solid @line; }
QAbstractScrollArea[part="pages"]:focus { border-color: @accent; }
QScrollArea[part="read"] { border: 2px solid transparent; }
QScrollArea[part="read"]:focus { border-color: @accent; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @line;
    selection-background-color: @selected; selection-color: @text; outline: none; }

QTreeView[part="things"] { background: transparent; border: none; outline: none;
    show-decoration-selected: 0; }
QTreeView[part="table"], QTableView[part="table"] { background: @surface; border: none;
    outline: none; }
QListView[part="pages"] { background: transparent; border: none; outline: none; }
QHeaderView::section { background: @subtle; color: @muted; border: none;
    border-right: 1px solid @line; border-bottom: 1px solid @line; padding: 6px 8px;
    font-weight: 600; }
QTabBar[part="tabs"] { background: transparent; }
QTabBar[part="tabs"]::tab { background: transparent; color: @muted; border: none;
    padding: 7px 4px; margin-right: 6px; border-bottom: 2px solid transparent; }
QTabBar[part="tabs"]::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar[part="tabs"]::tab:focus { color: @accent; }
QProgressBar { background: @line; border: none; border-radius: 2px; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @line_strong; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""


def sheet(tokens: Tokens) -> str:
    """The stylesheet of a theme."""
    text = _SHEET
    for token in sorted(TABLE, key=len, reverse=True):
        text = text.replace(f"@{token}", tokens[token])
    return text
