"""Word templates as different programs save them, made part by part."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{_R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KINDS = {
    "styles": "styles", "settings": "settings", "numbering": "numbering", "header": "header",
    "footer": "footer",
}  # fmt: skip
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
A4 = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1418" w:bottom="1418" '
    'w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>'
)


def png(width: int = 60, height: int = 30, colour: tuple[int, int, int] = (0, 90, 140)) -> bytes:
    """A picture in one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        code = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", code)

    row = b"\0" + bytes(colour) * width
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(row * height))
        + chunk(b"IEND", b"")
    )


def logo(relation: str, alt: str = "Ekbacka kommuns vapen") -> str:
    """A run with a picture, 20 x 10 mm."""
    size = 'cx="720000" cy="360000"'
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="1" name="Bild 1" descr="{alt}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="1" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def text(words: str, style: str = "", look: str = "") -> str:
    """A paragraph."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    dress = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:p>{named}<w:r>{dress}<w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def control(alias: str, shown: str, more: str = "", tag: str = "") -> str:
    """A content control inside a paragraph, showing a hint."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{alias}"/><w:tag w:val="{tag}"/>'
        f"<w:showingPlcHdr/>{more}<w:text/></w:sdtPr><w:sdtContent><w:r><w:rPr>"
        f'<w:rStyle w:val="Platshllartext"/></w:rPr><w:t>{shown}</w:t></w:r></w:sdtContent></w:sdt>'
    )


def style(id: str, name: str, inside: str, kind: str = "paragraph", more: str = "") -> str:
    """A style; `more` are attributes."""
    head = f'<w:style w:type="{kind}" w:styleId="{id}" {more}><w:name w:val="{name}"/>'
    return f"{head}{inside}</w:style>"


def page_field(name: str) -> str:
    """A field of the footer."""
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


class Made:
    """A package in the making."""

    def __init__(self, kind: str = "document") -> None:
        """`kind`: document (.docx) or template (.dotx)."""
        self._parts: dict[str, bytes] = {}
        self._types: dict[str, str] = {"/word/document.xml": f"{_MAIN}{kind}.main+xml"}
        self._relations: dict[str, list[str]] = {}

    def part(self, name: str, kind: str, inside: str, of: str = "document.xml") -> str:
        """Adds word/NAME.xml of a kind; its root is that kind's. Gives the relation's id."""
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        self._parts[f"word/{name}.xml"] = _xml(f"<w:{root} {NAMESPACES}>{inside}</w:{root}>")
        self._types[f"/word/{name}.xml"] = f"{_MAIN}{_KINDS[kind]}+xml"
        return self.relate(of, kind, f"{name}.xml")

    def theme(self, head: str, body: str, accent: str) -> None:
        """Adds a theme with two fonts and a colour."""
        colours = "".join(
            f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
            for name, value in {
                "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F3864", "lt2": "EEECE1",
                **dict.fromkeys(("accent1", "accent2", "accent3", "accent4", "accent5", "accent6"),
                                accent),
                "hlink": "0563C1", "folHlink": "954F72",
            }.items()
        )  # fmt: skip
        fonts = "".join(
            f'<a:{kind}Font><a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/>'
            f"</a:{kind}Font>"
            for kind, font in (("major", head), ("minor", body))
        )
        fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
        line = f'<a:ln w="6350">{fill}</a:ln>'
        effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
        self._parts["word/theme/theme1.xml"] = _xml(
            '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="T">'
            f'<a:themeElements><a:clrScheme name="C">{colours}</a:clrScheme>'
            f'<a:fontScheme name="F">{fonts}</a:fontScheme><a:fmtScheme name="S">'
            f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
            f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}"
            "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
        )
        self._types["/word/theme/theme1.xml"] = _THEME
        self.relate("document.xml", "theme", "theme/theme1.xml")

    def picture(self, of: str, data: bytes, name: str = "logo.png") -> str:
        """Adds a picture that a part shows."""
        self._parts[f"word/media/{name}"] = data
        return self.relate(of, "image", f"media/{name}")

    def relate(self, of: str, kind: str, target: str, external: bool = False) -> str:
        """A relation of word/OF; gives its id."""
        known = self._relations.setdefault(of, [])
        id = f"rId{len(known) + 1}"
        mode = ' TargetMode="External"' if external else ""
        known.append(f'<Relationship Id="{id}" Type="{_R}/{kind}" Target="{target}"{mode}/>')
        return id

    def content(self, body: str, more: Mapping[str, bytes] | None = None) -> bytes:
        """The file's bytes; `body` is what stands in the document."""
        document = _xml(f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
        types = "".join(
            f'<Override PartName="{name}" ContentType="{kind}"/>'
            for name, kind in self._types.items()
        )
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr(
                zipfile.ZipInfo("[Content_Types].xml"),
                _xml(
                    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
                    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                    '<Default Extension="png" ContentType="image/png"/><Default Extension="bin" '
                    'ContentType="application/vnd.openxmlformats-officedocument.oleObject"/>'
                    f"{types}</Types>"
                ),
            )
            first = (
                f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
            )
            file.writestr(zipfile.ZipInfo("_rels/.rels"), _related([first]))
            file.writestr(zipfile.ZipInfo("word/document.xml"), document)
            for of, relations in self._relations.items():
                file.writestr(zipfile.ZipInfo(f"word/_rels/{of}.rels"), _related(relations))
            for name, data in {**self._parts, **(more or {})}.items():
                file.writestr(zipfile.ZipInfo(name), data)
        return packed.getvalue()


def saved(folder: Path, name: str, content: bytes) -> Path:
    """The template as a file."""
    path = folder / name
    path.write_bytes(content)
    return path


def _xml(text: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'.encode()


def _related(relations: list[str]) -> bytes:
    return _xml(
        f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(relations)}</Relationships>'
    )
