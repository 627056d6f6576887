"""Reads an HTML page in tests: its titles, links, forms, labels and errors."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
CONTROLS = frozenset({"input", "select", "textarea"})


@dataclass
class Element:
    """One element with its attributes and, once closed, its text."""

    tag: str
    attributes: dict[str, str]
    inside: "Element | None"
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text, with runs of white space folded."""
        return " ".join("".join(self.pieces).split())

    def within(self, outer: "Element") -> bool:
        """Whether it lies inside another element."""
        above = self.inside
        while above is not None and above is not outer:
            above = above.inside
        return above is outer


class Page(HTMLParser):
    """A parsed page; a tag that is closed in the wrong order fails the test."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        assert not self._open, f"left open: {[each.tag for each in self._open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element."""
        element = Element(
            tag, {name: value or "" for name, value in attrs}, self._open[-1] if self._open else None
        )
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes an element that closes itself."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Closes the innermost element, which must be this one."""
        assert self._open, f"</{tag}> closes nothing"
        closed = self._open.pop()
        assert closed.tag == tag, f"</{tag}> closes <{closed.tag}>"

    def handle_data(self, data: str) -> None:
        """Text belongs to everything that is open."""
        for element in self._open:
            element.pieces.append(data)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Elements of a tag whose attributes have these values (`class_` holds one of the classes)."""
        return [each for each in self.elements if each.tag == tag and _fits(each, attributes)]

    def one(self, tag: str, **attributes: str) -> Element:
        """The only such element."""
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} of <{tag}> {attributes}"
        return found[0]

    @property
    def title(self) -> str:
        """The page's title; an SVG's own title does not count."""
        return next(each.text for each in self.all("title"))

    @property
    def text(self) -> str:
        """All that can be read on the page."""
        return self.one("body").text

    @property
    def links(self) -> dict[str, str]:
        """Where each link leads, by its text."""
        return {each.text: each.attributes.get("href", "") for each in self.all("a")}

    def fields(self, action: str) -> dict[str, str]:
        """What the form with this action would send as it stands."""
        form = self.one("form", action=action)
        inside = [each for each in self.elements if each.tag in CONTROLS and each.within(form)]
        return {
            each.attributes["name"]: self._value(each)
            for each in inside
            if each.attributes.get("type") not in {"checkbox", "radio"} or "checked" in each.attributes
        }

    def _value(self, control: Element) -> str:
        if control.tag == "textarea":
            return "".join(control.pieces).removeprefix("\n")
        if control.tag == "input":
            return control.attributes.get("value", "")
        options = [each for each in self.all("option") if each.within(control)]
        chosen = [each for each in options if "selected" in each.attributes]
        return (chosen or options)[0].attributes.get("value", "")

    def unlabelled(self) -> list[str]:
        """The names of controls that people see and that no label belongs to."""
        labelled = {each.attributes.get("for") for each in self.all("label")}
        seen = [
            each for each in self.elements if each.tag in CONTROLS and each.attributes.get("type") != "hidden"
        ]
        return [each.attributes.get("name", "") for each in seen if each.attributes.get("id") not in labelled]

    def broken_error_links(self) -> list[str]:
        """Links of the error summary that lead to no control of the page."""
        ids = {each.attributes.get("id") for each in self.elements}
        summary = self.one("div", class_="govuk-error-summary")
        links = [each.attributes["href"] for each in self.all("a") if each.within(summary)]
        assert links, "an error summary without links"
        return [each for each in links if each.removeprefix("#") not in ids]


def _fits(element: Element, attributes: dict[str, str]) -> bool:
    for name, value in attributes.items():
        if name == "class_":
            if value not in element.attributes.get("class", "").split():
                return False
        elif element.attributes.get(name.replace("_", "-")) != value:
            return False
    return True
