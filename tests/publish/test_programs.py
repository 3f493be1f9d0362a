from pathlib import Path

import pytest

from strategidesk.publish import programs
from tests.support import office


def test_that_the_one_in_the_path_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = office.fake(monkeypatch, tmp_path)
    assert programs.office() == script


def test_that_the_usual_places_are_looked_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    office.none(monkeypatch, tmp_path / "empty")
    assert programs.office() is None
    there = tmp_path / "soffice"
    there.touch()
    monkeypatch.setattr(programs, "usual_places", lambda _platform: iter([tmp_path / "no", there]))
    assert programs.office() == there


def test_that_one_shut_in_by_its_package_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "SHUT_IN", (f"{tmp_path}/snap/",))
    (tmp_path / "snap").mkdir()
    (tmp_path / "snap/soffice").touch()
    office.none(monkeypatch, tmp_path / "snap")
    (tmp_path / "snap/soffice").chmod(0o755)
    assert programs.office() is None


@pytest.mark.parametrize(
    ("platform", "place"),
    [
        ("win32", "soffice.exe"),
        ("darwin", "LibreOffice.app/Contents/MacOS/soffice"),
        ("linux", "/usr/bin/soffice"),
    ],
)
def test_that_every_system_has_its_places(platform: str, place: str) -> None:
    assert any(one.as_posix().endswith(place) for one in programs.usual_places(platform))
