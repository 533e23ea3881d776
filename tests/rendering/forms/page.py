"""Reading a page of HTML as a browser does: its tags, and what a person reads."""

from html.parser import HTMLParser


class Page(HTMLParser):
    """The tags of a page with their attributes, and the text of its body between them."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._text: list[str] = []
        self._open: list[str] = []
        self.feed(content.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open.append(tag)
        self._text.append(" " if tag == "br" else "")

    def handle_endtag(self, tag: str) -> None:
        self._open.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if "body" in self._open:
            self._text.append(data)

    @property
    def text(self) -> str:
        """All text of the body, on one line."""
        return " ".join("".join(self._text).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every tag with this name."""
        return [attributes for name, attributes in self.tags if name == tag]
