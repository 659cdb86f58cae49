"""The set-up: what is pinned, what is said when something is missing, when nothing is done."""

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import set_up
from packaging.requirements import Requirement
from set_up import SetUpError
from system_libraries import PYTHON, TESTS, Need, libraries, missing

ROOT = Path(__file__).parent.parent
ABSENT = [Need("libabsent7", "libabsent.so.7"), Need("absent-tool", "absent-tool")]
PINNED = re.compile(r"^\S+==\S+( ; .+)?( --hash=sha256:[0-9a-f]{64})+$")


def pins(lock: str) -> list[str]:
    """The requirements of a lock, each on one line."""
    text = set_up.lock_file(lock).read_text(encoding="utf-8")
    return re.sub(r" *\\\n *", " ", text).splitlines()


def requirements(lock: str) -> list[Requirement]:
    return [Requirement(pin.split(" --hash")[0]) for pin in pins(lock)]


def versions(lock: str) -> set[tuple[str, str]]:
    return {(r.name, str(r.specifier)) for r in requirements(lock)}


def pinned_version(lock: str, package: str, python: str) -> str:
    """The one version that a lock gives this Python on Linux."""
    environment = {"python_version": python, "python_full_version": f"{python}.0"}
    wanted = [r for r in requirements(lock) if r.name == package]
    met = [r for r in wanted if r.marker is None or r.marker.evaluate(environment)]
    assert len(met) == 1
    return next(iter(met[0].specifier)).version


@pytest.mark.parametrize("lock", set_up.LOCKS)
class TestLock:
    def test_every_package_has_one_version_and_hashes(self, lock: str):
        assert [pin for pin in pins(lock) if not PINNED.match(pin)] == []

    def test_names_no_host_and_no_folder(self, lock: str):
        assert re.findall(r"://|[\w.]+@|/\w+", "\n".join(pins(lock))) == []

    def test_holds_what_the_project_asks_for(self, lock: str):
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        groups = project["dependency-groups"]
        asked = [*project["project"]["dependencies"], *groups["build"]]
        asked += groups["dev"] if lock != "runtime" else []
        asked += groups["bench"] if lock == "bench" else []
        names = {Requirement(text).name.lower() for text in asked if isinstance(text, str)}
        assert names <= {requirement.name for requirement in requirements(lock)}

    @pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
    def test_gives_each_python_the_qt_that_does_not_crash_it(self, lock: str, python: str):
        version = pinned_version(lock, "pyside6-essentials", python)
        major, minor = map(int, version.split(".")[:2])
        assert (major, minor) >= (6, 9)
        assert python != "3.11" or (major, minor) < (6, 12)


def test_a_larger_lock_only_adds():
    for smaller, larger in zip(set_up.LOCKS, set_up.LOCKS[1:], strict=False):
        assert versions(smaller) <= versions(larger)


def test_needs_that_are_met_and_needs_that_are_not():
    assert missing([Need("libc6", "libc.so.6"), Need("dash", "sh"), *ABSENT]) == [
        "libabsent7",
        "absent-tool",
    ]


def test_each_purpose_brings_its_packages():
    first = {need.package for need in set_up.needs_of([])}
    assert first >= {need.package for need in libraries("pictures")}
    tests = {need.package for need in set_up.needs_of(["x11", "tests"])}
    assert tests >= {"libxcb-cursor0"} | {need.package for need in TESTS}
    assert "xvfb" not in first


def test_a_new_environment_needs_venv(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(set_up, "VENV", tmp_path / "none")
    assert set_up.needs_of([])[0] == PYTHON[0]


def test_who_is_not_root_is_told_the_packages(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda name: None if "absent" in name else f"/bin/{name}")
    with pytest.raises(SetUpError, match=r"sudo apt install libabsent7 absent-tool$"):
        set_up.install_system_packages(ABSENT)


def test_a_system_without_apt_is_told_the_packages(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(SetUpError, match=r"please install: libabsent7 absent-tool$"):
        set_up.install_system_packages(ABSENT)


def test_an_old_python_is_refused_in_one_sentence():
    done = subprocess.run(
        ["sh", str(ROOT / ".ci" / "set-up"), "dev"],
        env={**os.environ, "PYTHON": "false"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("gdviz needs Python 3.11 or newer, and false is not")
    assert done.stderr.count("\n") == 1


class TestStamp:
    @pytest.fixture(autouse=True)
    def _tree(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
        """A project of its own, with an environment that was set up for development."""
        (tmp_path / ".ci" / "lock").mkdir(parents=True)
        for lock in set_up.LOCKS:
            (tmp_path / ".ci" / "lock" / f"{lock}.txt").write_text(lock, encoding="utf-8")
        (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
        (tmp_path / ".venv").mkdir()
        monkeypatch.setattr(set_up, "ROOT", tmp_path)
        monkeypatch.setattr(set_up, "VENV", tmp_path / ".venv")
        for lock in set_up.covered_by("dev"):
            set_up.stamp(lock).write_text(set_up.fingerprint(lock), encoding="utf-8")

    def test_a_larger_lock_covers_a_smaller_one(self):
        assert set_up.is_set_up("dev")
        assert set_up.is_set_up("runtime")
        assert not set_up.is_set_up("bench")

    @pytest.mark.parametrize("file", ["pyproject.toml", ".ci/lock/dev.txt"])
    def test_a_changed_file_asks_for_another_set_up(self, file: str):
        (set_up.ROOT / file).write_text("other", encoding="utf-8")
        assert not set_up.is_set_up("dev")

    def test_another_python_asks_for_another_set_up(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(set_up, "interpreter", lambda: "another")
        assert not set_up.is_set_up("dev")
