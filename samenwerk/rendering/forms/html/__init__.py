"""A document as a page for the web."""
