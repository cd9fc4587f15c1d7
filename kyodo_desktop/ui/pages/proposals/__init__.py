"""The page 提案受付."""
