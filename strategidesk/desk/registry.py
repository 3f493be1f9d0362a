"""Every command there is: the laws of undo and redo are tested for each of them."""

from strategidesk.desk.answers.taking import TakeAnswers
from strategidesk.desk.applying import Apply
from strategidesk.desk.commands import (
    BringBack,
    Command,
    Create,
    Delete,
    Move,
    Restore,
    RestoreBefore,
    SetFields,
    Together,
)
from strategidesk.desk.consulting import PrepareConsultation
from strategidesk.desk.reviewing import Resolve
from strategidesk.desk.rounds.commands import (
    AcceptProposal,
    ChangeRound,
    DeclineProposal,
    NewRound,
    RemoveRound,
)
from strategidesk.desk.word_template import KeepTemplate

COMMANDS: tuple[type[Command], ...] = (
    SetFields,
    Create,
    Move,
    Delete,
    BringBack,
    Restore,
    RestoreBefore,
    Together,
    Apply,
    Resolve,
    NewRound,
    ChangeRound,
    RemoveRound,
    AcceptProposal,
    DeclineProposal,
    TakeAnswers,
    PrepareConsultation,
    KeepTemplate,
)
