"""Running the command line in this process."""

import json
from typing import Any, NamedTuple

import pytest

from gdviz.cli import main


class Said(NamedTuple):
    """How a command ended and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as strict JSON of one line."""
        (line,) = self.out.splitlines()
        return json.loads(line, parse_constant=pytest.fail)


@pytest.fixture
def gdviz(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    """gdviz("derive", "x^2", "--json") → Said; an English environment."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")

    def run(*words: str) -> Said:
        status = main(list(words))
        out, err = capsys.readouterr()
        return Said(status, out, err)

    return run


@pytest.fixture
def refused(gdviz):
    """refused("derive") → the one sentence on standard error of a command that ends with 2."""

    def run(*words: str) -> str:
        said: Said = gdviz(*words)
        assert said.status == 2
        assert said.err.endswith("\n")
        assert len(said.err.splitlines()) == 1
        assert bool(said.out) == ("--json" in words)
        return said.err.strip()

    return run
