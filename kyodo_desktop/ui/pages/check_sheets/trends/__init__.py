"""The part 傾向 of the page チェックシート."""
