"""The part 評価 of the page チェックシート."""
