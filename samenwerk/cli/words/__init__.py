"""What may be said behind `samenwerk`: declared once, as plain data."""
