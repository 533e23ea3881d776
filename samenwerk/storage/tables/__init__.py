"""Lists from a spreadsheet and for one: what kind of file is it, which table stands in it."""
