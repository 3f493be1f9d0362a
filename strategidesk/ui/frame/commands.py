"""The window's commands, declared once: menus, command search and the list of keys follow.

What a command does is bound to its key, by the window (`ui/frame/deeds.py`) or by the page in front
(`Page.deeds`); it can be used when someone does it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Union

from strategidesk.language import mark


@dataclass(frozen=True, slots=True)
class Entry:
    """One command."""

    key: str
    label: str  # English, without a menu letter
    keys: str = ""  # as QKeySequence reads them
    also: str = ""  # a second key, which the menu does not show
    reading: bool = False  # can be used in a file that was opened for reading
    checkable: bool = False
    again: bool = False  # stands in another menu too, which has its key


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu: groups with a line between them."""

    key: str
    label: str  # English
    groups: tuple[tuple[Union[Entry, "Menu"], ...], ...] = ()
    letter: str = ""  # the one it has where its word holds it
    one_of: bool = False  # its checkable entries exclude each other


Group = tuple[Entry | Menu, ...]

MENUS = (
    Menu(
        "file",
        mark("File"),
        (
            (
                Entry("new_strategy", mark("New strategy …"), "Ctrl+N", reading=True),
                Entry("open", mark("Open …"), "Ctrl+O", reading=True),
                Menu("recent", mark("Recent")),
                Entry("close", mark("Close"), "Ctrl+W", reading=True),
            ),
            (
                Entry("save", mark("Save"), "Ctrl+S"),
                Entry("save_version", mark("Save a version …"), "Ctrl+Shift+S"),
                Entry("save_copy", mark("Save a copy …"), "F12", reading=True),
            ),
            (
                Entry("send_copy", mark("Send working copy …"), reading=True),
                Entry("merge_copies", mark("Merge copies …")),
            ),
            (
                Menu("export", mark("Export")),
                Entry("repeat_export", mark("Export as last time"), "Ctrl+Shift+E", reading=True),
                Entry("calendar", mark("Dates to the calendar …"), reading=True),
            ),
            (
                Entry("backups", mark("Backups …"), reading=True),
                Entry("properties", mark("Properties"), reading=True),
            ),
            (
                Entry("preview", mark("Preview"), "Ctrl+F2", reading=True),
                Entry("print", mark("Print …"), "Ctrl+P", reading=True),
            ),
            (Entry("exit", mark("Exit"), "Alt+F4", reading=True),),
        ),
    ),
    Menu(
        "edit",
        mark("Edit"),
        (
            (
                Entry("undo", mark("Undo"), "Ctrl+Z"),
                Entry("redo", mark("Redo"), "Ctrl+Y"),
            ),
            (
                Entry("cut", mark("Cut"), "Ctrl+X"),
                Entry("copy", mark("Copy"), "Ctrl+C", reading=True),
                Entry("paste", mark("Paste"), "Ctrl+V"),
                Entry("paste_plain", mark("Paste without format"), "Ctrl+Shift+V"),
                Entry("remove", mark("Remove"), "Ctrl+Del"),
                Entry("select_all", mark("Select all"), "Ctrl+A", reading=True),
            ),
            (
                Entry("find", mark("Find …"), "Ctrl+F", reading=True),
                Entry("replace", mark("Replace …"), "Ctrl+H"),
                Entry("find_next", mark("Find next"), "F3", reading=True),
            ),
            (
                Entry("move_up", mark("Move up"), "Alt+Up"),
                Entry("move_down", mark("Move down"), "Alt+Down"),
            ),
            (Entry("page_wastebasket", mark("Wastebasket …"), reading=True),),
        ),
    ),
    Menu(
        "view",
        mark("View"),
        (
            (
                Menu("pages", mark("Pages"), ((), (Menu("sights", mark("Pages that are shown")),))),
                Entry("one_section", mark("One section"), reading=True, checkable=True),
                Entry("whole_text", mark("The whole text"), reading=True, checkable=True),
                Entry("outline", mark("Outline"), "Ctrl+Shift+D", reading=True, checkable=True),
                Entry(
                    "side_panel", mark("Side panel"), "Ctrl+Shift+P", reading=True, checkable=True
                ),
                Entry("next_pane", mark("Next pane"), "F6", reading=True),
                Entry("previous_pane", mark("Previous pane"), "Shift+F6", reading=True),
            ),
            (
                Entry("zoom_in", mark("Zoom in"), "Ctrl++", "Ctrl+=", reading=True),
                Entry("zoom_out", mark("Zoom out"), "Ctrl+-", reading=True),
                Entry("zoom_usual", mark("100 %"), "Ctrl+0", reading=True),
                Entry("full_screen", mark("Full screen"), "F11", reading=True, checkable=True),
            ),
            (
                Menu(
                    "theme",
                    mark("Theme"),
                    (
                        (
                            Entry(
                                "theme_system", mark("As the system"), reading=True, checkable=True
                            ),
                            Entry("theme_light", mark("Light"), reading=True, checkable=True),
                            Entry("theme_dark", mark("Dark"), reading=True, checkable=True),
                        ),
                    ),
                    one_of=True,
                ),
                Entry("events", mark("Events"), reading=True),
            ),
        ),
    ),
    Menu(
        "insert",
        mark("Insert"),
        (
            (Entry("make_usual", mark("More of the same kind"), "Ctrl+Return"),),
            (),  # what the strategy is made of, called by its own words
            (
                Entry("footnote", mark("Footnote"), "Ctrl+Shift+F"),
                Entry("link", mark("Link …"), "Ctrl+Shift+H"),
                Entry("table", mark("Table")),
                Entry("comment", mark("Comment"), "Ctrl+Shift+K"),
            ),
        ),
    ),
    Menu(
        "format",
        mark("Format"),
        (
            (
                Entry("format_bold", mark("Bold"), "Ctrl+B", checkable=True),
                Entry("format_italic", mark("Italic"), "Ctrl+I", checkable=True),
            ),
            (
                Entry("bullet_list", mark("Bullet list"), "Ctrl+Shift+L", checkable=True),
                Entry("numbered_list", mark("Numbered list"), "Ctrl+Shift+O", checkable=True),
                Entry("indent_more", mark("More indent")),
                Entry("indent_less", mark("Less indent")),
            ),
            (
                Entry("level_up", mark("Raise level"), "Alt+Shift+Left"),
                Entry("level_down", mark("Lower level"), "Alt+Shift+Right"),
                Entry("split_section", mark("Split the section")),
                Entry("join_section", mark("Join with the one before")),
            ),
            (Entry("clear_format", mark("Clear format"), "Ctrl+Space"),),
        ),
    ),
    Menu(
        "strategy",
        mark("Strategy"),
        (
            (
                Entry("page_card", mark("Document information"), reading=True, again=True),
                Entry("page_people", mark("Workgroup and units"), reading=True, again=True),
                Entry("labels", mark("Labels …"), reading=True),
                Entry("word_template", mark("Word template …"), reading=True),
                Entry("save_template", mark("Save as a template …"), reading=True),
            ),
            (
                Entry("prepare_consultation", mark("Prepare a consultation …")),
                Entry("adopt", mark("Adopt …")),
                Entry("new_period", mark("New period from an adopted version …"), reading=True),
            ),
        ),
    ),
    Menu(
        "review",
        mark("Review"),
        (
            (
                Entry("next_finding", mark("To look over"), "F8", reading=True),
                Entry("previous_finding", mark("Previous"), "Shift+F8", reading=True),
                Entry("page_comments", mark("Comments"), reading=True, again=True),
            ),
            (
                Entry("page_review", mark("Review changes"), reading=True, again=True),
                Entry("news", mark("What is new"), reading=True),
                Entry("page_history", mark("History"), reading=True, again=True),
                Entry("compare_versions", mark("Compare versions …"), reading=True),
                Entry("accessibility", mark("Accessibility"), reading=True),
            ),
        ),
    ),
    Menu(
        "follow_up",
        mark("Follow-up"),
        (
            (
                Entry("new_round", mark("New round …")),
                Entry("make_sheets", mark("Make Excel sheets …"), reading=True),
                Entry("read_answers", mark("Read in answers …")),
                Entry("remind", mark("Reminders"), reading=True),
            ),
            (Entry("change_round", mark("Change the round …")),),
            (
                Entry("accept_proposal", mark("Accept the proposal"), "Ctrl+Shift+G"),
                Entry("decline_proposal", mark("Decline the proposal …"), "Ctrl+Shift+A"),
            ),
        ),
    ),
    Menu(
        "tools",
        mark("Tools"),
        (
            (
                Entry("check_file", mark("Check the file"), reading=True),
                Entry("settings", mark("Settings …"), reading=True),
            ),
        ),
        letter="K",
    ),
    Menu(
        "help",
        mark("Help"),
        (
            (
                Entry("help_page", mark("Help about this page"), "F1", reading=True),
                Entry("search", mark("Command search"), "Ctrl+K", "Alt+Q", reading=True),
                Entry("keyboard", mark("Keyboard"), "Ctrl+F1", reading=True),
                Entry("tour", mark("Tour"), reading=True),
                Entry("report", mark("Copy the latest error report"), reading=True),
                Entry("about", mark("About StrategiDesk"), reading=True),
            ),
        ),
    ),
)
INSERTED = ("section", "area", "hallmark", "definition", "activity", "decision")


