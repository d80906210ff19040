"""Work for other processes: what is done well, what does harm."""

from __future__ import annotations

import os
import time

from govreport_lint.auditing.intake.examining import examine


def doubled(task: bytes) -> bytes:
    """Later tasks are done sooner."""
    time.sleep(0.02 if task.endswith(b"0") else 0.0)
    return task * 2


def who(task: bytes) -> bytes:
    return b"%d" % os.getpid()


def does_harm(task: bytes) -> bytes:
    if task == b"dies":
        os._exit(3)
    if task == b"fails":
        raise KeyError("inside")
    if task == b"prints":
        print("between the frames")
    while task == b"hangs":
        pass
    if task == b"waits":
        time.sleep(60)
    return b"done"


def examined_unless_deadly(task: bytes) -> bytes:
    """A file with the word in it brings its process down."""
    if "致命".encode() in task:
        os._exit(3)
    return examine(task)
