"""What an editor holds: JSON-able answers, which also are the draft that outlives the program. No Qt."""

from typing import Any

Answers = dict[str, Any]
NEW = 0
"""The record id of a draft that belongs to no record yet."""
