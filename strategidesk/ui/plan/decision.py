"""The box over the form of the plan that asks what becomes of a proposal."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from strategidesk.desk.commands import Command, Together
from strategidesk.desk.remaining import waits
from strategidesk.desk.rounds.commands import AcceptProposal, DeclineProposal
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.plan import Activity
from strategidesk.ui.flow import Flow
from strategidesk.ui.parts import button, head_of, label
from strategidesk.ui.words import target_caption
from strategidesk.ui.work import Work

_MARGIN = 12


class DecisionBox(QFrame):
    """Hidden where there is nothing to decide. What is typed as an answer stays with the activities
    that it was typed for until they are decided."""

    def __init__(self, work: Work, commit: Callable[[], bool]) -> None:
        """`commit`: what is being typed in the form is saved before a decision."""
        super().__init__()
        self._work = work
        self._commit = commit
        self._ids: tuple[Id, ...] = ()
        self._typed: dict[tuple[Id, ...], str] = {}
        self.setProperty("banner", "info")
        self.words = label("", wrap=True)
        self.answer = QLineEdit()
        self._head = head_of(self.answer, tr("Answer to the unit"))
        self.answer.setToolTip(tr("The unit reads it in its next sheet."))
        self.take = button("", "plain", self.accept, "tick")
        self.refuse = button("", "plain", self.decline, "cross")
        self._acts = Flow(self.take, self.refuse)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        column.setSpacing(6)
        for part in (self.words, self._head, self.answer, self._acts):
            column.addWidget(part)
        self.answer.textEdited.connect(self._keep)
        self.hide()

    def show_things(self, ids: Sequence[Id]) -> None:
        """Ask about these activities, one or several."""
        self._ids = tuple(ids)
        text = self._typed.get(self._ids, "")
        if text != self.answer.text():
            self.answer.setText(text)
        self.refresh()

    def refresh(self) -> None:
        """Follow what has become of them."""
        proposed, declined = self._in("proposed"), self._in("declined")
        open_ = proposed or declined
        writes = bool(open_) and not self._work.read_only
        for part in (self._head, self.answer, self._acts):
            part.setVisible(writes)
        self.refuse.setVisible(bool(proposed))
        self.answer.setPlaceholderText(tr("Needed to decline") if proposed else "")
        self.words.setText(self._said(proposed, declined))
        self.setVisible(bool(self.words.text()))
        n = len(open_)
        if proposed:
            self.take.setText(tr("Accept") if n == 1 else tr("Accept {n}", n=n))
            self.refuse.setText(tr("Decline") if n == 1 else tr("Decline {n}", n=n))
        else:
            self.take.setText(tr("Accept after all"))

    @property
    def can_accept(self) -> bool:
        """Whether something here can be taken into the plan."""
        return not self._work.read_only and bool(self._in("proposed") or self._in("declined"))

    @property
    def can_decline(self) -> bool:
        """Whether something here waits for a word."""
        return not self._work.read_only and bool(self._in("proposed"))

    def _in(self, stage: str) -> list[Activity]:
        found = (self._work.strategy.get(Activity, id) for id in self._ids)
        if stage == "proposed":
            return [one for one in found if one is not None and waits(one)]
        return [one for one in found if one is not None and one.stage == stage]

    def _said(self, proposed: list[Activity], declined: list[Activity]) -> str:
        if len(self._ids) > 1:
            if proposed:
                return tr("{n} of the {all} are proposals.", n=len(proposed), all=len(self._ids))
            if declined:
                return tr("{n} of the {all} are declined.", n=len(declined), all=len(self._ids))
            return ""
        if proposed:
            unit = target_caption(self._work.strategy, proposed[0].unit)
            return tr("Proposal from {unit}.", unit=unit) if unit else tr("Proposal.")
        if declined:
            reason = declined[0].decision_reason
            return tr("Declined: {reason}", reason=reason) if reason else tr("Declined.")
        answered = self._in("accepted")
        if answered and answered[0].decision_reason:
            return tr("Accepted. Answer to the unit: {reason}", reason=answered[0].decision_reason)
        return ""

    def _keep(self, text: str) -> None:
        self._typed[self._ids] = text

    # what is done

    def accept(self) -> None:
        """Take the proposals into the plan, as they stand now."""
        if not self._commit():
            return
        found = self._in("proposed") or self._in("declined")
        reason = self.answer.text()
        self._do(
            [AcceptProposal(one.id, reason=reason) for one in found],
            tr("accept {n} proposals", n=len(found)),
        )

    def decline(self) -> None:
        """Say no; without a reason, ask for it first."""
        if not self.answer.text().strip():
            self.answer.setFocus()
            self._work.hinted.emit(tr("Write why; the unit reads it in its next sheet."))
            return
        if not self._commit():
            return
        found, reason = self._in("proposed"), self.answer.text()
        self._do(
            [DeclineProposal(one.id, reason) for one in found],
            tr("decline {n} proposals", n=len(found)),
        )

    def _do(self, commands: Sequence[Command], words: str) -> None:
        if not commands:
            return
        asked = self._ids
        one = commands[0] if len(commands) == 1 else Together(tuple(commands), words)
        if self._work.run(one) is None:
            return
        self._typed.pop(asked, None)
        self.show_things(self._ids)
