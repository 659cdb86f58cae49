"""The command line as a process of its own: streams, signals, encodings."""

import json
import os
import signal
import subprocess
import sys

import pytest

COMMAND = [sys.executable, "-m", "gdviz"]
ENGLISH = {**os.environ, "LANG": "en_GB.UTF-8", "LC_ALL": ""}


def run(*words, **options):
    return subprocess.run(
        [*COMMAND, *words], capture_output=True, check=False, env={**ENGLISH, **options}
    )


def test_a_command_and_its_answer():
    done = run("derive", "tg x^2", "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["derivative"] == "2*x/cos(x^2)^2"


def test_version():
    assert run("--version").stdout.startswith(b"gdviz ")


def test_wrong_usage_is_one_sentence():
    done = run("derive", "x +")
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(done.stderr.decode().splitlines()) == 1


def test_a_sheet_through_a_pipe():
    lines = "x^2\nx +\n√x\n".encode()
    done = subprocess.run(
        [*COMMAND, "derive", "-"], input=lines, capture_output=True, check=False, env=ENGLISH
    )
    assert (done.returncode, done.stderr) == (0, b"")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["input"] for answer in answers] == ["x^2", "x +", "√x"]


def test_a_reader_that_leaves_is_no_fault():
    process = subprocess.Popen(
        [*COMMAND, "derive", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENGLISH,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdin.write(b"x\n")
    process.stdin.flush()
    assert process.stdout.readline()
    process.stdout.close()
    process.stdin.write(b"x\n" * 3)
    process.stdin.close()
    with process.stderr as errors:
        assert errors.read() == b""
    assert process.wait() == 0


def test_lines_are_answered_one_by_one_and_an_interrupt_is_quiet():
    process = subprocess.Popen(
        [*COMMAND, "derive", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENGLISH,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"x^2\n")
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["derivative"] == "2*x"
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate()
    assert (process.returncode, errors) == (130, b"")


def test_a_full_disk():
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*COMMAND, "derive", "x"], stdout=full, stderr=subprocess.PIPE, check=False, env=ENGLISH
        )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_a_closed_output():
    line = f'"{sys.executable}" -m gdviz derive x >&-'
    done = subprocess.run(line, shell=True, capture_output=True, check=False, env=ENGLISH)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_terminal_that_knows_only_ascii():
    assert run("derive", "α^2", PYTHONIOENCODING="ascii").returncode == 0
    done = run("derive", "α^2", "--json", PYTHONIOENCODING="ascii")
    assert json.loads(done.stdout)["input"] == "α^2"


@pytest.mark.parametrize("word", [b"\xff", b"--\xff", b"x\xff"])
def test_words_that_are_no_text(word):
    done = run("derive", os.fsdecode(word), "--json")
    assert done.returncode == 2
    assert "error" in json.loads(done.stdout)


def test_a_file_s_name_that_is_no_text():
    done = run(os.fsdecode(b"\xff.gdviz"))
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("words", [["derive", "x"], ["descend", "x", "--start", "1"], ["--help"]])
def test_qt_is_not_loaded(words):
    program = (
        "import sys; from gdviz.cli import main; status = main(sys.argv[1:]); "
        "assert not {'PySide6', 'sympy', 'socket'} & sys.modules.keys(); sys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
