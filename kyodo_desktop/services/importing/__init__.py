"""Partners from spreadsheets and text files: read, understood, planned, and only then written.

`reader` makes a table of a file; `mapping` proposes a field for each column; `planning` says of each row what
would become of it; `applying` writes. Nothing here runs what a file holds.
"""
