"""What a partner copies into a page: the numbers and a plain link, which need no script, and the launcher."""

from collections.abc import Sequence

from vocabulary.words import words
from web.chat.schema import ServiceCard
from web.embed.launcher import integrity
from web.templating import environment


POLICE = "999"  # said in a sentence of its own, before the other numbers


def snippet(site: str, national: Sequence[ServiceCard]) -> str:
    """The markup for pages of partners of the installation at this address (none: our own page).

    The numbers stand in it as the directory has them today. They are not in the launcher, whose hash would
    otherwise change with every number, and every partner's page with it.
    """
    template = environment().get_template("embed/snippet.html")
    return template.render(
        words=words,
        site=site,
        integrity=integrity(),
        national=[card for card in national if _is_another(card)],
    ).strip()


def _is_another(card: ServiceCard) -> bool:
    return bool(card.phones or card.text) and all(phone.tel != POLICE for phone in card.phones)
