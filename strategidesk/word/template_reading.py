"""What in a template makes its documents hard to read: colours, small letters, pictures, pages."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from strategidesk.language import mark
from strategidesk.word.contrast import READABLE, contrast
from strategidesk.word.inspection.pictures import faults_of
from strategidesk.word.markup import W
from strategidesk.word.package import Package
from strategidesk.word.styles import Styles
from strategidesk.word.template_filling import shows
from strategidesk.word.template_looks import Looks
from strategidesk.word.template_margins import Margin

_PAPER = "FFFFFF"
_SMALLEST = 18  # half points
_READ = (
    "Title", "Subtitle", "heading 1", "heading 2", "heading 3", "heading 4", "toc 1", "toc 2",
    "List Bullet", "List Number", "header", "footer", "footnote text",
)  # fmt: skip

Fault = tuple[str, tuple[tuple[str, object], ...], str]  # English, its places, what to do


def faults(
    package: Package, styles: Styles, looks: Looks, margins: Sequence[Margin]
) -> Iterator[Fault]:
    """Each fault with how it is mended in Word."""
    yield from _pictures(package, margins)
    named = [(styles.name(styles.normal), looks.normal)] if looks.normal is not None else []
    named += [(styles.shown_name(name), styles.element(name)) for name in _READ if styles.has(name)]
    ratios = {name: contrast(looks.colour(s), _PAPER) for name, s in named if looks.colour(s)}
    if pale := {name: ratio for name, ratio in ratios.items() if ratio < READABLE}:
        yield (
            mark("Too pale on white: {styles}. The contrast is {ratio}, but 4,5 is needed."),
            _of(pale, ratio=f"{min(pale.values()):.1f}"),
            mark("Choose a darker colour for the styles in Word."),
        )
    sizes = {name: looks.size_of(style) for name, style in named}
    if small := {name: size for name, size in sizes.items() if size < _SMALLEST}:
        yield (
            mark("Hard to read because it is small: {styles}, at least {size} points."),
            _of(small, size=f"{min(small.values()) / 2:g}"),
            mark("Give the styles 9 points or more in Word."),
        )
    if any(shows(one.element) for one in margins) and not _paged(margins):
        yield (
            mark("No page number stands in the header or footer."),
            (),
            mark("Insert > Page Number in Word."),
        )


def _of(styles: Iterable[str], **figures: str) -> tuple[tuple[str, object], ...]:
    shown = {name: figure.replace(".", ",") for name, figure in figures.items()}
    return (("styles", ", ".join(styles)), *shown.items())


def _pictures(package: Package, margins: Sequence[Margin]) -> Iterator[Fault]:
    front = package.body.front
    cover: Any = [front.holder] if front else []
    for roots, words in (
        ([one.element for one in margins], mark("A picture in the header or footer has no text "
                                               "that says what it shows.")),
        (cover, mark("A picture on the cover page has no text that says what it shows.")),
    ):  # fmt: skip
        if any(any(faults_of(root)) for root in roots):
            yield words, (), mark("Right-click the picture in Word, and choose View Alt Text.")


def _paged(margins: Sequence[Margin]) -> bool:
    for one in margins:
        root: Any = one.element
        codes = [found.text or "" for found in root.iter(f"{{{W}}}instrText")]
        codes += [found.get(f"{{{W}}}instr", "") for found in root.iter(f"{{{W}}}fldSimple")]
        if any("PAGE" in code.upper().split() for code in codes):
            return True
    return False
