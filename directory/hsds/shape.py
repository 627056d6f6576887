"""What every shape of HSDS-UK shares: its kinds of text and moments, and how it becomes JSON."""

from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, PlainSerializer


def storable(text: str) -> str:
    """The text as it is. Raises ValueError for what a database or a page cannot hold, or for none."""
    if "\0" in text or not text.strip():
        raise ValueError("no-text")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueError("no-text") from None
    return text


def _in_utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


Words = Annotated[str, Field(max_length=20_000), AfterValidator(storable)]
Name = Annotated[str, Field(max_length=255), AfterValidator(storable)]
Moment = Annotated[AwareDatetime, PlainSerializer(_in_utc, return_type=str, when_used="json")]
Years = Annotated[int, Field(ge=0, le=150)]


class Shape(BaseModel):
    """What all shapes share: no unknown fields, so that a slip in a file is never passed over."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def as_json(self) -> dict[str, Any]:
        """The shape as JSON values, without what is absent."""
        return self.model_dump(mode="json", exclude_none=True)
