"""The keys of the office's settings."""

CLERK_NAME = "clerk_name"
CONTACT_BLOCK = "contact_block"
SCAN_FOLDER = "scan_folder"
