"""Sets up what a target of the Makefile needs: `set_up.py LOCK [x11] [tests]`.

LOCK (runtime, dev, bench) names the file in .ci/lock whose pinned packages go into .venv;
`x11` and `tests` ask for the system's libraries for a screen and for the tests' X server.
A stamp makes a second call cheap: nothing is done while the lock, the project's own
metadata and the interpreter are those of the last time.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from system_libraries import PYTHON, TESTS, Need, libraries, missing

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = ("runtime", "dev", "bench")


class SetUpError(Exception):
    """Set-up cannot go on; the text is one sentence for the person at the terminal."""


def main(arguments: list[str]) -> int:
    """Run the set-up; the exit status is 1 when something the person must do is missing."""
    lock, *groups = arguments
    try:
        install_system_packages(needs_of(groups))
        install_python_packages(lock)
    except SetUpError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


def needs_of(groups: list[str]) -> list[Need]:
    """The needs of the named groups; those of another system than Linux are its own affair."""
    if platform.system() != "Linux":
        return []
    needs = [] if VENV.is_dir() else list(PYTHON)
    needs += libraries("pictures", *groups)
    return [*needs, *TESTS] if "tests" in groups else needs


def install_system_packages(needs: list[Need]) -> None:
    """Install by apt what is missing, or raise SetUpError that names it."""
    packages = missing(needs)
    if not packages:
        return
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        raise SetUpError(advice(packages))
    print("installing", *packages, flush=True)
    apt("update")
    apt("install", "--yes", "--no-install-recommends", *packages)
    if still := missing(needs):
        raise SetUpError(f"apt installed them, but these are still not usable: {' '.join(still)}")


def advice(packages: list[str]) -> str:
    """One sentence that names the missing packages and, where it is known, the command."""
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        return f"gdviz needs these packages (named as Debian names them), please install: {names}"
    return f"gdviz needs system packages that are missing, please run: sudo apt install {names}"


def apt(*arguments: str) -> None:
    """Run apt-get without questions and without talk, unless it fails."""
    run(
        ["apt-get", "--quiet=2", "--option=Dpkg::Use-Pty=0", *arguments],
        f"apt-get {arguments[0]}",
        {**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    )


def install_python_packages(lock: str) -> None:
    """Make .venv hold the pinned packages of that lock and gdviz itself, editable."""
    if is_set_up(lock):
        return
    make_environment()
    print(f"installing the packages pinned in .ci/lock/{lock}.txt", flush=True)
    pip("--require-hashes", "--requirement", str(lock_file(lock)))
    pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    for name in covered_by(lock):
        stamp(name).write_text(fingerprint(name))


def make_environment() -> None:
    """A virtual environment of this interpreter; one of another interpreter is replaced."""
    marker = VENV / "interpreter"
    if marker.exists() and marker.read_text() == interpreter():
        return
    print(f"making a virtual environment of {platform.python_implementation()}", end=" ")
    print(platform.python_version(), flush=True)
    run([sys.executable, "-m", "venv", "--clear", str(VENV)], "making the virtual environment")
    marker.write_text(interpreter())


def pip(*arguments: str) -> None:
    """Run the environment's pip install, quietly unless it fails."""
    command = [str(environment_python()), "-m", "pip", "install", "--quiet"]
    command += ["--disable-pip-version-check", "--root-user-action=ignore", *arguments]
    run(command, "pip install")


def run(command: list[str], what: str, environment: dict[str, str] | None = None) -> None:
    """Run a command, keep its output for the case that it fails, and say what failed then."""
    done = subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SetUpError(f"{done.stdout.rstrip()}\n{what} failed; the reason is above.")


def is_set_up(lock: str) -> bool:
    """Whether the environment was set up from this very lock by this very interpreter."""
    return stamp(lock).exists() and stamp(lock).read_text() == fingerprint(lock)


def fingerprint(lock: str) -> str:
    """Changes whenever a set-up of that lock would give something else."""
    digest = hashlib.sha256(interpreter().encode())
    for file in (lock_file(lock), ROOT / "pyproject.toml", Path(__file__)):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def interpreter() -> str:
    """Tells one Python from another: the same version elsewhere is another."""
    return f"{sys.version} {sys.base_prefix}"


def covered_by(lock: str) -> tuple[str, ...]:
    """Each lock holds all that those before it hold, at the same versions."""
    return LOCKS[: LOCKS.index(lock) + 1]


def lock_file(lock: str) -> Path:
    """The file that pins the packages of that name."""
    return ROOT / ".ci" / "lock" / f"{lock}.txt"


def stamp(lock: str) -> Path:
    """Where the fingerprint of the last set-up of that lock is kept."""
    return VENV / f"set-up-{lock}"


def environment_python() -> Path:
    """The environment's interpreter."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
