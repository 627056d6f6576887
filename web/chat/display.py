"""How the page is shown: by itself or in a partner's frame, in which language and size, and how easily."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Form, Request

from vocabulary.languages import Language
from vocabulary.text_sizes import TextSize
from vocabulary.words import speaking
from web.chat import languages
from web.chat.chat import Chat
from web.chat.conversation import UnknownConversation
from web.chat.doorway import ThisChat
from web.chat.schema import TOKEN_LENGTH
from web.security_headers import FRAME


PAGE = "/chat"
YES = "yes"


@dataclass(frozen=True)
class Display:
    """What every part of one page has to know of it."""

    base: str = PAGE  # where its forms go: an answer from elsewhere could not be shown in the frame
    language: Language = Language.ENGLISH
    easy: bool = False  # in shorter words, one thing at a time
    languages: tuple[Language, ...] = (Language.ENGLISH,)  # that the person may choose from
    size: TextSize = TextSize.USUAL

    @property
    def is_framed(self) -> bool:
        """Whether another site's page stands around it."""
        return self.base == FRAME

    @property
    def is_draft(self) -> bool:
        """Whether no native reader has read the page's language yet."""
        return self.language not in languages.shown(unread=False)


async def display_of(
    request: Request,
    chat: ThisChat,
    language: Annotated[str, Form(max_length=35)] = "",
    easy: Annotated[str, Form(max_length=3)] = "",
    size: Annotated[TextSize, Form()] = TextSize.USUAL,
    conversation: Annotated[str, Form(max_length=TOKEN_LENGTH)] = "",
) -> AsyncIterator[Display]:
    """The display that a request's address and form ask for; all that it answers is said in its words.

    A FastAPI dependency. What the form leaves open is as the conversation has it; sizes are not kept there.
    """
    spoken_before, easy_before = await _before(chat, conversation)
    unread = chat.means.unread
    language = language or request.path_params.get("tag", "")  # of the partner's page
    display = Display(
        base=FRAME if request.url.path.startswith(FRAME) else PAGE,
        language=languages.wanted(language, unread=unread) if language else spoken_before,
        easy=easy == YES if easy else easy_before,
        languages=languages.shown(unread=unread),
        size=size,
    )
    with speaking(display.language, easy=display.easy):
        yield display


async def _before(chat: Chat, token: str) -> tuple[Language, bool]:
    try:
        conversation = await chat.find(token)
    except UnknownConversation:
        return Language.ENGLISH, False
    return conversation.language, conversation.easy


ThisDisplay = Annotated[Display, Depends(display_of)]
