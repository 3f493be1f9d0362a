"""Answers that come back in sheets: judged cell by cell, and taken in as one step."""
