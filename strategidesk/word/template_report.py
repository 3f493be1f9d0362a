"""What a template brings, what it lacks and what is used instead, and what shuts readers out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from strategidesk.language import mark, tr
from strategidesk.word.document import sheet
from strategidesk.word.heading_numbers import template_numbers
from strategidesk.word.markup import W
from strategidesk.word.package import Package
from strategidesk.word.styles import OWN_TABLE, Styles
from strategidesk.word.template_cleaning import LINKED, LOCKED, OBJECTS
from strategidesk.word.template_filling import controls, known_places, places, shows
from strategidesk.word.template_looks import Looks, theme_of
from strategidesk.word.template_margins import Margin, margins_of
from strategidesk.word.template_reading import faults

FOUND, INSTEAD, MEND = "found", "instead", "mend"

_TWIPS = 56.6929  # to the millimetre
_A4 = (210, 297)
_LISTS = (
    (("List Bullet", "List Number"), mark("lists"), mark("the text's style with real list signs")),
    (("toc 1", "toc 2"), mark("the contents"), mark("lines in the template's font")),
    (("Title", "Subtitle"), mark("the title"), mark("the template's heading font and colour")),
    (("footnote text",), mark("footnotes"), mark("the template's font, a size smaller")),
)


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to know of a template: what it brings (found), what is used for what it lacks
    (instead), or what should be mended in it (mend), then with how."""

    kind: str
    template: str  # English
    places: tuple[tuple[str, object], ...] = ()
    advice: str = ""  # English

    def __str__(self) -> str:
        """The sentence, in the user's language."""
        return tr(self.template, **dict(self.places))

    @property
    def way(self) -> str:
        """How it is mended in Word, in the user's language; empty where nothing need be done."""
        return tr(self.advice) if self.advice else ""


def report(template: Path | bytes, name: str = "") -> tuple[Remark, ...]:
    """What there is to know of a template, the most important kind last.

    Raises UserError for a file that cannot be used as one; `name` is what that calls it.
    """
    package = Package(template, name)
    styles = Styles(package.styles)
    own_margins = margins_of(package.part, package.page)
    lacking = tuple(_lacking(styles))
    looks = Looks(package.styles, theme_of(package.part))
    if styles.has("heading 1"):
        looks.head(styles.element("heading 1"))
    found = (
        *_page(package),
        *_margins(own_margins),
        *_looks(looks),
        *_front(package),
        *_filled(package, own_margins),
        *_numbers(styles, package),
        *_tables(package),
        *lacking,
        *_dropped(package),
        *(Remark(MEND, *fault) for fault in faults(package, styles, looks, own_margins)),
    )
    return tuple(sorted(found, key=lambda one: (FOUND, INSTEAD, MEND).index(one.kind)))


def _places(**given: object) -> tuple[tuple[str, object], ...]:
    return tuple(given.items())


def _page(package: Package) -> Iterator[Remark]:
    size = package.page.find(f"{{{W}}}pgSz")
    if size is None:
        yield Remark(INSTEAD, mark("The template says no page size; the documents are A4."))
        return
    wide, high = (round(int(float(size.get(f"{{{W}}}{side}", 0))) / _TWIPS) for side in "wh")
    if all(abs(a - b) <= 2 for a, b in zip(sorted((wide, high)), _A4, strict=True)):
        words = mark("The page is A4.") if wide < high else mark("The page is A4 on its side.")
        yield Remark(FOUND, words)
    else:
        yield Remark(
            MEND,
            mark("The page is {wide} × {high} mm, not A4. The documents get that size."),
            _places(wide=wide, high=high),
            mark("Layout > Size > A4 in Word."),
        )


def _margins(found: Sequence[Margin]) -> Iterator[Remark]:
    for kind, words in (
        ("header", mark("The header of the template is used.")),
        ("footer", mark("The footer of the template is used.")),
    ):
        if any(one.kind == kind and shows(one.element) for one in found):
            yield Remark(FOUND, words)
        elif any(shows(one.element) for one in found):
            lack = {
                "header": mark("The template has no header. The documents have none either."),
                "footer": mark("The template has no footer. The documents have none either."),
            }
            yield Remark(INSTEAD, lack[kind])
    if not any(shows(one.element) for one in found):
        yield Remark(
            INSTEAD,
            mark("The template has neither header nor footer. The program's are used: title and "
                 "reference number, municipality and page."),
        )  # fmt: skip
    if any(one.type == "first" and shows(one.element) for one in found):
        yield Remark(FOUND, mark("The first page has a header or footer of its own."))
    if any(one.element.find(f".//{{{W}}}drawing") is not None for one in found):
        yield Remark(FOUND, mark("The logo in the header or footer comes along."))


