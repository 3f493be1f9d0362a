"""What others say about the strategy: consultations and their responses, members' comments."""

from dataclasses import dataclass
from typing import ClassVar

from strategidesk.model.choices import CONSULTATION_KIND, HANDLING, POSITION
from strategidesk.model.fields import Id, choice, date, field_name, flag, line, prose, reference
from strategidesk.model.noun import Meta, Ordered


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation(Ordered):
    meta: ClassVar[Meta] = Meta(
        "consultation", "consultations", "Consultation", "Consultations", "title"
    )
    kind: str = choice("Kind of consultation", CONSULTATION_KIND, "remiss")
    title: str = line("Name")
    places: str = line("Places")
    respondents: str = line("Respondents")
    from_: str = date("From")
    to: str = date("To")
    description: str = prose("Description")


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(Ordered):
    meta: ClassVar[Meta] = Meta("response", "responses", "Response", "Responses", "respondent")
    consultation: Id | None = reference("Consultation", to="consultation", owned=True)
    respondent: str = line("Respondent")
    date: str = date("Date")
    position: str = choice("Position", POSITION)
    text: str = prose("Opinion")
    area: Id | None = reference("Area", to="area")
    section: Id | None = reference("Section", to="section")
    handling: str = choice("Handling", HANDLING)
    comment: str = prose("Comment")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(Ordered):
    """A member's remark on a field of anything."""

    meta: ClassVar[Meta] = Meta("comment", "comments", "Comment", "Comments", "text")
    target: Id | None = reference("Concerns", to="*", owned=True)
    field: str = field_name("Field", of="target")
    quote: str = line("Quoted text")
    text: str = prose("Comment")
    author: str = line("Author")
    resolved: bool = flag("Resolved")
