"""gdviz descend: optimisers, schedules, noise, batches and data."""

import csv
import io
import json

import numpy as np
import pytest

import gdviz as package
from gdviz.descent.table import OPTIMISERS

QUICK = ("w^2", "--start", "5", "--rate", "0.1", "--epsilon", "1e-300")


@pytest.fixture
def descend(gdviz):
    def run(*words):
        said = gdviz("descend", *words, "--json")
        assert (said.status, said.err) == (0, "")
        return said.json

    return run


@pytest.fixture
def points(tmp_path):
    """y = 2x + 1, exactly."""
    file = tmp_path / "points.csv"
    file.write_text("x;y\n0;1\n1;3\n2;5\n0,5;2\n", encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(
    ("name", "step", "value"), [("momentum", 3, 0.31), ("adam", 2, 4.80005776)]
)
def test_check_values(descend, name, step, value):
    answer = descend(*QUICK, "--optimizer", name, "--max-steps", "5")
    assert answer["iterates"][step]["point"][0] == pytest.approx(value, abs=5e-9)
    assert answer["optimizer"] == name


@pytest.mark.parametrize("name", OPTIMISERS)
def test_the_command_and_the_public_function_agree(descend, name):
    answer = descend("x^2 + 25y^2", "--start", "3,-1", "--rate", "0.01", "--optimizer", name)
    ours = package.descend("x^2 + 25y^2", (3, -1), 0.01, optimizer=name)
    assert [iterate["point"] for iterate in answer["iterates"]] == ours.points.tolist()
    assert answer["stop"]["reason"] == ours.stop.reason


@pytest.mark.parametrize(
    "words",
    [
        ["--set", "beta1=0.8,beta2=0.99"],
        ["--set", "beta1=0.8", "--set", "beta2=0.99"],
        ["--set=beta2=99/100", "--set", "β1=0.8"],
    ],
)
def test_settings(descend, words):
    answer = descend(*QUICK, "--optimizer", "adam", "--max-steps", "9", *words)
    assert answer["settings"] == {"beta1": 0.8, "beta2": 0.99}
    settings = {"beta1": 0.8, "beta2": 0.99}
    ours = package.descend("w^2", 5, 0.1, 1e-300, 9, optimizer="adam", settings=settings)
    assert answer["iterates"][-1]["point"] == ours.points[-1].tolist()


def test_all_settings_are_told(descend):
    assert descend(*QUICK)["settings"] == {}
    told = descend(*QUICK, "--optimizer", "adamw")["settings"]
    assert told == {"beta1": 0.9, "beta2": 0.999, "weight_decay": 0.01}


def test_schedules(descend):
    answer = descend(*QUICK, "--schedule", "step:factor=0.1,every=2", "--max-steps", "4")
    assert answer["schedule"] == "step:every=2,factor=0.1"
    assert answer["rates"] == pytest.approx([0.1, 0.1, 0.01, 0.01, 0.001])
    points = [iterate["point"][0] for iterate in answer["iterates"]]
    assert points == pytest.approx([5, 4, 3.2, 3.136, 3.07328])
    assert descend(*QUICK)["rates"] is None


def test_newton_takes_whole_steps_by_default(descend):
    answer = descend("(x - 1)^2 + x y + 3y^2", "--start", "7,5", "--optimizer", "newton")
    assert answer["rate"] == 1
    assert answer["iterates"][1]["gradient"] == pytest.approx([0, 0], abs=1e-12)
    uphill = descend("cos w", "--start", "0.3", "--optimizer", "newton")["stop"]
    assert (uphill["warning"]["code"], uphill["cause"]) == ("not-a-minimum", "uphill")
    straight = descend("w", "--start", "0.3", "--optimizer", "newton")["stop"]
    assert (straight["reason"], straight["cause"]) == ("diverged", "no-curvature")


def test_noise_is_repeatable_and_told(descend):
    words = [*QUICK, "--noise", "0.5", "--max-steps", "20"]
    one, again, other = (descend(*words, "--seed", seed) for seed in "334")
    assert one == again
    assert (one["noise"], one["seed"]) == (0.5, 3)
    assert one["iterates"][0]["gradient"] != [10]
    assert one["iterates"] != other["iterates"]
    drawn = descend(*words)
    assert drawn == descend(*words, "--seed", str(drawn["seed"]))


def test_noise_at_a_random_start_is_repeatable(descend):
    words = ["w^2 + cos(9w)", "--noise", "0.5", "--max-steps", "20"]
    drawn = descend(*words)
    assert drawn == descend(*words, "--seed", str(drawn["seed"]))


def test_a_line_through_points(descend, points):
    words = ["--data", points, "--start", "0,0", "--rate", "0.2", "--epsilon", "1e-12"]
    answer = descend(*words, "--model", "linear")
    assert (answer["input"], answer["reading"]) == (points, "mean((w*x + b - y)^2)")
    assert answer["variables"] == ["w", "b"]
    assert answer["data"] == {"rows": 4, "columns": ["x", "y"], "standardized": None}
    assert answer["least_squares"]["point"] == pytest.approx([2, 1])
    assert answer["least_squares"]["loss"] == pytest.approx(0, abs=1e-25)
    assert answer["iterates"][-1]["point"] == pytest.approx([2, 1], abs=1e-4)
    assert answer == descend(*words)


def test_standardised_features(descend, points):
    words = ["--data", points, "--start", "0,0", "--epsilon", "1e-12"]
    answer = descend(*words, "--standardize")
    assert answer["data"]["standardized"]["means"] == [0.875]
    assert answer["fit"] == pytest.approx([2, 1], abs=1e-4)
    end = answer["iterates"][-1]["point"]
    assert answer["least_squares"]["point"] == pytest.approx(end, abs=1e-4)


def test_logistic_regression_from_standard_input(descend, monkeypatch):
    class Input:
        buffer = io.BytesIO(b"1,2,0\n2,1,1\n3,3,1\n0,0,1\n")

    monkeypatch.setattr("sys.stdin", Input)
    answer = descend("--data", "-", "--model", "logistic", "--start", "0,0,0", "--batch", "2")
    assert (answer["variables"], answer["least_squares"]) == (["w1", "w2", "b"], None)
    assert answer["batch"] == 2
    assert answer["iterates"][0]["loss"] == pytest.approx(np.log(2))


def test_points_on_one_upright_line_have_no_single_solution(gdviz, tmp_path):
    file = tmp_path / "same.csv"
    file.write_text("1,2\n1,3\n1,4\n", encoding="utf-8")
    words = ("descend", "--data", str(file), "--start", "0,0")
    assert "Other lines fit these points just as well." in gdviz(*words).out
    assert gdviz(*words, "--json").json["least_squares"]["is_only"] is False


def test_readable(gdviz, points):
    words = ["--optimizer", "adam", "--schedule", "cosine", "--noise", "0.1", "--seed", "3"]
    lines = gdviz("descend", "w^2", "--start", "5", *words).out.splitlines()
    assert lines[2:5] == [
        "optimizer: Adam, β₁ = 0.9, β₂ = 0.999",
        "schedule of λ: cosine",
        "noise: σ = 0.1 (--seed 3)",
    ]
    said = gdviz("descend", "--data", points, "--start", "0,0", "--standardize", "--lang", "ru")
    assert "линейная регрессия: строк 4, столбцы x, y" in said.out
    assert said.out.splitlines()[-1].startswith("Метод наименьших квадратов: w ≈ 1.479")


def test_csv_of_data(gdviz, points):
    out = gdviz("descend", "--data", points, "--start", "0,0", "--csv").out
    head = next(csv.reader(io.StringIO(out)))
    assert head == ["step", "w", "b", "loss", "gradient_w", "gradient_b"]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["w^2", "--optimizer", "sgd"], "There is no optimiser sgd. Known are: gd, momentum"),
        (["w^2", "--optimizer", "adam", "--set", "mu=1"], "adam has no setting mu"),
        (["w^2", "--optimizer", "adam", "--set", "beta1=1"], "beta1 must be at least 0 and less"),
        (["w^2", "--optimizer", "adam", "--set", "beta1"], "--set: “beta1” is not of the form a=2"),
        (["w^2", "--optimizer", "adam", "--set", "beta1=x"], "“x” is not a finite number"),
        (["w^2", "--schedule", "linear"], "There is no schedule linear"),
        (["w^2", "--schedule", "cosine:steps=0"], "steps must be a whole number from 1"),
        (["w^2", "--noise", "-1"], "The noise σ must be a finite number, 0 or greater"),
        (["w^2", "--batch", "3"], "--batch is for data"),
        (["w^2", "--model", "linear"], "--model is for data"),
        (["w^2", "--data", "a.csv"], "Either an expression or --data"),
        (["--data", "nowhere/a.csv"], "nowhere/a.csv cannot be read"),
        (["--data", "POINTS", "--model", "cubic"], "--model is one of linear, logistic"),
        (["--data", "POINTS", "--model", "logistic"], "Line 3: y = 3, but logistic regression"),
        (["--data", "POINTS", "--batch", "5"], "A batch must have from 1 to 4 rows"),
        (["--data", "POINTS", "--start", "1"], "each of the variables w, b"),
        (["--data", "POINTS", "--values", "a=1"], "data have none"),
    ],
)
def test_what_is_refused(refused, points, words, part):
    given = [points if word == "POINTS" else word for word in words]
    assert part in refused("descend", *given)
    assert part in refused("descend", *given, "--json")


def test_an_error_in_data_names_the_file(gdviz, tmp_path):
    file = tmp_path / "bad.csv"
    file.write_text("x,y\n1,2\n3,oops\n", encoding="utf-8")
    said = gdviz("descend", "--data", str(file), "--json")
    answer = json.loads(said.out)
    assert (said.status, answer["input"]) == (2, str(file))
    assert answer["error"]["message"] == "Line 3: “oops” is not a number."


def test_a_script_for_pytorch(gdviz, points):
    words = ["--start", "5", "--optimizer", "adam", "--values", "a=3", "--pytorch"]
    said = gdviz("descend", "a w^2", *words)
    assert (said.status, said.err) == (0, "")
    assert "a = 3" in said.out.splitlines()
    assert (
        "optimizer = torch.optim.Adam(parameters, lr=0.1, betas=(0.9, 0.999), eps=1e-08)"
        in said.out
    )
    of_data = gdviz("descend", "--data", points, "--start", "0,0", "--pytorch").out
    assert "x_i = torch.tensor([0.0, 1.0, 2.0, 0.5])" in of_data.splitlines()


def test_one_form_at_a_time(refused):
    assert "--csv and --pytorch exclude each other" in refused("descend", "w", "--csv", "--pytorch")
