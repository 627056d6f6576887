"""Who a service speaks with and whether one can come by oneself are as its entry says."""

from sqlalchemy.orm import Session

from directory.identifiers import identifier
from directory.referring import spoken_with_for_another, taken_without_referral


def test_a_line_for_the_person_alone_is_left_out(starter: Session) -> None:
    childs_own, anyones = identifier("service", "childline"), identifier("service", "nspcc-helpline")

    assert spoken_with_for_another(starter, [childs_own, anyones]) == {anyones}


def test_what_takes_only_those_who_are_referred_is_left_out(starter: Session) -> None:
    referred, open_to_all = identifier("service", "ictg-barnardos"), identifier("service", "frank")

    assert taken_without_referral(starter, [referred, open_to_all]) == {open_to_all}
