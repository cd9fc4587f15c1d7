"""Item models and views of tables."""
