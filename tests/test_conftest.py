"""The suite's own guards: each must fail a test that does what it forbids."""

import re
from pathlib import Path

import pytest

CONFTEST = Path(__file__).with_name("conftest.py").read_text(encoding="utf-8")
PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"

pytest_plugins = ["pytester"]

OFFENCES = """
    import logging
    import warnings
    import pytest
    from PySide6.QtCore import QTimer, qWarning
    from PySide6.QtWidgets import QWidget

    kept = []

    def test_window_left_over(qapp):
        kept.append(QWidget())

    def test_log_record():
        logging.getLogger("gdviz").warning("odd")

    @pytest.mark.expected_log("odd")
    def test_log_record_that_does_not_come():
        assert True

    def test_warning():
        warnings.warn("old")

    def test_warning_of_qt(qapp):
        qWarning("odd")

    def test_exception_in_a_slot(qtbot):
        def slot():
            raise ValueError("odd")
        QTimer.singleShot(0, slot)
        qtbot.wait(20)
"""

DECENT = """
    import logging
    import pytest
    from PySide6.QtCore import qWarning
    from PySide6.QtWidgets import QWidget

    @pytest.mark.expected_log("odd")
    def test_expected_log():
        logging.getLogger("gdviz").warning("an odd thing")

    def test_window(qtbot):
        widget = QWidget()
        qtbot.addWidget(widget)
        widget.show()

    def test_exempt_message(qapp):
        qWarning("This plugin does not support propagateSizeHints()")
"""


@pytest.fixture
def suite(pytester: pytest.Pytester) -> pytest.Pytester:
    """A suite elsewhere that is set up as this one is."""
    pytester.makeconftest(CONFTEST)
    settings = PYPROJECT.read_text(encoding="utf-8").split("[tool.pytest.ini_options]")[1]
    pytester.makepyprojecttoml("[tool.pytest.ini_options]" + settings.split("\n[")[0])
    return pytester


def test_offences_fail_and_decent_tests_pass(suite: pytest.Pytester):
    suite.makepyfile(test_offences=OFFENCES, test_decent=DECENT)
    result = suite.runpytest_subprocess(".", "-rfE")
    blamed = re.findall(r"^(?:FAILED|ERROR) (\w+)\.py::(\w+)", result.stdout.str(), re.MULTILINE)
    expected = re.findall(r"def (test_\w+)", OFFENCES)
    assert sorted(blamed) == sorted(("test_offences", name) for name in expected)
