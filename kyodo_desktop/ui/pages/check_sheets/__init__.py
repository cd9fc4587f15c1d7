"""The page チェックシート."""
