"""Wizards without Qt: steps, answers, problems, drafts."""
