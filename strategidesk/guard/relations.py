"""Relations of an Office package: what lies outside it, and what runs.

A link that a person clicks does no harm. What a program follows by itself when it opens the file
does: it tells others who reads it, or brings in what nobody has looked at. We follow nothing; what
is told in a notice is what is honest often and must not be carried over unseen.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from strategidesk.guard.markup import attributes
from strategidesk.guard.sentences import Fault

_SHARE = re.compile(r"file:/*\\\\|file://[^/]|file:////|//|\\\\", re.IGNORECASE)
_DRIVE = re.compile(r"(file:/*)?[a-z]:|file:/{3}[^/\\]", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)
PICTURES_AND_PAGES = (".svg", ".htm", ".html", ".xhtml", ".mht")  # not looked into
_LEAD_THERE = {"image", "aFChunk"}  # relations to those; a sheet that lay there would slip through

_REFUSED = {  # outside, by the type's last word: the places that are not accepted
    "hyperlink": (),
    "externalLinkPath": (),  # values are kept in the workbook; on a share or SharePoint as a rule
    "xlExternalLinkPath": (),
    "attachedTemplate": ("net",),  # municipal templates lie on a share
    "oleObject": ("file", "share", "net"),
    "package": ("file", "share", "net"),
    "control": ("file", "share", "net"),
    "frame": ("file", "share", "net"),
    "subDocument": ("file", "share", "net"),
    "aFChunk": ("file", "share", "net"),
}
_OTHERS = ("share", "net")  # pictures, sound and whatever else there may be
_MACROS = {"vbaProject", "wordVbaData", "xlMacrosheet", "xlIntlMacrosheet"}
_CONTROLS = {"control", "activeXControlBinary"}
_NOTICES = {
    "oleObject": "objects",
    "package": "objects",
    "aFChunk": "objects",
    "connections": "connections",
    "queryTable": "connections",
}


@dataclass
class Relations:
    """What is gathered from the relations of one file.

    `cleaned`: those who read it take out what leads outside, so it is a notice and no more.
    """

    cleaned: bool
    notices: set[str] = field(default_factory=set)
    targets: dict[str, tuple[str, str]] = field(default_factory=dict)  # of the part being read

    def actions(self) -> dict[tuple[str, str], Callable[[list[str]], None]]:
        """What is done at which element."""
        return {("relations", "Relationship"): self._relation}

    def _relation(self, pairs: list[str]) -> None:
        of = attributes(pairs)
        kind, target = of.get("Type", "").rpartition("/")[2], of.get("Target", "").strip()
        if of.get("TargetMode", "").strip().casefold() == "external":
            if judge(kind, target, self.cleaned):
                self.notices.add("links")
            return
        if kind in _MACROS:
            raise Fault("macros")
        if kind in _CONTROLS:
            raise Fault("controls")
        if target.casefold().endswith(PICTURES_AND_PAGES) and kind not in _LEAD_THERE:
            raise Fault("disguised")
        if notice := _NOTICES.get(kind):
            self.notices.add(notice)
        self.targets[of.get("Id", "")] = (kind, target)


def judge(kind: str, target: str, cleaned: bool = False) -> bool:
    """Whether a relation to something outside is worth a notice. Raises Fault for a harmful one,
    unless it is taken out."""
    where = place(target)
    refused = _REFUSED.get(kind, _OTHERS)
    if where in refused and not cleaned:
        raise Fault("net" if "file" not in refused else "outside", address=target)
    return kind != "hyperlink"


def place(target: str) -> str:
    """`file` on this computer, `share` on another of the house, `net` anywhere else."""
    if _DRIVE.match(target):
        return "file"
    if _SHARE.match(target):
        return "share"
    return "net" if _SCHEME.match(target) else "file"
