"""One process that works on tasks, and what is told where it gives no answer."""

from __future__ import annotations

from ...children.asked import AskedProcess, DiedError, TimeIsUpError, WaitedError
from ...children.frames import DONE
from ...children.starting import child_command
from ...output.words.problems import Problem
from .tasks import Limits, Task, died, failed, slow

# After so many tasks a process is replaced, so that nothing that a library keeps can pile up.
MOST_TASKS = 5000
_CHILD = "govreport_lint.auditing.running.child:main"


class Worker:
    """A process of its own. It is asked by one thread at a time."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process = AskedProcess(child_command(_CHILD, str(limits.seconds)))

    @property
    def usable(self) -> bool:
        """Whether it can be asked (again)."""
        return self._process.asked < MOST_TASKS and self._process.alive

    def ask(self, work: str, task: Task) -> bytes | Problem:
        """What the process answers, or why it did not."""
        question = b"%s\n%s" % (work.encode(), task.data)
        try:
            word, data = self._process.ask(b"", question, self._limits.patience)
        except WaitedError:
            return slow(task.name, self._limits.patience)
        except TimeIsUpError:
            return slow(task.name, self._limits.seconds)
        except DiedError:
            return died(task.name)
        return data if word == DONE else failed(task.name, data.decode("utf-8", "replace"))

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.end()

    def close(self) -> None:
        """Let go of a process that has ended; not while a thread still asks it."""
        self._process.close()
