"""A form with one file: who sends it is known before anything of it is read."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request
from starlette.datastructures import FormData, UploadFile

from web.accounts.guard import StaffMember, require
from web.accounts.roles import Role


MOST_FIELDS = 20


class _WithOneFile(Request):
    """The same request, whose form may hold one file; every other form may hold none."""

    def form(self, **_limits: Any) -> Any:
        """The form, read once."""
        return super().form(max_files=1, max_fields=MOST_FIELDS)


@dataclass(frozen=True)
class Upload:
    """What a member of staff sent: a file, or none; and the other fields."""

    member: StaffMember
    name: str
    content: bytes
    fields: FormData


def upload_by(*roles: Role) -> Callable[[Request], Awaitable[Upload]]:
    """A dependency like `require` that also reads the file of the field `file`; raises what that does."""
    guard = require(*roles)

    async def read(request: Request) -> Upload:
        opened = _WithOneFile(request.scope, request.receive)
        member = await guard(opened)
        form: FormData = await opened.form()
        sent = form.get("file")
        if not isinstance(sent, UploadFile):
            return Upload(member, "", b"", form)
        return Upload(member, sent.filename or "", await sent.read(), form)

    read.roles = roles  # type: ignore[attr-defined]  # read by the test that walks the routes
    return read


ManagerUpload = Annotated[Upload, Depends(upload_by(Role.MANAGER))]
