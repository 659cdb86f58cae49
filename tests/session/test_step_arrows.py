"""What the next step is made of: along Ox, from the current iterate."""

import pytest

from gdviz.calculus.typesetting.markup import Markup
from gdviz.calculus.typesetting.notation import plain
from gdviz.session.resolve.step_arrows import step_arrows
from gdviz.session.session import Session
from tests.session.conftest import finish


def arrows(session: Session, step: int) -> dict[str, tuple[float, float, str]]:
    finish(session)
    session.iterates.go_to(step)
    session.show("arrows", True)
    found = step_arrows(session.document, session.results)
    return {each.kind: (each.start, each.end, written(each.label)) for each in found}


def written(label: Markup) -> str:
    return plain(label)


def test_nothing_while_they_are_off(session: Session) -> None:
    assert step_arrows(session.document, session.results) == ()


def test_plain_descent_steps_as_the_slope_says(session: Session) -> None:
    found = arrows(session, 1)
    assert found["gradient"][2] == "−λ·L′(w₁)"
    assert found["step"][2] == "Δw"
    for kind in ("gradient", "step"):
        assert found[kind][:2] == pytest.approx((4.0, 3.2))
    assert "momentum" not in found


@pytest.mark.parametrize("name", ["momentum", "nesterov"])
def test_slope_and_memory_head_to_tail_are_the_step(session: Session, name: str) -> None:
    session.descent.choose_optimiser(name)
    found = arrows(session, 2)
    gradient, memory, step = (found[kind] for kind in ("gradient", "momentum", "step"))
    assert memory[0] == gradient[1]
    assert memory[1] == pytest.approx(step[1])
    assert memory[2].startswith("−λ·μ·b")


def test_adam_remembers_a_mean(session: Session) -> None:
    session.descent.choose_optimiser("adam")
    found = arrows(session, 0)
    assert found["momentum"][:2] == pytest.approx((5.0, 5.0 - 0.1 * 10.0))
    assert found["momentum"][2] == "−λ·m̂₁"
    assert found["step"][1] == pytest.approx(4.9)


def test_at_the_end_there_is_no_step(session: Session) -> None:
    finish(session)
    assert set(arrows(session, session.iterates.last)) == {"gradient"}


def test_a_schedule_makes_them_shorter(session: Session) -> None:
    session.descent.choose_schedule("step")
    session.descent.set_schedule("every", 1.0)
    start, end, _ = arrows(session, 1)["gradient"]
    assert start - end == pytest.approx(0.05 * 8.0)
