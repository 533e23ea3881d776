"""Texts as they may stand on paper: without signs that nobody sees, escaped where Markdown would read them."""
