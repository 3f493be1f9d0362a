"""When a member was sent a working copy last, and when one came back, under the member's form."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from strategidesk.language import mark, tr
from strategidesk.ui.copies.memory import Exchange
from strategidesk.ui.overview.moments import moment
from strategidesk.ui.parts import heading, label

_BACK = mark("Latest copy sent {sent}, received {received}.")
_BEFORE = mark("Latest copy sent {sent}, received last {received}.")


class LastCopy(QWidget):
    """One sentence under its heading."""

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", tone="muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(2)
        column.addWidget(heading(tr("Working copies")))
        column.addWidget(self.words)

    def show_exchange(self, exchange: Exchange, now: int) -> None:
        """Say it of another member; `now` in microseconds UTC."""
        self.words.setText(said(exchange, now))


def said(exchange: Exchange, now: int) -> str:
    """A member's last copies in words."""
    sent, received = (moment(at, now) if at else "" for at in (exchange.sent, exchange.received))
    if sent and received:
        back = exchange.received > exchange.sent
        words = _BACK if back else _BEFORE
        return tr(words, sent=sent, received=received)
    if sent:
        return tr("Latest copy sent {sent}, not received yet.", sent=sent)
    if received:
        return tr("Latest copy received {received}.", received=received)
    return tr("No copy has been sent yet.")
