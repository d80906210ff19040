"""The jobs of a server: one is worked on, the others wait for their turn, none is kept longer than it is looked at."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from ...language import Text
from ..guard.refusals import RefusedError, unknown
from ..settings import Settings
from .job import Job
from .keeping import Keeping
from .records import Asked, Progress, State

_MEGABYTE = 2**20
_FULL = Text(
    "服务器上已有 {count} 项核验，请稍后再试",
    "there are {count} audits on the server already; please try again later",
)
_NO_SPACE = Text(
    "服务器上正在核验的文件太多，请稍后再试",
    "the audits that are being made take all the space; please try again later",
)
_MADE_ROOM = Text(
    "这次核验的结果已清除，为新的核验腾出空间；请重新核验",
    "the results of this audit were taken away to make room for another one; please audit again",
)
_REMEMBERED = 1000


class Jobs:
    """The jobs, each with a folder of its own below one that was given. Nobody can list them."""

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        keeping: Keeping | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.settings = settings
        self.folder = folder
        self._keeping = keeping or Keeping()
        self._clock = clock
        self._kept: dict[str, Job] = {}
        self._made_room: dict[str, None] = {}
        self._waiting: list[tuple[Job, float]] = []
        self._working: Job | None = None
        self._change = threading.Condition()
        self._over = False
        self._threads: list[threading.Thread] = []

    def begin(self) -> Job:
        """A job with an empty folder; raises ``RefusedError`` where there is no room for one more."""
        self.tend()
        with self._change:
            if len(self._kept) >= self._keeping.most or self._over:
                raise RefusedError(503, "busy", _FULL.filled(count=len(self._kept)))
            key = secrets.token_urlsafe(16)
            job = self._kept[key] = Job(key, self.folder / f"audit-{secrets.token_hex(8)}", self._clock())
        return job

    def submit(self, job: Job, asked: Asked, files: int, size: int) -> None:
        """Have a job worked on when its turn comes; ``size`` of its files is in bytes.

        Raises ``RefusedError`` where the audits that are not over leave no space for it.
        """
        job.asked, job.size = asked, size
        keeping = self._keeping
        self.tend()
        with self._change:
            if sum(each.size for each in self._kept.values()) > keeping.size:
                raise RefusedError(503, "busy", _NO_SPACE)
        seconds = keeping.shortest + files * keeping.a_file + size / _MEGABYTE * keeping.a_megabyte
        with self._change:
            self._waiting.append((job, seconds))
            self._start()
            self._change.notify_all()

    def find(self, key: str) -> Job:
        """The job with an id, which is looked at by that; raises ``RefusedError``."""
        self.tend()
        with self._change:
            job, made_room = self._kept.get(key), key in self._made_room
        if made_room:
            raise RefusedError(410, "ended", _MADE_ROOM)
        if job is None:
            raise unknown()
        self.look(job)
        return job

    def look(self, job: Job) -> None:
        """Note that somebody looks at a job: it is kept so much longer."""
        job.looked = self._clock()

    def progress(self, job: Job) -> Progress:
        """How far a job is, and how many are before it."""
        found = job.progress
        if found.state is not State.QUEUED:
            return found
        with self._change:
            before = [each for each, _ in self._waiting]
            ahead = before.index(job) if job in before else 0
            return replace(found, ahead=ahead + (self._working is not None and self._working is not job))

    def forget(self, key: str) -> None:
        """End a job and take away everything of it; raises ``RefusedError`` where there is none."""
        with self._change:
            job = self._kept.pop(key, None)
            self._waiting = [(each, seconds) for each, seconds in self._waiting if each is not job]
        if job is None:
            raise unknown()
        job.cancel()

    def tend(self) -> None:
        """Forget what nobody has looked at for too long, and what is in the way."""
        now, keeping = self._clock(), self._keeping
        with self._change:
            unseen = keeping.unseen_of(self._kept.values(), now)
            rest = [job for job in self._kept.values() if job not in unseen]
            in_the_way = keeping.in_the_way(rest, now)
            self._made_room.update(dict.fromkeys(job.key for job in in_the_way))
            for key in list(self._made_room)[:-_REMEMBERED]:
                del self._made_room[key]
        for job in (*unseen, *in_the_way):
            self._forget_quietly(job.key)

    def end(self) -> None:
        """End and take away everything; no job is begun any more."""
        with self._change:
            self._over = True
            keys = list(self._kept)
            self._change.notify_all()
        for key in keys:
            self._forget_quietly(key)
        for thread in self._threads:
            thread.join(10.0)

    def _forget_quietly(self, key: str) -> None:
        try:
            self.forget(key)
        except RefusedError:
            # Somebody else has forgotten it meanwhile.
            return

    def _start(self) -> None:
        """Start the two threads with the first job."""
        if self._threads or self._over:
            return
        for work, name in ((self._run, "audits"), (self._keep, "audits-kept")):
            thread = threading.Thread(target=work, name=name, daemon=True)
            self._threads.append(thread)
            thread.start()

    def _run(self) -> None:
        while True:
            with self._change:
                while not self._waiting and not self._over:
                    self._change.wait()
                if self._over:
                    return
                self._working, seconds = self._waiting.pop(0)
                job = self._working
            try:
                job.work(seconds)
            except Exception as error:
                # Whatever it was, the job ends with a word and the next one has its turn.
                job.fail(error)
            finally:
                with self._change:
                    self._working = None

    def _keep(self) -> None:
        while True:
            with self._change:
                if self._change.wait_for(lambda: self._over, self._keeping.every):
                    return
            self.tend()
