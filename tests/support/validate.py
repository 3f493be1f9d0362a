"""Whether an Office file keeps the rules of the Open XML SDK."""

from pathlib import Path

from openxml_audit import OpenXmlValidator


def assert_valid(path: Path) -> None:
    """Fails with every finding when the docx or xlsx breaks a rule of its schema."""
    result = OpenXmlValidator(max_errors=0).validate(path)
    assert not result.errors, "\n".join(map(str, result.errors[:40]))
