"""What the window calls a round."""

from strategidesk.language import tr
from strategidesk.model.follow_up import Round
from strategidesk.model.rounds import PROPOSALS
from strategidesk.ui.rounds.periods import spoken


def round_name(round: Round) -> str:
    """`Uppföljning helår 2026` in the user's language."""
    period = spoken(round.period)
    inside = period[:1].lower() + period[1:]
    if round.kind == PROPOSALS:
        return tr("Proposals {period}", period=inside).strip()
    return tr("Follow-up {period}", period=inside).strip()
