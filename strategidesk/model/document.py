"""The document itself: its card, its outline of sections, areas, hallmarks and definitions."""

from dataclasses import dataclass
from typing import ClassVar

from strategidesk.model.choices import (
    DOCUMENT_KIND,
    NUMBERING,
    SECTION_CONTENT,
    SECTION_STATUS,
    STRATEGY_STATUS,
)
from strategidesk.model.fields import (
    Id,
    choice,
    date,
    flag,
    kept_file,
    line,
    prose,
    reference,
    whole,
)
from strategidesk.model.noun import Meta, Noun, Ordered


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Noun):
    """The strategy as a document: what stands on its cover and information page."""

    meta: ClassVar[Meta] = Meta(
        "strategy", "strategy", "Strategy", "Strategies", "title", single=True
    )
    title: str = line("Title")
    kind: str = choice("Document type", DOCUMENT_KIND, "strategy")
    subject: str = line("Subject")
    municipality: str = line("Municipality")
    reference_number: str = line("Reference number")
    status: str = choice("Phase", STRATEGY_STATUS, "draft")
    language: str = line("Language", "sv")
    valid_from: str = date("Valid from")
    valid_to: str = date("Valid to")  # empty: until further notice
    applies_to: str = line("Applies to")
    replaces: str = line("Replaces")
    owner_political: str = line("Responsible, political level")
    owner_official: str = line("Responsible, official")
    revision_responsible: str = line("Responsible for revision")
    follow_up_responsible: str = line("Responsible for follow-up")
    revision_interval_years: int | None = whole("Years between revisions")
    follow_up_interval_months: int | None = whole("Months between follow-ups")
    related_documents: str = line("Related documents")
    heading_numbering: str = choice("Heading numbers", NUMBERING, "none")
    numbering_depth: int | None = whole("Numbered heading levels", 2)
    running_header: str = line("Running header")
    area_label: str = line("Word for area", "Område")
    area_label_plural: str = line("Word for areas", "Områden")
    hallmark_label: str = line("Word for hallmark", "Kännetecken")
    hallmark_label_plural: str = line("Word for hallmarks", "Kännetecken")
    target_picture_label: str = line("Word for target picture", "Målbild")
    activity_label: str = line("Word for activity", "Aktivitet")
    list_activities_in_areas: bool = flag("List activities under each area")
    vision: str = prose("Vision")
    word_template: str = kept_file("Word template")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Ordered):
    meta: ClassVar[Meta] = Meta(
        "section", "sections", "Section", "Sections", "heading", tree=True, outline=True
    )
    heading: str = line("Heading")
    content: str = choice("Contents", SECTION_CONTENT, "prose")
    body: str = prose("Text")
    guidance: str = prose("Guidance")
    status: str = choice("State", SECTION_STATUS, "not_started")
    owner: Id | None = reference("Responsible member", to="member")


@dataclass(frozen=True, slots=True, kw_only=True)
class Area(Ordered):
    meta: ClassVar[Meta] = Meta("area", "areas", "Area", "Areas", "title")
    title: str = line("Name")
    introduction: str = prose("Introduction")
    target_picture: str = prose("Target picture")
    prioritised: bool = flag("Prioritised")
    justification: str = prose("Justification")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hallmark(Ordered):
    meta: ClassVar[Meta] = Meta("hallmark", "hallmarks", "Hallmark", "Hallmarks", "title")
    area: Id | None = reference("Area", to="area", owned=True)  # None: overall
    title: str = line("Heading")
    text: str = prose("Text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Ordered):
    meta: ClassVar[Meta] = Meta("definition", "definitions", "Definition", "Definitions", "term")
    term: str = line("Term", alone=True)
    text: str = prose("Definition text")
    source: str = line("Source")
