"""What is left for a person to write: content controls that show a hint until they are filled.

ECMA-376 part 1, 17.5.2; `showingPlcHdr` makes Word take the hint away at the first letter.
"""

import zlib

from strategidesk.word.markup import KEEP, Piece, escaped, paragraph, run

_LOOK = '<w:i/><w:color w:val="595959"/>'  # 7.0:1 on white


def blank(style: str, key: str, name: str, hint: str) -> Piece:
    """A paragraph to be written, called `name` by those who hear it. It stays with what follows:
    the hint is short, and nobody signs on a page with nothing else."""
    return _control(key, name, paragraph(style, run(hint, _LOOK), KEEP))


def blank_run(key: str, name: str, hint: str) -> Piece:
    """Words to be written within a paragraph."""
    return _control(key, name, run(hint, _LOOK))


def _control(key: str, name: str, content: Piece) -> Piece:
    id = zlib.crc32(key.encode()) & 0x7FFFFFFF  # the same in every paper
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escaped(name)}"/><w:tag w:val="{key}"/>'
        f'<w:id w:val="{id}"/><w:showingPlcHdr/><w:text w:multiLine="1"/></w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )
