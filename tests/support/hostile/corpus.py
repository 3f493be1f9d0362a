"""All files of the corpus."""

from tests.support.hostile.disguises import DISGUISES
from tests.support.hostile.links import LINKS
from tests.support.hostile.markup import MARKUP
from tests.support.hostile.sheets import SHEETS
from tests.support.hostile.structure import STRUCTURE

HOSTILE = (*DISGUISES, *STRUCTURE, *MARKUP, *SHEETS, *LINKS)