def _looks(looks: Looks) -> Iterator[Remark]:
    text = looks.font(looks.normal)
    heading = looks.font(looks.heading) or text
    if text and heading == text:
        yield Remark(FOUND, mark("The font is {font}."), _places(font=text))
    elif text:
        yield Remark(
            FOUND,
            mark("The font is {font}, in headings {heading}."),
            _places(font=text, heading=heading),
        )


def _front(package: Package) -> Iterator[Remark]:
    if package.body.front is not None:
        words = mark("The cover page is used in the place of the program's own.")
        yield Remark(FOUND, words)
    else:
        words = mark("The template has no cover page (nothing stands before a page break). The "
                     "program's is used in the template's fonts.")  # fmt: skip
        yield Remark(INSTEAD, words)
    if package.body.sample:
        words = mark("The text in the template is taken as a sample and does not come along.")
        yield Remark(INSTEAD, words)


def _filled(package: Package, found: Sequence[Margin]) -> Iterator[Remark]:
    front = package.body.front
    roots: list[Any] = [one.element for one in found]
    roots += [front.holder] if front else []
    names = {each.name: None for root in roots for each in controls(root)}
    if names:
        yield Remark(FOUND, mark("Content controls that are filled in: {names}."), _listed(names))
    written = sorted(name for root in roots for name in places(root))
    known = [f"{{{name}}}" for name in dict.fromkeys(written) if name in known_places()]
    strange = [f"{{{name}}}" for name in dict.fromkeys(written) if name not in known_places()]
    if known:
        yield Remark(FOUND, mark("Places that are filled in: {names}."), _listed(known))
    if strange:
        yield Remark(
            MEND,
            mark("Nothing is known for {names}. It stays as it is."),
            _listed(strange),
            mark("The help about templates lists the places that are filled in."),
        )
    below = {each.name: None for each in controls(package.part.element.body)}
    if left := [name for name in below if name not in names]:
        yield Remark(
            MEND,
            mark("These content controls stand in the sample text and are not used: {names}."),
            _listed(left),
            mark("Put them on a page of their own, with a page break after it."),
        )


def _listed(names: Any) -> tuple[tuple[str, object], ...]:
    return _places(names=", ".join(names))


def _numbers(styles: Styles, package: Package) -> Iterator[Remark]:
    if template_numbers(styles, package.numbering()) is not None:
        words = mark("The headings have numbers of their own, which are kept.")
        yield Remark(FOUND, words)


def _lacking(styles: Styles) -> Iterator[Remark]:
    missing = [level for level in range(1, 5) if not styles.has(f"heading {level}")]
    if missing == [1, 2, 3, 4]:
        words = mark("The template has no heading styles. The program's are used in its font.")
        yield Remark(INSTEAD, words)
    else:
        levels = [str(level) for level in range(1, 5) if level not in missing]
        yield Remark(
            FOUND, mark("Heading styles: levels {levels}."), _places(levels=", ".join(levels))
        )
        if 1 in missing:
            yield Remark(INSTEAD, mark("The style Heading 1 is missing. The program's is used."))
        elif missing:
            words = mark("Deeper headings look as the level above.")
            yield Remark(INSTEAD, words)
    for names, what, instead in _LISTS:
        if not any(map(styles.has, names)):
            yield Remark(
                INSTEAD,
                mark("There are no styles for {what}. Used instead: {instead}."),
                _places(what=tr(what), instead=tr(instead)),
            )


def _tables(package: Package) -> Iterator[Remark]:
    styles = package.styled(sheet(package).width)
    if not styles.has(OWN_TABLE):
        name = styles.name(styles.table)
        yield Remark(FOUND, mark("Tables get the style {name}."), _places(name=name))
    else:
        words = mark("There is no table style. Tables get lines, and a first row in the template's "
                     "heading colour.")  # fmt: skip
        yield Remark(INSTEAD, words)


def _dropped(package: Package) -> Iterator[Remark]:
    words = {
        LOCKED: mark("The template is locked against editing. The documents are not."),
        LINKED: mark("The template points at files elsewhere (a picture or another template). "
                     "These do not come along."),
        OBJECTS: mark("Embedded objects in the template do not come along."),
    }  # fmt: skip
    for kind in (LOCKED, LINKED, OBJECTS):
        if kind in package.left_out:
            yield Remark(INSTEAD, words[kind])
