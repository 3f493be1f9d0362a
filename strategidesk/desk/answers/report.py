"""The report on what came back, as JSON for scripts: its keys stay."""

import json
from typing import Any

from strategidesk.desk.answers.outcomes import Judgment, Outcome, SheetReport, Verdict


def as_json(judgment: Judgment) -> dict[str, Any]:
    """All that the judgment says, as JSON values; sentences in the user's language."""
    return {
        "read_on": judgment.read_on,
        "files": [_file(sheet) for sheet in judgment.sheets],
        "totals": {
            "files": len(judgment.sheets),
            "refused_files": sum(_trouble(sheet) is not None for sheet in judgment.sheets),
            "filled": judgment.filled,
            **{verdict.value: judgment.counts[verdict] for verdict in Verdict},
        },
    }


def as_text(judgment: Judgment) -> str:
    """The same as the text of a file."""
    return json.dumps(as_json(judgment), ensure_ascii=False, indent=1) + "\n"


def _file(sheet: SheetReport) -> dict[str, Any]:
    return {
        "file": str(sheet.path),
        "round": sheet.round,
        "period": sheet.period,
        "kind": sheet.kind,
        "unit": sheet.unit,
        "unit_name": sheet.unit_name,
        "reported_by": sheet.reported_by,
        "sent_on": sheet.sent_on,
        "trouble": _trouble(sheet),
        "already": None if sheet.already is None else str(sheet.already),
        "filled": sheet.filled,
        "counts": {verdict.value: sheet.counts[verdict] for verdict in Verdict},
        "cells": [_cell(outcome) for outcome in sheet.outcomes],
        "notices": [str(notice) for notice in sheet.notices],
    }


def _trouble(sheet: SheetReport) -> str | None:
    """Why nothing of a file is taken: it could not be read, or does not belong here."""
    trouble = sheet.trouble or sheet.refused
    return None if trouble is None else str(trouble)


def _cell(outcome: Outcome) -> dict[str, Any]:
    target = outcome.target
    return {
        "sheet": outcome.sheet,
        "cell": outcome.at,
        "row": outcome.row,
        "column": outcome.column,
        "heading": outcome.heading,
        "activity": outcome.activity,
        "title": outcome.title,
        "field": None if target is None else f"{target.entity}.{target.field}",
        "typed": outcome.typed,
        "verdict": outcome.verdict.value,
        "old": outcome.old,
        "new": outcome.new,
        "corrected": outcome.corrected,
        "proposal": outcome.proposal,
        "counted": outcome.counted,
        "why": [str(sentence) for sentence in outcome.why],
        "choices": [{"label": one.label, "value": one.value} for one in outcome.choices],
    }
