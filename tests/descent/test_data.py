"""Reading tables: every common way to write one, and what is wrong by the line."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.descent.data import MOST_ROWS, DataError, data_of, read_csv, standardised
from gdviz.descent.generators import GENERATORS, generated
from gdviz.descent.regression import Regression

POINTS = [[0.5, 1.25], [2.0, -3.0]]


def table(data):
    return np.column_stack([data.features, data.targets]).tolist()


@pytest.mark.parametrize(
    "text",
    [
        "0.5,1.25\n2,-3\n",
        "x,y\n0.5,1.25\n2,-3",
        "x;y\r\n0,5;1,25\r\n2;-3\r\n",
        "0,5\t1,25\n2\t−3\n",
        "\ufeffx;y\n\n0.5;1.25\n\n2;-3\n\n",
        '"x","y"\n"0.5","1.25"\n 2 , -3 \n',
        "5e-1,125E-2\n+2,-3",
        "рост;вес\n0,5;1,25\n2;-3".encode("cp1251"),
        "рост;вес\n0,5;1,25\n2;-3".encode("utf-8-sig"),
        "x,y\n0.5,1.25\n2,-3".encode("utf-16"),
    ],
)
def test_the_same_points_however_they_are_written(text):
    assert table(read_csv(text)) == POINTS


def test_names_and_lines_are_kept():
    data = read_csv("рост;вес\n\n1;2\n3;4".encode("cp1251"))
    assert data.names == ("рост", "вес")
    assert data.lines.tolist() == [3, 4]
    assert read_csv("1,2,3\n4,5,6").names == ("x1", "x2", "y")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "data-empty", None),
        ("\n \n", "data-empty", None),
        ("x,y\n", "data-too-few", None),
        ("1,2\n", "data-too-few", None),
        ("1\n2\n", "data-one-column", None),
        ("x,y\n1,2\n3,4,5\n", "data-width", "3"),
        ("1,2\n\n3\n", "data-width", "3"),
        ("1,2\n3,\n", "data-gap", "2"),
        ("1,2\n3,abc\n", "data-not-a-number", "2"),
        ("1,2\n3,1_000\n", "data-not-a-number", "2"),
        ("1;2\n3;1,2,3\n", "data-not-a-number", "2"),
        ("1,2\n3,nan\n", "data-not-finite", "2"),
        ("1,2\n3,1e400\n", "data-not-finite", "2"),
        ('1,2\n3,"4\n', "data-line-unreadable", "2"),
        ("1,2\n" * (MOST_ROWS + 1), "data-too-many", None),
    ],
)
def test_what_is_wrong_is_told_by_the_line(text, code, line):
    with pytest.raises(DataError) as caught:
        read_csv(text)
    assert (caught.value.code, caught.value.fields.get("line")) == (code, line)


@given(st.text(max_size=60) | st.binary(max_size=60))
def test_any_text_is_data_or_an_error(text):
    try:
        data = read_csv(text)
    except DataError as error:
        code = error.code
    else:
        code = "data-" if data.rows >= 2 and np.isfinite(data.features).all() else ""
    assert code.startswith("data-")


NUMBERS = st.floats(-1e6, 1e6).map(lambda value: round(value, 3))


@given(st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), min_size=2, max_size=20), st.data())
def test_numbers_are_read_back_to_the_bit(rows, data):
    separator = data.draw(st.sampled_from([",", ";", "\t"]))
    text = "\n".join(separator.join(map(repr, row)) for row in rows)
    assert table(read_csv(text)) == [list(row) for row in rows]


@given(
    st.lists(
        st.tuples(NUMBERS, NUMBERS, NUMBERS), min_size=3, max_size=20, unique_by=lambda r: r[0]
    )
)
def test_standardised_features_have_mean_0_and_deviation_1(rows):
    data = data_of([[a, a + i, c] for i, (a, _, c) in enumerate(rows)])
    try:
        scaled, scaling = standardised(data)
    except DataError:
        assert np.ptp(data.features, axis=0).min() == 0
        return
    assert scaled.features.mean(axis=0) == pytest.approx(0, abs=1e-9)
    assert scaled.features.std(axis=0) == pytest.approx(1, rel=1e-9)
    point = (1.5, -2.0, 0.25)
    *weights, bias = scaling.original(point)
    ours = scaled.features @ point[:-1] + point[-1]
    assert data.features @ weights + bias == pytest.approx(ours, rel=1e-6, abs=1e-6)


def test_a_constant_column_cannot_be_standardised():
    with pytest.raises(DataError) as caught:
        standardised(data_of([[1, 0.1, 2], [2, 0.1, 3], [3, 0.1, 4]]))
    assert (caught.value.code, caught.value.fields["name"]) == ("data-constant-column", "x2")


def test_answers_other_than_0_and_1_are_told_by_the_line():
    with pytest.raises(DataError) as caught:
        Regression("logistic", read_csv("x,y\n1,0\n2,1\n3,2\n"))
    assert (caught.value.code, caught.value.fields["line"]) == ("data-not-binary", "4")


@pytest.mark.parametrize("name", GENERATORS)
def test_generated_points_are_those_of_their_seed(name):
    data = generated(name, 3)
    assert data.rows == 40
    assert table(data) == table(generated(name, 3))
    assert table(data) != table(generated(name, 4))
    Regression(GENERATORS[name].model, data)


def test_generated_points_are_what_they_are_called():
    line = generated("line", 1, 4000)
    slope, height = np.polyfit(line.features[:, 0], line.targets, 1)
    assert (slope, height) == pytest.approx((0.7, 1.0), abs=0.05)
    clouds = generated("clouds", 1, 4000)
    for answer, centre in ((0, -1), (1, 1)):
        of_one = clouds.features[clouds.targets == answer]
        assert of_one.mean(axis=0) == pytest.approx(centre, abs=0.05)
    xor = generated("xor", 1, 400)
    crosswise = (xor.features[:, 0] > 0) != (xor.features[:, 1] > 0)
    assert np.mean(crosswise == (xor.targets == 1)) > 0.97
    outlier = generated("outlier", 1)
    assert (outlier.features[-1, 0], outlier.targets[-1]) == (6, -4)
