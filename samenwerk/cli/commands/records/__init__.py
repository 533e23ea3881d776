"""The commands that every kind of record has, made from the table of fields."""
