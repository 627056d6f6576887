"""Hidden figures keep enough possible values, at the least cost in shown ones."""

from usage.subtraction import TOTAL, UNLIMITED, Bounds, Entry, Loops, Move, Network


FEW = Bounds(0, 9)
MANY = Bounds(10, UNLIMITED)
ENOUGH = 5


def network(inner: list[list[int]], *hidden: Entry) -> Network:
    flow = {(r, c): count for r, row in enumerate(inner) for c, count in enumerate(row)}
    rows = {(r, TOTAL): sum(row) for r, row in enumerate(inner)}
    columns = {(TOTAL, c): sum(column) for c, column in enumerate(zip(*inner, strict=True))}
    flow |= rows | columns | {(TOTAL, TOTAL): sum(rows.values())}
    return Network(flow, {entry: FEW if flow[entry] < 10 else MANY for entry in hidden})


def loops(table: Network) -> Loops:
    return Loops(table.flow, enough=ENOUGH, withheld=MANY)


def possible_values(table: Network, entry: Entry) -> int:
    return loops(table).possible_values(entry, [[Move(table, 1)]])


def test_a_figure_hidden_alone_has_one_possible_value() -> None:
    assert possible_values(network([[4, 30], [30, 30]], (0, 0)), (0, 0)) == 1


def test_a_square_of_hidden_figures_has_many() -> None:
    square = [(0, 0), (0, 1), (1, 0), (1, 1)]

    assert possible_values(network([[4, 30], [30, 30]], *square), (0, 0)) == ENOUGH


def test_three_corners_of_a_square_do_not_move() -> None:
    assert possible_values(network([[4, 30], [30, 30]], (0, 0), (0, 1), (1, 0)), (0, 0)) == 1


def test_two_nines_that_add_up_to_eighteen_are_given_away() -> None:
    table = network([[9, 9], [9, 9]], (0, 0), (0, 1), (1, 0), (1, 1))

    assert possible_values(table, (0, 0)) == 1 + 0  # none can grow, so none can shrink


def test_a_hidden_total_lets_its_row_move() -> None:
    table = network([[4, 30], [30, 30]], (0, 0), (0, TOTAL), (TOTAL, 0), (TOTAL, TOTAL))

    assert possible_values(table, (0, 0)) == ENOUGH


def test_the_smallest_loop_of_inner_figures_is_withheld() -> None:
    table = network([[4, 90, 30], [90, 90, 90], [30, 90, 30]], (0, 0))

    assert loops(table).protect((0, 0), [[Move(table, 1)]], into=table)
    assert set(table.hidden) == {(0, 0), (0, 2), (2, 0), (2, 2)}


def test_a_figure_that_cannot_be_protected_is_told_of() -> None:
    table = network([[10]], (0, 0))
    fixed = network([[10]])

    assert not loops(table).protect((0, 0), [[Move(table, 1), Move(fixed, 1)]], into=table)


def test_asking_moves_nothing() -> None:
    table = network([[4, 30], [30, 30]], (0, 0), (0, 1), (1, 0), (1, 1))
    before = dict(table.flow)

    possible_values(table, (0, 0))

    assert table.flow == before


def test_two_weeks_that_move_opposite_ways_leave_their_sum() -> None:
    square = [(0, 0), (0, 1), (1, 0), (1, 1)]
    one, other = network([[4, 5], [5, 4]], *square), network([[4, 5], [5, 4]], *square)

    assert loops(one).possible_values((0, 0), [[Move(one, 1), Move(other, -1)]]) == ENOUGH


def test_a_week_cannot_move_against_one_that_is_shown() -> None:
    square = [(0, 0), (0, 1), (1, 0), (1, 1)]
    one, other = network([[4, 5], [5, 4]], *square), network([[40, 50], [50, 40]])

    assert loops(one).possible_values((0, 0), [[Move(one, 1), Move(other, -1)]]) == 1
