"""The theme as Qt understands it: fonts, a palette, and one style sheet for the whole window.

Fonts are set on widgets, never in the style sheet, which would take the
tabular figures away again.
"""

from PySide6.QtGui import QColor, QFont, QPalette

from gdviz.ui.colours import mixture
from gdviz.ui.fonts import text_font
from gdviz.ui.theme import Theme

TABULAR = QFont.Tag("tnum")


BAR = 12
"""Width of a scroll bar, px: the same in every look and size. While a window changes its look, what
scrolls is measured with the new bar and laid out with the old one; where the two differed, formulas
that take more lines in one width than in the other would never come to rest."""


def figures_font(size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The text font with figures of one width, so that nothing jitters while numbers change."""
    font = text_font(size, weight)
    font.setFeature(TABULAR, 1)
    return font


def palette(theme: Theme) -> QPalette:
    """Colours of whatever Qt paints by itself: menus, tables, selections, hints."""
    colours = theme.colours
    roles = {
        QPalette.ColorRole.Window: colours.paper,
        QPalette.ColorRole.WindowText: colours.ink,
        QPalette.ColorRole.Base: colours.field,
        QPalette.ColorRole.AlternateBase: colours.paper,
        QPalette.ColorRole.Text: colours.ink,
        QPalette.ColorRole.PlaceholderText: colours.secondary_ink,
        QPalette.ColorRole.Button: colours.paper,
        QPalette.ColorRole.ButtonText: colours.ink,
        QPalette.ColorRole.BrightText: colours.error,
        QPalette.ColorRole.ToolTipBase: colours.ink,
        QPalette.ColorRole.ToolTipText: colours.paper,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.Light: colours.paper,
        QPalette.ColorRole.Midlight: colours.hairline,
        QPalette.ColorRole.Mid: colours.hairline,
        QPalette.ColorRole.Dark: colours.outline,
        QPalette.ColorRole.Shadow: colours.outline,
    }
    result = QPalette()
    for role, colour in roles.items():
        result.setColor(role, QColor(colour))
    faint = QColor(disabled_ink(theme))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        result.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return result


def disabled_ink(theme: Theme) -> str:
    """What cannot be pressed now."""
    return mixture(theme.colours.paper, theme.colours.secondary_ink, 0.5)


def stylesheet(theme: Theme) -> str:
    """Style sheet of the window, filled with the theme's colours and lengths."""
    colours, sizes = theme.colours, theme.sizes
    return SHEET.format(
        **{name: getattr(colours, name) for name in colours.__dataclass_fields__},
        disabled=disabled_ink(theme),
        grip=mixture(colours.paper, colours.outline, 0.5),
        radius=round(sizes.radius),
        small=round(sizes.space / 2),
        space=round(sizes.space),
        bar=BAR,
        half_bar=BAR // 2,
        row=round(sizes.control * 0.875),
    )


SHEET = """
QMainWindow, QWidget#chrome {{ background: {paper}; }}

QLineEdit {{
  background: {field}; color: {ink};
  border: 1px solid {outline}; border-radius: {radius}px; padding: 0 {space}px;
  selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit:focus {{ border: 2px solid {accent}; padding: 0 {space}px; margin: 0; }}
QLineEdit:disabled {{ color: {disabled}; border-color: {hairline}; }}
QLineEdit[wrong="true"] {{ border-color: {error}; }}

QLineEdit[kind="number"] {{
  background: transparent; border: none; border-bottom: 1px solid {outline};
  border-radius: 0; padding: 1px {small}px 0 {small}px;
}}
QLineEdit[kind="number"]:hover {{ background: {accent_soft}; }}
QLineEdit[kind="number"]:focus {{
  background: {field}; border-bottom: 2px solid {accent}; padding-bottom: -1px;
}}
QLineEdit[kind="number"][wrong="true"] {{ border-bottom: 2px solid {error}; padding-bottom: -1px; }}

QToolButton {{
  background: transparent; color: {accent};
  border: 2px solid transparent; border-radius: {radius}px; padding: 0;
}}
QToolButton:hover {{ background: {accent_soft}; }}
QToolButton:pressed {{ background: {hairline}; }}
QToolButton:focus {{ border-color: {accent}; }}
QToolButton:disabled {{ color: {disabled}; background: transparent; }}
QToolButton::menu-indicator {{ image: none; }}
QToolButton[kind="primary"] {{ background: {accent}; color: {on_accent}; }}
QToolButton[kind="primary"]:focus {{ border-color: {ink}; }}
QToolButton[kind="primary"]:disabled {{ background: {hairline}; color: {disabled}; }}

QLabel {{ background: transparent; color: {ink}; }}
QLabel:focus {{ background: {accent_soft}; border-radius: {radius}px; }}
QLabel[tone="secondary"] {{ color: {secondary_ink}; }}
QLabel[tone="notice"] {{ color: {notice}; }}
QLabel[tone="error"] {{ color: {error}; }}
QLabel:disabled {{ color: {disabled}; }}

QFrame[kind="card"] {{
  background: {paper}; border: 1px solid {hairline}; border-radius: {radius}px;
}}
QFrame[kind="card"][tone="error"] {{ background: {error_soft}; border-color: {error_soft}; }}
QFrame[kind="card"][tone="notice"] {{ background: {notice_soft}; border-color: {notice_soft}; }}

QAbstractItemView {{
  background: {paper}; color: {ink}; border: none; outline: none;
  selection-background-color: {accent_soft}; selection-color: {ink};
}}
QListView::item {{ min-height: {row}px; padding: 0 {space}px; border-radius: {radius}px; }}
QListView::item:selected {{ background: {accent_soft}; color: {ink}; }}
QHeaderView {{ background: {paper}; border: none; }}
QHeaderView::section {{
  background: {paper}; color: {secondary_ink}; border: none;
  border-bottom: 1px solid {hairline}; padding: 0 {small}px;
}}
QTableCornerButton::section {{ background: {paper}; border: none; }}

QTabWidget::tab-bar {{ left: {space}px; }}
QTabWidget::pane {{ border: none; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: {paper}; border: none; }}
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: {bar}px; }}
QScrollBar:horizontal {{ height: {bar}px; }}
QScrollBar::handle {{ background: {grip}; border: 2px solid {paper}; border-radius: {half_bar}px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {outline}; }}
QScrollBar::handle:disabled {{ background: transparent; border-color: transparent; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QToolTip {{
  background: {ink}; color: {paper}; border: none; padding: {small}px {space}px;
}}
QMenu::separator {{ height: 1px; background: {hairline}; margin: {small}px {space}px; }}
QMenu {{
  background: {paper}; color: {ink}; border: 1px solid {hairline}; padding: {small}px;
  menu-scrollable: 1;
}}
"""
