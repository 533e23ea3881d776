"""samenwerk guides a collaboration of organisations from first idea to evaluation, in one file and plain Dutch."""

__version__ = "0.1.0"
