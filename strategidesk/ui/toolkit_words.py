"""The toolkit's own words where its Swedish lacks them, or says them poorly."""

from PySide6.QtCore import QObject, QTranslator

from strategidesk.language import mark, tr

_WORDS = {  # the toolkit's context and source to ours
    ("QShortcut", "Del"): mark("Del"),
    ("QShortcut", "Ins"): mark("Ins"),
    ("QFileDialog", "Look in:"): mark("Look in:"),
    ("QFileDialog", "&Look in:"): mark("Look in:"),
    ("QFileDialog", "Files of type:"): mark("Files of type:"),
    ("QFileDialog", "Parent Directory"): mark("The folder above"),
    ("QFileDialog", "Go to the parent directory"): mark("Go to the folder above"),
}


class ToolkitWords(QTranslator):
    """Asked before the toolkit's own translation, which follows for all other words."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,
        sourceText: str,
        _disambiguation: str | None = None,
        _n: int = -1,
    ) -> str:
        ours = _WORDS.get((context, sourceText))
        return tr(ours) if ours else None  # type: ignore[return-value]  # None: ask the next
