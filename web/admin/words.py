"""The phrases that staff teach the chat for a need: added, taken away, and put back from the history."""

from uuid import UUID

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from directory import synonyms
from directory.history import Action
from directory.model import Synonym
from directory.opening_hours import LONDON
from vocabulary.needs import Need
from vocabulary.words import words
from web.accounts.guard import SentForm
from web.admin.door import Manager, editor_of
from web.admin.moment import Moment
from web.database import Database
from web.phrases import as_compared, is_danger
from web.templating import page


router = APIRouter(prefix="/admin/words", include_in_schema=False)
NO_NEED = "Choose a need"
NO_PHRASE = (
    f"Write a phrase of {synonyms.SHORTEST} letters or more, and no more than {synonyms.LONGEST} signs"
)
TAKEN = "This phrase stands for “{need}” already. Take it away there first"
SHOWN_OF_HISTORY = 50


@router.get("")
def show_words(request: Request, _member: Manager, session: Database) -> Response:
    """Every phrase by its need, those that stand within another's, and who changed what."""
    return _show(request, session)


@router.post("")
def send_words(request: Request, member: Manager, session: Database, sent: SentForm, now: Moment) -> Response:
    """Adds a phrase; the chat hears it in its next turn."""
    need, phrase = str(sent.get("need", "")), str(sent.get("phrase", ""))
    if need not in set(Need):
        return _show(request, session, need=need, phrase=phrase, field="need", error=NO_NEED)
    try:
        plain = as_compared(phrase[: synonyms.LONGEST * 4])
        synonyms.add(session, Need(need), phrase, plain, by=editor_of(member), at=now.at)
        session.commit()
    except synonyms.NoPhrase:
        return _show(request, session, need=need, phrase=phrase, field="phrase", error=NO_PHRASE)
    except synonyms.Taken as taken:
        error = TAKEN.format(need=words(taken.need.words))
        return _show(request, session, need=need, phrase=phrase, field="phrase", error=error)
    except IntegrityError:  # somebody else added it at the same moment
        session.rollback()
    return RedirectResponse("/admin/words", 303)


@router.post("/{synonym_id}/remove")
def send_remove(synonym_id: UUID, member: Manager, session: Database, now: Moment) -> Response:
    """Takes a phrase away; the history can put it back."""
    found = session.get(Synonym, str(synonym_id))
    if found is None:
        raise HTTPException(404)
    synonyms.remove(session, found, by=editor_of(member), at=now.at)
    session.commit()
    return RedirectResponse("/admin/words", 303)


def _show(
    request: Request, session: Session, *, need: str = "", phrase: str = "", field: str = "", error: str = ""
) -> Response:
    listed = synonyms.listed(session)
    known = {each.plain for each in listed}
    return page(
        request,
        "admin/words.html",
        status=422 if error else 200,
        listed=[(each, is_danger(each.phrase)) for each in listed],
        overlaps=synonyms.overlaps(synonyms.all_phrases(session)),
        changes=[
            (each, each.last_action_date.astimezone(LONDON), _may_put_back(each.previous_value, known))
            for each in synonyms.history(session)[:SHOWN_OF_HISTORY]
        ],
        added=Action.CREATE.value,
        needs=list(Need),
        need=need,
        phrase=phrase,
        wrong={field: error} if error else {},
        errors=[{"text": error, "href": f"#{field}"}] if error else [],
        words=words,
    )


def _may_put_back(taken_away: str | None, known: set[str]) -> bool:
    return taken_away is not None and as_compared(taken_away) not in known
