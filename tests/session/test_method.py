"""By what rule a descent goes, and its update written out with the numbers of a step."""

import numpy as np
import pytest

from gdviz.calculus.parser import parse
from gdviz.calculus.typesetting.notation import plain
from gdviz.descent.loss import loss_of
from gdviz.descent.planning import planned
from gdviz.descent.run import Run
from gdviz.descent.table import OPTIMISERS
from gdviz.i18n import Translator
from gdviz.session.naming import Names
from gdviz.session.resolve.descent import descent_scene
from gdviz.session.resolve.method import method_scene, update_scene
from gdviz.session.resolve.plot import plot_scene
from gdviz.session.resolve.update import POWERS, Parameters, rule_lines, update_lines
from gdviz.session.session import Session
from tests.session.conftest import finish

EN = Translator("en")
OF_ONE = Parameters((Names("w"),), "L")


def number(line: str) -> float:
    """What a line comes to."""
    mantissa, _, power = line.split()[-1].replace("−", "-").partition("·10")
    return float(mantissa) * 10.0 ** int(power.translate(POWERS) or 0)


def lines(session: Session, step: int) -> list[str]:
    finish(session)
    session.iterates.go_to(step)
    return [plain(line) for line in update_scene(session.document, session.results)]


def test_the_lectures_own_line_stays_where_it_was(session: Session) -> None:
    assert lines(session, 1) == []
    scene = descent_scene(session.document, session.results, EN)
    assert scene.rule is not None
    assert scene.numbers is not None


def test_momentum_is_written_out_term_by_term(session: Session) -> None:
    session.descent.choose_optimiser("momentum")
    assert lines(session, 1) == [
        "b₁ = μ·b₀ + L′(w₀) = 0.9·0 + 10 = 10",
        "w₁ = w₀ − λ·b₁ = 5 − 0.1·10 = 4",
    ]
    assert lines(session, 3)[0] == "b₃ = μ·b₂ + L′(w₂) = 0.9·17 + 4.6 = 19.9"
    assert descent_scene(session.document, session.results, EN).rule is None


def test_at_the_start_the_first_update_is_told(session: Session) -> None:
    session.descent.choose_optimiser("momentum")
    assert lines(session, 0) == lines(session, 1)


def test_what_is_rounded_is_nearly_equal(session: Session) -> None:
    session.descent.choose_optimiser("adagrad")
    squares, step = lines(session, 2)
    assert squares == "s₂ = s₁ + (L′(w₁))² = 100 + 9.8² ≈ 196"
    assert step.endswith("≈ 4.9 − 0.1·9.8/(√196 + 10⁻¹⁰) = 4.83")


def test_a_negative_slope_stands_in_brackets_after_a_sign(session: Session) -> None:
    session.descent.type_start(-5.0)
    session.descent.choose_optimiser("momentum")
    assert lines(session, 1) == [
        "b₁ = μ·b₀ + L′(w₀) = 0.9·0 − 10 = −10",
        "w₁ = w₀ − λ·b₁ = −5 − 0.1·(−10) = −4",
    ]


def test_a_schedule_has_a_line_of_its_own(session: Session) -> None:
    session.descent.choose_schedule("1/t")
    session.descent.set_schedule("decay", 1.0)
    rate, step = lines(session, 2)
    assert rate.endswith("= 0.05")
    assert step == "w₂ = w₁ − λ₁·L′(w₁) = 4 − 0.05·8 = 3.6"


def test_noise_is_told_apart_from_the_slope(session: Session) -> None:
    session.descent.set_noise(0.5)
    noise, step = lines(session, 1)
    assert noise.startswith("g₀ = L′(w₀) + ξ₀ ≈ 10 ")
    assert step.startswith("w₁ = w₀ − λ·g₀ ≈ 5 − 0.1·")


def test_with_noise_the_tangent_is_that_of_the_curve(session: Session) -> None:
    session.descent.set_noise(5.0)
    session.show("iterate_tangent", True)
    finish(session)
    local = session.local
    path = plot_scene(session.document, session.results, (), local, EN).path
    assert path is not None
    assert path.slopes is not None
    assert path.tangent_slope == 10.0
    assert path.slopes[0] != 10.0


def test_newtons_method_divides_by_the_curvature(session: Session) -> None:
    session.descent.choose_optimiser("newton")
    (step,) = lines(session, 1)
    assert step == "w₁ = w₀ − λ·L′(w₀)/(L″(w₀)) = 5 − 1·10/2 = 0"


@pytest.mark.parametrize("name", OPTIMISERS)
def test_the_written_rule_is_the_one_that_was_followed(name: str) -> None:
    """Each line is reckoned from those before; the last one comes to the next iterate."""
    loss = loss_of(parse("L(w) = w^4 - 3w^2 + w"))
    run = Run(loss, 1.7, planned(0.05, 1e-9, 50, name, hessian=loss.hessian))
    run.advance(6)
    for step in range(1, 6):
        written = [plain(line) for line in update_lines(run, step, OF_ONE, loss)]
        state = [float(part) for part in run.iterate(step).state]
        known = dict(zip(OPTIMISERS[name].state, state, strict=True))
        known |= {"w": float(run.iterate(step).point)}
        told = {line[0]: number(line) for line in written if line[1] == chr(0x2080 + step)}
        for letter in known.keys() - {"t"}:
            assert told[letter] == pytest.approx(known[letter], rel=1e-3)


def test_rules_in_letters() -> None:
    told = [plain(line) for line in rule_lines(planned(optimiser="momentum"), OF_ONE)]
    assert told == ["bᵢ₊₁ = μ·bᵢ + L′(wᵢ)", "wᵢ₊₁ = wᵢ − λ·bᵢ₊₁"]


@pytest.mark.parametrize("name", OPTIMISERS)
def test_every_parameter_has_its_lines(name: str) -> None:
    loss = loss_of(parse("f(x, y) = x^2 + 3y^2"))
    run = Run(loss, (3.0, -2.0), planned(0.1, 1e-9, 50, name, hessian=loss.hessian))
    run.advance(3)
    of = Parameters((Names("x"), Names("y")), "f")
    written = [plain(line) for line in update_lines(run, 2, of, loss)]
    ends = [number(line) for line in written if line[0] in "xy"]
    assert ends == pytest.approx(np.asarray(run.iterate(2).point).tolist(), rel=1e-3, abs=1e-3)


def test_what_can_be_chosen_is_told_with_its_numbers(session: Session) -> None:
    session.descent.choose_optimiser("adam")
    session.descent.set_optimiser("beta1", 0.5)
    scene = method_scene(session.document.descent, EN)
    assert list(scene.optimiser.titles) == list(OPTIMISERS)
    assert [(row.key, row.value) for row in scene.optimiser.settings] == [
        ("beta1", 0.5),
        ("beta2", 0.999),
    ]
    assert scene.schedule.name == "constant"
    assert scene.optimiser.about
