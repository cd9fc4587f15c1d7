"""The page 団体台帳."""