def menus(**filled: Iterable[Group]) -> tuple[Menu, ...]:
    """The menus, those that are known first when a strategy is open filled with their groups, by
    the menu's key; the groups stand where it has an empty one."""
    return tuple(_filled(menu, filled) for menu in MENUS)


def _filled(menu: Menu, filled: dict[str, Iterable[Group]]) -> Menu:
    more = tuple(filled.get(menu.key, ()))
    groups: list[Group] = [] if menu.groups else list(more)
    for group in menu.groups:
        if not group:
            groups += more
        else:
            inside = (_filled(one, filled) if isinstance(one, Menu) else one for one in group)
            groups.append(tuple(inside))
    return replace(menu, groups=tuple(groups))


def only(keys: Iterable[str]) -> tuple[Menu, ...]:
    """The menus with nothing but these commands and menus in them."""
    wanted = set(keys)
    return tuple(menu for menu in (_only(menu, wanted) for menu in MENUS) if menu.groups)


def _only(menu: Menu, keys: set[str]) -> Menu:
    if menu.key in keys:
        return menu
    kept = []
    for group in menu.groups:
        inside = (_only(one, keys) if isinstance(one, Menu) else one for one in group)
        left = (one for one in inside if one.key in keys or (isinstance(one, Menu) and one.groups))
        kept.append(tuple(left))
    return replace(menu, groups=tuple(group for group in kept if group))


def entries(menu: Menu) -> Iterator[Entry]:
    """Every command of a menu, those of the menus inside it too."""
    for group in menu.groups:
        for one in group:
            if isinstance(one, Menu):
                yield from entries(one)
            else:
                yield one
