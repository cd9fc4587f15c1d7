"""Forms and data to PDF bytes; the only user of reportlab."""
