"""One editor for every flow."""
