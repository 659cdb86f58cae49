"""The worker process as the window sees it: started when the window has been painted and rests,
asked when nobody's hand moves, ended with the window. Nothing here ever waits, closing excepted."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QProcess, QTimer
from PySide6.QtWidgets import QWidget

from gdviz.compute.command import worker_command
from gdviz.compute.dispatcher import Dispatcher, Worker
from gdviz.compute.protocol import LONGEST_LINE, Reply
from gdviz.session.session import Session
from gdviz.symbolic.questions import Question

FIRST_REST_MS = 1000
"""So long after the window was first painted and all was computed the first worker is started."""
REST_MS = 250
"""So long nothing has changed when computer algebra is asked."""
LAST_WAIT_MS = 5000
"""A killed process is gone at once; this is for a system that is very busy."""


class WorkerProcess:
    """One process; `said` is told its lines, `ended` its end, both only until it is killed."""

    def __init__(
        self, said: Callable[[bytes], None], ended: Callable[[], None], parent: QObject
    ) -> None:
        self._said, self._ended = said, ended
        self._heard, self.gone = True, False
        self._process = QProcess(parent)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._fail)
        command = worker_command()
        self._process.setWorkingDirectory(str(command.folder))
        self._process.start(command.words[0], list(command.words[1:]))

    @property
    def pid(self) -> int:
        """Its number in the system, 0 when it is gone."""
        return 0 if self.gone else self._process.processId()

    def send(self, line: bytes) -> None:
        """Write a line to it."""
        if self._heard and not self.gone:
            self._process.write(line)

    def kill(self) -> None:
        """End it. Nothing is told of it any more; it may take a moment until it is gone."""
        self._heard = False
        if not self.gone:
            self._process.kill()

    def wait(self) -> None:
        """Until a killed process is gone."""
        if not self.gone:
            self._process.waitForFinished(LAST_WAIT_MS)

    def _read(self) -> None:
        while self._heard and self._process.canReadLine():
            self._said(bytes(self._process.readLine().data()))
        if self._heard and self._process.bytesAvailable() > LONGEST_LINE:
            self._said(bytes(self._process.readAll().data()))

    def _fail(self, error: QProcess.ProcessError) -> None:
        """One that did not start does not finish either."""
        if error == QProcess.ProcessError.FailedToStart:
            self._finish()

    def _finish(self) -> None:
        """It is gone; the object goes when its own signal has been heard by all."""
        self.gone = True
        self._process.deleteLater()
        if self._heard:
            self._heard = False
            self._ended()


class Algebra(QObject):
    """Asks what the session wants to know, and hands it the answers."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._asked: dict[str, Question] = {}
        self._living: list[WorkerProcess] = []
        self._dispatcher = Dispatcher(self)
        self._alarm = self._timer(self._dispatcher.overdue)
        self._rest = self._timer(self._look)
        self._rest.setInterval(FIRST_REST_MS)

    def _timer(self, due: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(due)
        return timer

    @property
    def processes(self) -> list[int]:
        """Numbers, in the system, of the workers that live."""
        return [process.pid for process in self._living if process.pid]

    def rouse(self) -> None:
        """Something changed, or all of it was computed: look at it when it rests."""
        self._rest.start()

    def close(self) -> None:
        """End everything; this waits until the processes are gone, some milliseconds."""
        self._rest.stop()
        self._dispatcher.close()
        for process in self._living:
            process.kill()
            process.wait()
        self._living.clear()

    def _look(self) -> None:
        """Ask what is open. The very first look starts the worker, never before the window is on
        the screen."""
        handle = self._window.windowHandle()
        if handle is None or not handle.isExposed() or not self._session.work_done:
            self._rest.start()
            return
        self._rest.setInterval(REST_MS)
        self._dispatcher.open()
        open_questions = self._session.questions
        for topic in self._asked.keys() - open_questions.keys():
            self._dispatcher.forget(topic)
            del self._asked[topic]
        for topic, question in open_questions.items():
            if self._asked.get(topic) != question:
                self._asked[topic] = question
                self._dispatcher.ask(topic, question, partial(self._take, topic, question))

    def _take(self, topic: str, question: Question, reply: Reply) -> None:
        self._asked.pop(topic, None)
        self._session.take(question, reply)

    def start(self, worker: Worker) -> WorkerProcess:
        """A process for the dispatcher; those that are gone are forgotten."""
        self._living = [process for process in self._living if not process.gone]
        said = partial(self._dispatcher.line_came, worker)
        process = WorkerProcess(said, partial(self._dispatcher.ended, worker), self)
        self._living.append(process)
        return process

    def wake_after(self, seconds: float | None) -> None:
        """The dispatcher's alarm."""
        if seconds is None:
            self._alarm.stop()
        else:
            self._alarm.start(round(1000 * seconds))
