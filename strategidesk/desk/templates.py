"""Templates to begin from: those that come with the program, and those of the user's own.

A template is an interchange document `NAME.json`; `NAME.txt` beside it says in one line what it is.
"""

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import platformdirs

from strategidesk.desk.file_names import safe_name
from strategidesk.errors import UsageError, UserError
from strategidesk.model.document import Card, Section
from strategidesk.model.interchange import decode, dump, encode, read
from strategidesk.model.kept_files import id_in
from strategidesk.model.noun import is_uuid
from strategidesk.model.schema import STANDARD
from strategidesk.model.strategy import Strategy
from strategidesk.paths import resource
from strategidesk.store.atomic import replacing
from strategidesk.store.troubles import explained

_FOLDER = "STRATEGIDESK_TEMPLATES"
_NAMELESS = "-"  # the name of a template whose title has nothing that a file's name may have
_KEPT = (  # of the card: what says how a document is built, not what it is about
    "kind",
    "language",
    "revision_interval_years",
    "follow_up_interval_months",
    "heading_numbering",
    "numbering_depth",
    "area_label",
    "area_label_plural",
    "hallmark_label",
    "hallmark_label_plural",
    "target_picture_label",
    "activity_label",
    "list_activities_in_areas",
    "word_template",
)


@dataclass(frozen=True)
class Template:
    """A strategy to begin from."""

    name: str
    title: str
    path: Path
    sections: int
    about: str = ""  # one line


def own_folder() -> Path:
    """The folder of the user's own templates; it need not exist."""
    given = os.environ.get(_FOLDER)
    return (
        Path(given) if given else platformdirs.user_data_path("StrategiDesk", False) / "templates"
    )


def templates() -> list[Template]:
    """The templates that come with the program and then the user's own, each by name. A file of the
    user's that is no template is passed over."""
    found = [_glance(path) for path in _files(resource("templates"))]
    for path in _files(own_folder()):
        with suppress(UserError, OSError, KeyError, TypeError, AttributeError):
            found.append(_glance(path))
    return found


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.json"))


def _glance(path: Path) -> Template:
    document = decode(path.read_bytes())
    beside = path.with_suffix(".txt")
    about = beside.read_text(encoding="utf-8").strip() if beside.is_file() else ""
    title = str(document["strategy"].get("title", ""))
    return Template(path.stem, title, path, len(document.get("sections", ())), about)


def template_of(name: str) -> Strategy:
    """What a template holds, with ids of its own. Raises UserError where there is none."""
    for template in templates():
        if template.name == name:
            return read(without_ids(decode(template.path.read_bytes())))
    raise UsageError(
        'There is no template "{name}". "strategidesk templates" lists them.', name=name
    )


def without_ids(document: dict[str, Any]) -> dict[str, Any]:
    """The same document with ids that are not UUIDs, so that reading it makes new ones."""

    def renamed(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: renamed(item) for key, item in value.items()}
        if isinstance(value, list):
            return [renamed(item) for item in value]
        return f"template {value}" if isinstance(value, str) and is_uuid(value) else value

    return {key: value if key == "pictures" else renamed(value) for key, value in document.items()}


def outline_of(strategy: Strategy, title: str) -> Strategy:
    """What of a strategy others can begin from: headings with their guidance, what stands under
    them, and the words for areas and hallmarks. No text, no people, no activities, no decisions."""
    card = Card(
        id=strategy.card.id,
        title=title,
        **{name: getattr(strategy.card, name) for name in _KEPT},
    )
    sections = tuple(
        replace(one, body="", status="not_started", owner=None) for one in strategy.sections
    )
    pictures = {
        id: content
        for id, content in strategy.pictures.items()
        if id == id_in(card.word_template) or any(id in one.guidance for one in sections)
    }
    return Strategy(STANDARD, {Card: (card,), Section: sections}, pictures)


def save_template(strategy: Strategy, title: str, about: str) -> Path:
    """Save a strategy's outline as a template of the user's; one of the same title is replaced.
    Raises UserError where the folder does not take it."""
    folder = own_folder()
    name = safe_name(title) or _NAMELESS
    while any(path.stem == name for path in _files(resource("templates"))):
        name += " 2"
    path = folder / f"{name}.json"
    with explained(path):
        folder.mkdir(parents=True, exist_ok=True)
        for target, content in (
            (path, encode(dump(outline_of(strategy, title)))),
            (path.with_suffix(".txt"), f"{' '.join(about.split())}\n".encode()),
        ):
            with replacing(target) as new:
                new.write_bytes(content)
    return path
