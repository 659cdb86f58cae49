"""gdviz descend."""

import csv
import io
import math

import pytest

LECTURE = ("L(w) = w^2 + 12", "--start", "5", "--rate", "0.1", "--epsilon", "0.01")


@pytest.fixture
def descend(gdviz):
    def run(*words):
        said = gdviz("descend", *words, "--json")
        assert (said.status, said.err) == (0, "")
        return said.json

    return run


def test_the_lecture_s_own_example(descend):
    answer = descend(*LECTURE)
    assert answer["reading"] == "w^2 + 12"
    assert (answer["variables"], answer["parameters"]) == (["w"], [])
    first, second = answer["iterates"][:2]
    assert first == {"step": 0, "point": [5], "loss": 37, "gradient": [10]}
    assert second == {"step": 1, "point": [4], "loss": 28, "gradient": [8]}
    assert len(answer["iterates"]) == 18
    stop = answer["stop"]
    assert (stop["reason"], stop["step"], stop["warning"]) == ("converged", 17, None)
    assert stop["message"].startswith("Converged at step 17")


@pytest.mark.parametrize("words", [["--lang", "ru"], ["--lang=ru"]])
def test_it_speaks_russian(descend, words):
    assert descend(*LECTURE, *words)["stop"]["message"].startswith("Спуск сошёлся на шаге 17")


def test_the_defaults_are_those_of_the_lecture(descend):
    assert descend("w^2 + 12", "--start", "5")["iterates"] == descend(*LECTURE)["iterates"]


@pytest.mark.parametrize(
    ("words", "reason", "cause"),
    [
        (["w^2", "--start", "0"], "stationary", "minimum"),
        (["-w^2", "--start", "0"], "stationary", "maximum"),
        (["w^3", "--start", "0"], "stationary", "inflection"),
        (["x^2 - y^2", "--start", "0,0"], "stationary", "saddle"),
        (["w^2", "--start", "1", "--rate", "1.5"], "diverged", "point-too-far"),
        (["e^(w^2)", "--start", "3", "--rate", "1"], "diverged", "not-finite"),
        (["ln w", "--start", "1", "--rate", "2"], "left-domain", "no-value"),
        (["|w|", "--start", "1", "--rate", "0.25"], "left-domain", "no-slope"),
        (["(w^2-1)^2/4", "--start", "0.9", "--rate", "1.1", "--epsilon", "1e-9"], "cycle", None),
        (["w^2", "--start", "5", "--rate", "1e-9", "--epsilon", "1e-12"], "step-limit", None),
    ],
)
def test_reasons(descend, words, reason, cause):
    stop = descend(*words)["stop"]
    assert (stop["reason"], stop["cause"], stop["warning"]) == (reason, cause, None)
    assert stop["message"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["w^2", "--start", "5", "--rate", "1"], "equal-loss"),
        (["1 - cos w", "--start", "1", "--rate", "3", "--epsilon", "1e-6"], "equal-loss"),
        (["w^2", "--start", "5", "--rate", "1e-6"], "not-a-minimum"),
    ],
)
def test_warnings(descend, words, code):
    stop = descend(*words)["stop"]
    assert stop["reason"] == "converged"
    assert stop["warning"]["code"] == code
    assert "not a minimum" in stop["warning"]["message"]


def test_an_update_that_leaves_the_domain_is_counted_and_left_out(descend):
    answer = descend("ln w", "--start", "1", "--rate", "2")
    assert answer["stop"]["step"] == 1
    assert answer["stop"]["rejected"] == [-1]
    assert [iterate["step"] for iterate in answer["iterates"]] == [0]


def test_infinite_and_undefined_numbers(descend):
    last = descend("w^2", "--start", "1", "--rate", "1e200")["iterates"][-1]
    assert (last["loss"], last["point"]) == ("inf", [-2e200])
    last = descend("e^w - e^(2w)", "--start", "1", "--rate", "1")["iterates"][-1]
    assert (last["loss"], last["gradient"]) == (None, [None])


def test_overflow_is_not_the_edge_of_the_domain(descend):
    stop = descend("e^w - e^(2w)", "--start", "1", "--rate", "1")["stop"]
    assert (stop["reason"], stop["cause"]) == ("diverged", "not-finite")


def test_several_variables(descend):
    in_order = descend("x^2 + 25y^2", "--start", "3,-1", "--rate", "0.03")
    by_name = descend("x^2 + 25y^2", "--start", "y=-1,x=3", "--rate", "0.03")
    assert in_order["iterates"] == by_name["iterates"]
    assert in_order["iterates"][0]["gradient"] == [6, -50]


def test_any_number_of_variables(descend):
    line = "L(a, b, c, d, k) = a^2 + 2b^2 + 3c^2 + 4d^2 + 5k^2"
    answer = descend(line, "--start", "1,1,1,1,1", "--epsilon", "1e-12")
    assert answer["variables"] == ["a", "b", "c", "d", "k"]
    assert answer["iterates"][-1]["point"] == pytest.approx([0] * 5, abs=1e-4)


def test_values(descend):
    answer = descend("(w - a)^2", "--values", "a=-2", "--start", "0", "--epsilon", "1e-9")
    assert answer["iterates"][-1]["point"] == pytest.approx([-2], abs=1e-3)


