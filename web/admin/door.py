"""Who may use the managers' door."""

from typing import Annotated

from fastapi import Depends

from web.accounts.guard import StaffMember, require
from web.accounts.roles import Role


Manager = Annotated[StaffMember, Depends(require(Role.MANAGER))]
