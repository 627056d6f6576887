"""Only places that may be told are."""

import pytest
from sqlalchemy.orm import Session, sessionmaker

from directory.model import Address, Location, ServiceAtLocation
from directory.told_places import ToldPlace, told_places
from tests.directory.factories import store_a_service


@pytest.mark.parametrize(("redacted", "number"), [(False, 1), (True, 0), (None, 0)])
def test_a_place_is_told_only_when_somebody_said_that_it_may_be(
    sessions: sessionmaker[Session], redacted: bool | None, number: int
) -> None:
    given = {} if redacted is None else {"redacted": redacted}
    with sessions() as session:
        service = store_a_service(session)
        address = Address(address_1="1 High Street", city="Telford", state_province="England")
        location = Location(name="The Hub", addresses=[address], **given)
        service.service_at_locations = [ServiceAtLocation(location=location)]
        session.commit()

        found = told_places(session, service.id)

    assert found == [ToldPlace("The Hub", "1 High Street", "Telford", None)][:number]
