"""Two changed versions of one YAML file made one again, by what they say; docs/besluiten/0043-smelten.md."""
