"""The page 取組一覧."""
