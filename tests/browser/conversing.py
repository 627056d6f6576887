"""One conversation on the chat page as a browser shows it, with the interface of `tests.talking`."""

from playwright.sync_api import BrowserContext, Locator, Page, expect

from safety.cards import CARDS
from tests.running import WITHIN
from vocabulary.words import words


KINDS = ("text", "question", "facts", "services", "crisis", "fallback")
PATIENCE = WITHIN * 1000  # milliseconds for one answer to be on the page


def open_chat(page: Page, address: str) -> None:
    """Opens the first page and goes on to the chat, as a person does, with a script or without."""
    page.goto(f"{address}/chat")
    page.click("[data-start] button")
    expect(page.locator("#compose")).to_be_visible(timeout=PATIENCE)


class BrowserConversation:
    """A person at the page `/chat`, whose script runs or does not, as the context has it.

    Everything is read from what the page shows. `trouble` collects what the browser complained of
    and every request that went to another host.
    """

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.trouble: list[str] = []
        self.page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("console", lambda message: self.trouble.append(message.text))
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("request", lambda request: self._note_host(request.url, address))
        open_chat(self.page, address)

    def type(self, text: str) -> None:
        """Types a message and sends it."""
        self.page.fill("#text", text)
        self._answered_after(self.page.locator("#compose button"))

    def choose(self, label: str) -> None:
        """Presses the button with this label. Fails when it is not on offer."""
        labels = self._labels()
        assert label in labels, f"'{label}' is not among {sorted(labels)}"
        self._answered_after(self._buttons.nth(labels.index(label)))

    @property
    def choices(self) -> list[dict[str, str]]:
        """Every button of the newest answer."""
        return [{"label": label} for label in self._labels()]

    @property
    def kinds(self) -> list[str]:
        """The kinds of the newest answer's messages, in order."""
        classes = [(one.get_attribute("class") or "").split() for one in self._messages.all()]
        return [kind for given in classes for kind in KINDS if f"is-{kind}" in given]

    @property
    def text(self) -> str:
        """Everything the newest answer says, its service cards apart."""
        return "\n".join(self._messages.locator("> p, > .steps > li").all_inner_texts())

    @property
    def cards(self) -> Locator:
        """The cards of the suggested services of the newest answer; not those of a danger card."""
        return self.page.locator("#latest .message.is-services section.card")

    @property
    def names(self) -> list[str]:
        """The names of the suggested services."""
        return self.cards.locator("h3").all_inner_texts()

    @property
    def risk(self) -> str | None:
        """The risk whose card leads the newest answer, told by the words of its heading, or None."""
        if self.kinds[:1] != ["crisis"]:
            return None
        said = self._messages.first.inner_text()
        return next(risk.value for risk, card in CARDS.items() if words(card.words[0]) in said)

    @property
    def _messages(self) -> Locator:
        return self.page.locator("#latest .message.is-us")

    @property
    def _buttons(self) -> Locator:
        return self.page.locator("#reply .choices button")

    def _labels(self) -> list[str]:
        return self._buttons.all_inner_texts()

    def _answered_after(self, button: Locator) -> None:
        turn = self.page.locator("#compose input[name=turn]")
        before = turn.input_value()
        button.click()
        # A new answer brings a new turn id, whether the script put it there or a new page did.
        expect(turn).not_to_have_value(before, timeout=PATIENCE)

    def _note_host(self, url: str, address: str) -> None:
        if not url.startswith((f"{address}/", "data:")):
            self.trouble.append(f"asked another host: {url}")
