"""What shuts readers out of a document."""

from typing import NamedTuple

# what a fault is about, one word per point of the law's list
TITLE = "title"
LANGUAGE = "language"
HEADINGS = "headings"
CONTENTS = "contents"
LISTS = "lists"
TABLES = "tables"
PICTURES = "pictures"
SPACING = "spacing"
LINKS = "links"
CONTRAST = "contrast"
COLOR = "color"
SIZE = "size"
PAGE = "page"


class Fault(NamedTuple):
    """One fault: `about` is one of the words above; where it stands and what is wrong, both in the
    user's language."""

    about: str
    place: str
    sentence: str
    layout: bool = True  # comes with the template or the program, not with what was written
