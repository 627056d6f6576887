"""Services meant for the person helped alone are not offered to whoever asks for somebody else."""

from sqlalchemy.orm import Session

from directory.for_another import spoken_with_for_another
from directory.identifiers import identifier


def test_a_line_for_the_person_alone_is_left_out(starter: Session) -> None:
    childs_own, anyones = identifier("service", "childline"), identifier("service", "nspcc-helpline")

    assert spoken_with_for_another(starter, [childs_own, anyones]) == {anyones}
