"""Finding words that do not fit the widget they stand in, at the size the window has now."""

from PySide6.QtWidgets import QAbstractButton, QHeaderView, QLabel, QLineEdit, QTabBar, QWidget


def clipped(root: QWidget) -> list[str]:
    """The texts of labels, buttons and tabs that are cut."""
    return [text for widget in _seen(root) for text in _cut(widget)]


def cut_headings(root: QWidget) -> list[str]:
    """Column titles that are wider than their columns."""
    return [
        str(header.model().headerData(at, header.orientation()))
        for header in _seen(root)
        if isinstance(header, QHeaderView) and header.model()
        for at in range(header.count())
        if header.sectionSizeHint(at) > header.sectionSize(at) + 1
    ]


def lost_columns(root: QWidget) -> list[str]:
    """Columns that are too narrow to show anything."""
    return [
        str(at)
        for header in _seen(root)
        if isinstance(header, QHeaderView) and header.model()
        for at in range(header.count())
        if header.sectionSize(at) < 20
    ]


def hidden_in_part(root: QWidget) -> list[str]:
    """Labels, buttons and fields that a parent cuts off."""
    return [
        f"hidden in part: {widget.objectName() or widget.accessibleName()}"
        for widget in _seen(root)
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit)
        and widget.visibleRegion().boundingRect().size() != widget.size()
    ]


def _seen(root: QWidget) -> list[QWidget]:
    return [widget for widget in root.findChildren(QWidget) if widget.isVisible()]


def _cut(widget: QWidget) -> list[str]:
    if isinstance(widget, QLabel) and widget.text():
        return [widget.text()] if _is_cut(widget) else []
    if isinstance(widget, QAbstractButton) and widget.text():
        hint = widget.sizeHint()
        cut = hint.width() > widget.width() + 1 or hint.height() > widget.height() + 1
        return [widget.text()] if cut else []
    if isinstance(widget, QTabBar):
        advance = widget.fontMetrics().horizontalAdvance
        places = range(widget.count())
        texts = ((widget.tabText(at), widget.tabRect(at).width()) for at in places)
        return [text for text, width in texts if advance(text) > width]
    return []


def _is_cut(label: QLabel) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 1
    lines = label.text().replace("&", "").splitlines()
    advance = label.fontMetrics().horizontalAdvance
    return max(map(advance, lines)) > label.contentsRect().width() + 1
