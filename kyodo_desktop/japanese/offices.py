"""Titles of officers, as they are typed."""

_HEADS = {
    "会長", "町会長", "自治会長", "理事長", "社長", "学長", "総長", "校長", "園長", "院長", "館長", "所長",
    "支部長", "委員長", "実行委員長", "組合長", "座長", "団長",
}  # fmt: skip
"""Who stands for a body without being called 代表."""


def stands_for_body(title: str) -> bool:
    """Tell whether who holds a title stands for the body: a 代表 or its head, not a deputy."""
    return ("代表" in title and "副" not in title) or title in _HEADS
