"""What a turn shows on the page; whatever went wrong, it says what to do next."""

from vocabulary.words import words
from web.chat import choices, danger_buttons, screening, standing, view
from web.chat.arrival import Arrival
from web.chat.chat import Chat
from web.chat.choices import UnknownChoice
from web.chat.conversation import UnknownConversation
from web.chat.rates import TooManyMessages
from web.chat.schema import ChatAnswer, Kind, Message, MessageRequest
from web.chat.view import View


async def take_turn(chat: Chat, asked: MessageRequest, arrival: Arrival, *, is_live: bool) -> View:
    """The view after a turn; `is_live` says that a page's script has just sent it.

    A browser sends the turn of a whole page again when somebody goes back to it, or restores its tab.
    """
    asked = await standing.as_offered(chat, asked)
    said = await _said(chat, asked)
    try:
        answer = await chat.take(asked, address=arrival.address, channel=arrival.channel)
    except UnknownConversation:
        return await _start_anew(chat, asked, arrival, is_live=is_live)
    except UnknownChoice:
        return await _own_answer(chat, asked, "own.choice-gone")
    except TooManyMessages:
        return await _own_answer(chat, asked, "own.too-many")
    notice = words("own.ended") if asked.conversation not in {None, answer.conversation} else ""
    return view.view_of(answer, said=said, notice=notice, pinned=await _pinned(chat, answer.conversation))


async def show_once_more(chat: Chat, token: str, *, notice: str = "") -> View:
    """The newest answer again, below a notice, as the page without JavaScript shows one exchange only."""
    try:
        conversation = await chat.find(token)
    except UnknownConversation:
        return view.view_of(ChatAnswer(conversation="", messages=()), notice=notice or words("own.ended"))
    newest = next(reversed(conversation.answers.values()), None)
    answer = newest or ChatAnswer(conversation=token, messages=())
    return view.view_of(answer, notice=notice, pinned=conversation.pinned)


async def _start_anew(chat: Chat, asked: MessageRequest, arrival: Arrival, *, is_live: bool) -> View:
    """The conversation is over, and a new one opens.

    What was typed is answered in it when a script has just sent it, and danger always. Otherwise it may be an
    old page's, sent again by whoever went back to it: its words are neither shown nor answered.
    """
    is_answered = is_live or bool(screening.risks_in(asked.text or ""))
    text = asked.text if is_answered and asked.text else None
    try:
        anew = asked.model_copy(update={"conversation": None, "choice": None, "text": text})
        answer = await chat.take(anew, address=arrival.address, channel=arrival.channel)
    except TooManyMessages:
        return await _own_answer(chat, MessageRequest(), "own.too-many")
    notice = words("own.ended" if is_answered or not asked.text else "own.ended.again")
    return view.view_of(answer, said=text or "" if is_live else "", notice=notice)


async def _own_answer(chat: Chat, asked: MessageRequest, key: str) -> View:
    """A short answer of the page's own, with the choices of the answer before where there are some."""
    try:
        conversation = await chat.find(asked.conversation or "")
    except UnknownConversation:
        return view.view_of(ChatAnswer(conversation="", messages=()), notice=words(key))
    buttons = choices.last_offered(conversation)
    message = Message(kind=Kind.TEXT, text=words(key), choices=buttons)
    return view.view_of(ChatAnswer(conversation=conversation.token, messages=(message,)))


async def _said(chat: Chat, asked: MessageRequest) -> str:
    """What the person said, to be shown back: the typed words or the button's label."""
    if asked.choice is None or asked.conversation is None:
        return (asked.text or "").strip()
    try:
        return choices.label(await chat.find(asked.conversation), asked.choice)
    except (UnknownConversation, UnknownChoice):
        button = danger_buttons.pressed(asked, secret=chat.means.secret)
        return button.label if button else ""


async def _pinned(chat: Chat, token: str) -> Message | None:
    try:
        return (await chat.find(token)).pinned
    except UnknownConversation:
        return None
