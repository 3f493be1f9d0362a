"""What a person should know about a workbook that was made."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that did not go into the workbook as it stands in the strategy.

    `place` says where, `sentence` what; both in the user's language.
    """

    place: str
    sentence: str
