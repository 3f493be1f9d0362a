"""What a received file may hold. Each figure stands with the honest file that needs most of it."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Allowances:
    """The most of each thing; sizes in bytes."""

    file: int = 60 * MEGABYTE  # mail takes 35 MB; a Word template with full-page photographs
    entries: int = 4_000  # a workbook of 300 sheets, each with notes, drawing and relations
    name: int = 300  # letters of a part's name; Office makes up to some 80
    xml: int = 48 * MEGABYTE  # one XML part: a sheet of 10,000 rows and 25 columns of text is 25 MB
    total: int = 160 * MEGABYTE  # all parts unpacked: two such sheets, with pictures
    ratio: int = 250  # unpacked to packed; LibreOffice's empty, formatted cells come to 150
    harmless: int = MEGABYTE  # below this a part may be packed as hard as it can
    elements: int = 1_600_000  # of all parts: those 10,000 rows twice, all and by unit, 1,500,000
    names: int = 4_000  # kinds of elements in a file; the Office languages together have 2,000
    attributes: int = 256  # of one element; a paragraph's longest list in Office is some 40
    token: int = 2 * MEGABYTE  # one tag or comment: Word keeps old drawings in an attribute
    depth: int = 200  # elements in each other; tables in tables in text boxes come to 90
    rows: int = 100_000  # written out on one sheet: ten times the longest follow-up
    last_row: int = 100_000  # with something in it
    last_column: int = 702  # ZZ, with something in it
    repeated: int = 2_000_000  # cells that an OpenDocument sheet says by repeating one with content
    merged_cells: int = 300_000  # that merged ranges cover: eighteen whole rows
    sheets: int = 1_000  # a workbook with one for each unit has 300


COUNTED = {  # elements of the spreadsheet language that libraries make costly things of
    "mergeCell": 20_000,  # a form drawn with merged cells has 2,000
    "cfRule": 20_000,  # rows copied about for years split rules into thousands
    "dataValidation": 20_000,  # likewise
    "definedName": 20_000,  # workbooks copied into each other for years have thousands
    "hyperlink": 66_000,  # Excel's own limit
    "si": 300_000,  # different texts: every cell of 10,000 rows and 25 columns its own
    "xf": 140_000,  # twice Excel's own limit of formats: they stand in two lists
    "dxf": 66_000,
    "font": 66_000,
    "fill": 66_000,
    "border": 66_000,
    "numFmt": 20_000,
    "cellStyle": 66_000,
    "externalReference": 1_000,
}

USUAL = Allowances()
