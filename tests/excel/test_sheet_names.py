"""Names of sheets: what Excel takes, whatever units are called."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from strategidesk.excel.sheet_names import sheet_names
from tests.support.strategies import lines

wishes = st.lists(
    lines
    | st.sampled_from(["", "a/b", "'", "History", "Historik", "Straße", "STRASSE", "Ⅳ", "IV"])
    | st.text(st.sampled_from("ab:*?/\\[]' 😀Å"), max_size=40)
    | st.just("Förvaltningen för barn, utbildning och kultur"),
    max_size=12,
)


def _key(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


@given(wishes)
def test_that_every_name_is_one_that_excel_takes(wanted: list[str]) -> None:
    names = sheet_names(wanted, "Blad")

    assert len(names) == len(wanted)
    assert len(set(map(_key, names))) == len(names)
    for name in names:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\\t")
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.strip()
        assert name.casefold() not in ("history", "historik")


def test_that_a_name_that_fits_is_kept() -> None:
    assert sheet_names(["Biblioteket", "biblioteket", "Vård/omsorg"], "Blad") == [
        "Biblioteket",
        "biblioteket (2)",
        "Vård omsorg",
    ]
