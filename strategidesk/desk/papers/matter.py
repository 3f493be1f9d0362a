"""The matter that a paper is about: what is decided, by whom, and what has been decided before."""

from dataclasses import dataclass
from functools import cached_property

from strategidesk.desk.papers.sentences import words
from strategidesk.model.document import Card
from strategidesk.model.labels import inside
from strategidesk.model.papers import usual_bodies
from strategidesk.model.people import Decision, Paper
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.word.cover import adoption
from strategidesk.word.fragments import decided, paragraph_sign, title, together

PROPOSAL, MINUTES, CONSULTATION = "proposal", "minutes", "consultation"
SUMMARY = "consultation_summary"
PLAN = "activity_plan"


@dataclass(frozen=True)
class Matter:
    """A paper beside its strategy, and what follows from the two."""

    strategy: Strategy
    paper: Paper
    today: str

    @property
    def card(self) -> Card:
        return self.strategy.card

    @cached_property
    def decision(self) -> Decision | None:
        """The decision that the paper belongs to: its own, or that which adopted the strategy as it
        stands."""
        if self.paper.decision or self.card.status not in ("adopted", "repealed"):
            return self.strategy.get(Decision, self.paper.decision)
        return adoption(self.strategy, self.paper.about)

    @property
    def about(self) -> str:
        """What the paper concerns: the strategy or its activity plan."""
        return self.decision.about if self.decision else self.paper.about

    @property
    def kind(self) -> str:
        """What kind of decision it is about; adoption where nothing says otherwise."""
        return self.decision.kind if self.decision else "adoption"

    @cached_property
    def body(self) -> str:
        """Who decides."""
        own = (self.decision.body if self.decision else "") or self.paper.body
        return own or usual_bodies(self.card).get(self.about, "")

    @property
    def further(self) -> str:
        """Whom a proposal goes to."""
        return usual_bodies(self.card)["further"]

    @cached_property
    def document(self) -> str:
        """What is decided on, by its title."""
        if self.about != PLAN:
            return title(self.card)
        text = wording().text
        of = self.card.title
        return text("activity_plan_of", title=of) if of else text("activity_plan")

    @property
    def dated(self) -> str:
        """`daterad`, in the form that goes with what is decided on."""
        kind = "plan" if self.about == PLAN else self.card.kind
        return str(wording().texts["papers"]["dated"].get(kind, words("dated.strategy")))

    @cached_property
    def day(self) -> str:
        """The day of the paper, which is also that of the document it puts forward."""
        put_forward = self.proposal
        dated = (put_forward.dated if put_forward else "") or self.paper.dated
        decided_on = self.decision.date if self.decision else ""
        return dated or min(self.today, decided_on or self.today)

    @cached_property
    def proposal(self) -> Paper | None:
        """The proposal that the same matter was put forward by: the one of the same decision, else
        the latest about the same."""
        if self.paper.kind == PROPOSAL:
            return self.paper
        found = [one for one in self.strategy.all(Paper) if one.kind == PROPOSAL]
        same = [one for one in found if self.decision and one.decision == self.decision.id]
        alike = [one for one in found if Matter(self.strategy, one, "").about == self.about]
        return next(reversed(same or alike), None)

    @cached_property
    def earlier(self) -> tuple[Decision, ...]:
        """What has been decided in the matter before, by date."""
        own = self.decision
        before = [
            one
            for one in self.strategy.decisions
            if one is not own and (own is None or not own.date or one.date < own.date)
        ]
        if own is None and self.about != PLAN:  # the plan comes after its strategy
            before = [one for one in before if one.about != PLAN]
        return tuple(sorted(before, key=lambda one: one.date))

    @cached_property
    def replaced(self) -> Decision | None:
        """The adoption that this one replaces, where the strategy has been adopted before."""
        if self.kind not in ("adoption", "proposal", "revision"):
            return None
        found = [d for d in self.earlier if d.about == self.about and d.kind == "adoption"]
        return found[-1] if found else None


def told(decision: Decision) -> str:
    """Who decided, when and under which paragraph, inside a sentence."""
    return inside(decided(decision))


def when(decision: Decision) -> str:
    """The date and paragraph of a decision."""
    return together((decision.date, paragraph_sign(decision.paragraph)))
