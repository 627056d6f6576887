"""What a partner copies into a page: the numbers and a plain link, which need no script, and the launcher."""

from collections.abc import Mapping, Sequence

from vocabulary.languages import Language
from vocabulary.words import spoken, words
from web.chat.schema import ServiceCard
from web.embed.launcher import integrity
from web.templating import environment


POLICE = "999"  # said in a sentence of its own, before the other numbers


def snippet(site: str, national: Sequence[ServiceCard]) -> str:
    """The markup for pages of partners of the installation at this address (none: our own page).

    It is in the language that is spoken here. The numbers stand in it as the directory has them today. They
    are not in the launcher: its hash would change with every number, and every partner's page with it.
    """
    language = spoken()
    is_english = language is Language.ENGLISH
    template = environment().get_template("embed/snippet.html")
    return template.render(
        words=words,
        language=language,
        tag="en-GB" if is_english else language.value,
        site=site,
        integrity=integrity(),
        national=[card for card in national if _is_another(card)],
        given={} if is_english else {"language": language.value, **launcher_words()},
    ).strip()


def launcher_words() -> Mapping[str, str]:
    """What the launcher says besides its label, by the name of its attribute; it has the English itself."""
    call = words("page.emergency.call")
    return {
        "close": words("embed.close"),
        "loading": words("embed.loading"),
        "failed": words("embed.failed"),
        "danger": f"{words('page.emergency')} {call}. {words('page.emergency.quiet')}",
        "ring": call,
        "page": words("embed.page"),
        "two": words("page.leave.two"),
        "one": words("page.leave.one"),
        "stopped": words("page.leave.stopped"),
    }


def _is_another(card: ServiceCard) -> bool:
    return bool(card.phones or card.text) and all(phone.tel != POLICE for phone in card.phones)
