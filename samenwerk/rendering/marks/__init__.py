"""What the file of a document carries beside its text, and how a later run judges the file by it."""
