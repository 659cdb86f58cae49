"""What every test shares: no screen, no unexpected word from Qt or a log, no window left over."""

import gc
import logging
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import hypothesis
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

X11 = Path(__file__).parent / "x11"
PATIENCE_MS = 60_000
"""To wait for what should come at once: the machine may be slow, and busy with something else."""

# A busy machine makes data slow to generate; that is no defect of the test.
PATIENT = hypothesis.settings(
    deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.register_profile("default", PATIENT, max_examples=100)
hypothesis.settings.register_profile("ci", PATIENT, max_examples=100, derandomize=True)
hypothesis.settings.register_profile("soak", PATIENT, max_examples=5000)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "default")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--soak` makes the endurance tests ten times as long."""
    parser.addoption("--soak", action="store_true", help="run endurance tests at full length")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """tests/x11 needs a process of its own: it is collected when it alone is asked for."""
    if collection_path != X11:
        return None
    asked = [Path(str(argument).split("::")[0]).resolve() for argument in config.args]
    return None if all(path.is_relative_to(X11) for path in asked) else True


def pytest_collection_finish() -> None:
    """What is there before the first test stays: looking for garbage there after each would take
    half of the suite's time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def soak_factor(request: pytest.FixtureRequest) -> int:
    """How many times as long as in the ordinary run an endurance test shall last."""
    return 10 if request.config.getoption("--soak") else 1


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """pytest-qt's, but patient."""
    for name in ("waitUntil", "waitSignal"):
        monkeypatch.setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE_MS))
    return qtbot


class LogRecords(logging.Handler):
    """Keeps what was logged at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record as its logger's name and its text."""
        self.messages.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that logs a warning, or that does not log the one its marker names."""
    patterns = [marker.args[0] for marker in request.node.iter_markers("expected_log")]
    records = LogRecords()
    logging.getLogger().addHandler(records)
    yield
    logging.getLogger().removeHandler(records)
    unexpected = [m for m in records.messages if not any(p in m for p in patterns)]
    absent = [p for p in patterns if not any(p in m for m in records.messages)]
    assert not unexpected, f"unexpected log records: {unexpected}"
    assert not absent, f"log records that did not come: {absent}"


@pytest.fixture(autouse=True)
def _no_window_left_over(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test after which a top-level widget is alive that was not there before."""
    if "qapp" not in request.fixturenames:
        yield
        return
    before = top_level_widgets()
    yield
    left = [widget for widget in top_level_widgets() if widget not in before]
    names = [f"{type(widget).__name__} {widget.objectName()!r}" for widget in left]
    for widget in left:
        widget.deleteLater()
    del left, before
    assert not names, f"top-level widgets left over: {names}"


def top_level_widgets() -> list[QWidget]:
    """The living ones, without those that only wait for collection, and without tool tips."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    widgets = QApplication.topLevelWidgets()
    return [w for w in widgets if w.windowType() != Qt.WindowType.ToolTip]
