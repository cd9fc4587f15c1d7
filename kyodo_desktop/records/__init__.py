"""What crosses the layers: enums, ids, frozen records and drafts. No SQLAlchemy, no Qt."""
