"""How many jobs are kept, how long and how large: which of them have to go."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from .job import Job

_GIGABYTE = 2**30


class Keeping(Struct, frozen=True):
    """How many jobs are kept, how many bytes of all together, and how long (seconds).

    A job is forgotten when nobody has looked at it for ``unseen``. One that is over makes room for a new one: by its
    place after ``idle``, by its bytes at once. An audit may take ``shortest`` and so much more for each file and
    megabyte.
    """

    most: int = 8
    size: int = 4 * _GIGABYTE
    unseen: float = 1800.0
    idle: float = 300.0
    shortest: float = 600.0
    a_file: float = 5.0
    a_megabyte: float = 10.0
    every: float = 30.0

    def unseen_of(self, jobs: Collection[Job], now: float) -> list[Job]:
        """Those that nobody has looked at for too long."""
        return [job for job in jobs if now - job.looked > self.unseen]

    def in_the_way(self, jobs: Collection[Job], now: float) -> list[Job]:
        """Those that are over and have to go, so that there is a place for one more and bytes enough for all.

        Of the bytes those that were over first go first; what is being worked on stays.
        """
        over = sorted((job for job in jobs if job.progress.state.over), key=lambda job: job.over_since)
        gone: list[Job] = []
        if len(jobs) >= self.most:
            idle = [job for job in over if now - job.looked > self.idle]
            gone += sorted(idle, key=lambda job: job.looked)[:1]
        size = sum(job.size for job in jobs if job not in gone)
        for job in over:
            if size <= self.size:
                break
            if job not in gone:
                gone.append(job)
                size -= job.size
        return gone
