"""A document for LibreOffice."""
