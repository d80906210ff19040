"""Who is worked on now: so many, and what takes long holds up nobody."""

from __future__ import annotations

import asyncio
import itertools

from govreport_lint.web.work.lanes import Lanes

LONG, SOON = 60.0, 0.02


async def holding(lanes: Lanes, end: asyncio.Event, begun: list[int], number: int) -> None:
    async with lanes.place():
        begun.append(number)
        await end.wait()


async def begun_of(lanes: Lanes, count: int) -> tuple[list[int], int]:
    """Which of so many that never end by themselves have begun, and how many wait."""
    end, begun = asyncio.Event(), list[int]()
    tasks = [asyncio.ensure_future(holding(lanes, end, begun, number)) for number in range(count)]
    last = -1
    while len(begun) != last:
        last = len(begun)
        await asyncio.sleep(10 * SOON)
    waiting = lanes.waiting
    found = list(begun)
    end.set()
    await asyncio.gather(*tasks)
    assert sorted(begun) == list(range(count)), "all have had their turn"
    return found, waiting


def test_so_many_are_worked_on_and_the_others_wait() -> None:
    assert asyncio.run(begun_of(Lanes(2, 2, LONG), 5)) == ([0, 1], 3)


def test_what_takes_long_steps_aside_as_long_as_there_is_room() -> None:
    assert asyncio.run(begun_of(Lanes(2, 3, SOON), 9)) == ([0, 1, 2, 3, 4], 4)


def test_every_place_is_given_back() -> None:
    lanes = Lanes(2, 1, SOON)

    async def twice() -> None:
        for _ in range(2):
            found, waiting = await begun_of(lanes, 4)
            assert (found, waiting) == ([0, 1, 2], 1)

    asyncio.run(twice())


def test_a_place_is_given_back_where_the_work_fails() -> None:
    async def failing() -> int:
        lanes = Lanes(1, 1, LONG)
        for _ in itertools.repeat(None, 3):
            try:
                async with lanes.place():
                    raise OSError("the file is gone")
            except OSError:
                continue
        return lanes.waiting

    assert asyncio.run(asyncio.wait_for(failing(), 5)) == 0