@pytest.mark.parametrize("start", ["-5", "--start=-5", "−5", "-10/2"])
def test_starts_below_zero(descend, start):
    words = [start] if "=" in start else ["--start", start]
    assert descend("w^2", *words)["iterates"][0]["point"] == [-5]


def test_slope_in_the_limit_counts(descend):
    answer = descend("∛w sin w", "--start", "0")
    assert answer["stop"]["reason"] == "stationary"


def test_a_random_start_is_repeatable_and_in_the_domain(descend):
    first, again = (descend("ln(w) + 1/w", "--seed", "7") for _ in range(2))
    assert first == again
    assert first["seed"] == 7
    assert first["iterates"][0]["point"][0] > 0
    assert descend("w^2")["seed"] is not None
    assert descend(*LECTURE)["seed"] is None


def test_step_limit(descend):
    assert len(descend("w^2", "--start", "5", "--max-steps", "3")["iterates"]) == 4


def test_csv(gdviz):
    said = gdviz("descend", "x^2 + 25y^2", "--start", "3,-1", "--rate", "0.03", "--csv")
    assert (said.status, said.err) == (0, "")
    head, first, *rows = csv.reader(io.StringIO(said.out))
    assert head == ["step", "x", "y", "loss", "gradient_x", "gradient_y"]
    assert list(map(float, first)) == [0, 3, -1, 34, 6, -50]
    assert [int(row[0]) for row in rows] == list(range(1, len(rows) + 1))


def test_csv_has_exact_numbers(gdviz, descend):
    rows = list(csv.reader(io.StringIO(gdviz("descend", *LECTURE, "--csv").out)))[1:]
    for row, iterate in zip(rows, descend(*LECTURE)["iterates"], strict=True):
        assert float(row[1]) == iterate["point"][0]
        assert float(row[2]) == iterate["loss"]


def test_csv_of_infinite_and_undefined_numbers(gdviz):
    out = gdviz("descend", "w^2", "--start", "1", "--rate", "1e200", "--csv").out
    assert math.isinf(float(out.splitlines()[-1].split(",")[2]))
    out = gdviz("descend", "e^w - e^(2w)", "--start", "1", "--rate", "1", "--csv").out
    assert out.splitlines()[-1].split(",")[2] == ""


def test_readable(gdviz):
    said = gdviz("descend", *LECTURE)
    lines = said.out.splitlines()
    assert lines[:3] == ["L(w) = w² + 12", "start: w = 5; λ = 0.1, ε = 0.01", ""]
    assert lines[3].split() == ["i", "w", "L(w)", "L′(w)", "ΔL"]
    assert lines[4].split() == ["0", "5", "37", "10"]
    assert lines[5].split() == ["1", "4", "28", "8", "−9"]
    assert lines[-2] == ""
    assert lines[-1].startswith("Converged at step 17: |ΔL| ≈ 0.0071 is less than ε = 0.01")


def test_readable_with_a_warning(gdviz):
    *_, reason, warning = gdviz("descend", "w^2", "--start", "5", "--rate", "1").out.splitlines()
    assert reason.startswith("Converged")
    assert "two points of equal loss" in warning


def test_long_tables_are_shortened(gdviz):
    said = gdviz("descend", "w^2", "--start", "5", "--rate", "0.001", "--epsilon", "1e-9")
    assert "  …" in said.out.splitlines()
    assert len(said.out.splitlines()) < 40


def test_the_seed_is_told(gdviz):
    assert "(random, --seed 7)" in gdviz("descend", "w^2", "--seed", "7").out


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ([], "An expression is missing"),
        (["w^2", "--json", "--csv"], "--json and --csv exclude each other"),
        (["w^2", "--start", "5", "--rate", "0"], "λ must be a number greater than 0"),
        (["w^2", "--start", "5", "--rate", "-1"], "λ must be a number greater than 0"),
        (["w^2", "--start", "5", "--rate", "nan"], "--rate: “nan” is not a finite number"),
        (["w^2", "--start", "5", "--epsilon", "0"], "ε must be a number greater than 0"),
        (["w^2", "--start", "1e400"], "--start: “1e400” is not a finite number"),
        (["w^2", "--start", "1,2"], "each of the variables w"),
        (["w^2", "--start", ""], "--start: “” is not a finite number"),
        (["x y", "--start", "1"], "each of the variables x, y"),
        (["ln w", "--start", "-1"], "not defined at the start"),
        (["|w|", "--start", "0"], "no derivative at the start"),
        (["w^2", "--start", "5", "--max-steps", "1e9"], "from 1 to 10000000"),
        (["w^2", "--start", "5", "--max-steps", "0"], "from 1 to 10000000"),
        (["w^2", "--start", "5", "--max-steps", "2.5"], "“2.5” is not a whole number"),
        (["ln(-1 - w^2)"], "No start was found"),
        (["w^2", "--optimiser", "adam"], "There is no option --optimiser"),
    ],
)
def test_what_is_refused(refused, words, part):
    assert part in refused("descend", *words)
    assert part in refused("descend", *words, *(["--json"] if "--json" not in words else []))
