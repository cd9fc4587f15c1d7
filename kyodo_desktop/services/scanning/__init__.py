"""Scans come home: files are read for the codes of our sheets, and taken apart sheet by sheet.

Pure of the database: `reader` reads a file, `codes` says which sheet a page is, `splitting` which pages
belong together, `writing` makes a file of them. Nothing here decides what a person has to decide.
"""
