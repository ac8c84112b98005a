"""Which worker gets which task, and what becomes of those that lie ready with one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from time import monotonic

import pytest

from api.errors import Busy, Overwhelmed, TooSlow
from api.gathering import Gathering
from api.workers.lane import Lane
from api.workers.line import Line
from api.workers.wire import Inbox, Task, packed
from api.workers.worker import NotBegun, done
from kg.store.places import in_memory


@pytest.fixture(autouse=True)
def _at_leisure(monkeypatch):
    """A busy machine is no matter: a worker may be at one task for long before it gets no more."""
    monkeypatch.setattr("api.workers.lane._YOUNG", 60)


class Desk(Line):
    """A line to nobody: what is given to it lies there until the test answers."""

    def __init__(self) -> None:
        super().__init__()
        self.ended = False
        self.alive = True

    def tell(self, message: object) -> None:
        """Nobody listens."""

    def end(self) -> None:
        self.ended = True

    def answer(self, outcome: object) -> None:
        self.data_received(packed(outcome))

    @property
    def has(self) -> list[object]:
        return [job.task.args[0] for job in self.jobs]


class Room:
    """A lane of desks."""

    def __init__(self, workers: int, queue: int = 16) -> None:
        self.desks: list[Desk] = []
        self.lane = Lane(workers, queue, spare=0)

    async def open(self) -> Room:
        self.lane.change(self.more, await self.lane.staff(self.more))
        return self

    async def more(self) -> Desk:
        self.desks.append(Desk())
        return self.desks[-1]

    async def ask(self, *names: str, limit: float = 30, **how: bool) -> list[asyncio.Task[object]]:
        """Tasks of that name, as far as they come by themselves."""
        run = [asyncio.create_task(self.lane.run(Task(len, (name,)), limit, **how)) for name in names]
        for task in run:
            task.add_done_callback(heard)
        await asyncio.sleep(0)
        return run


def heard(task: asyncio.Task[object]) -> None:
    """What a task ends with is looked at, also where a story ends before it."""
    if not task.cancelled():
        task.exception()


def lived(story: Callable[[], Coroutine[object, object, None]]) -> None:
    asyncio.run(asyncio.wait_for(story(), 20))


def test_the_next_tasks_lie_ready_with_those_who_have_least():
    async def story() -> None:
        room = await Room(2).open()
        asked = await room.ask("a", "b", "c", "d", "e")
        older, younger = room.desks[1], room.desks[0]
        assert (older.has, younger.has) == (["a", "d"], ["b", "c", "e"])
        younger.answer("B")
        younger.answer("C")
        assert (await asked[1], await asked[2]) == ("B", "C")
        assert younger.has == ["e"]
        room.lane.close()

    lived(story)


def test_no_more_lie_ready_than_a_worker_may_have_and_no_more_wait_than_may():
    async def story() -> None:
        room = await Room(1, queue=8).open()
        asked = await room.ask(*"abcdefghij")
        assert room.desks[0].has == [*"abcdefgh"]
        assert room.lane.waiting == 8
        with pytest.raises(Busy):
            await asked[9]
        room.lane.close()

    lived(story)


def test_what_lies_ready_behind_a_slow_task_goes_to_the_next_who_is_free():
    async def story() -> None:
        room = await Room(2).open()
        asked = await room.ask("quick", "slow", "next")
        quick, slow = room.desks[1], room.desks[0]
        assert (slow.has, quick.has) == (["slow", "next"], ["quick"])
        await asyncio.sleep(0.1)
        quick.answer("QUICK")
        assert quick.has == ["next"]
        quick.answer("NEXT")
        assert [await asked[0], await asked[2]] == ["QUICK", "NEXT"]
        slow.answer("SLOW")
        slow.answer(NotBegun())
        assert await asked[1] == "SLOW"
        assert not slow.ended
        room.lane.close()

    lived(story)


def test_a_task_that_its_worker_came_to_too_late_is_given_again():
    async def story() -> None:
        room = await Room(1).open()
        asked = await room.ask("a", "b")
        desk = room.desks[0]
        desk.answer("A")
        desk.answer(NotBegun())
        assert desk.has == ["b"]
        desk.answer("B")
        assert [await one for one in asked] == ["A", "B"]
        room.lane.close()

    lived(story)


def test_where_a_worker_ends_its_task_fails_and_those_behind_it_are_done_by_another():
    async def story() -> None:
        room = await Room(1).open()
        asked = await room.ask("fatal", "b", "c")
        room.desks[0].connection_lost(None)
        with pytest.raises(Overwhelmed):
            await asked[0]
        while len(room.desks) < 2:
            await asyncio.sleep(0)
        again = room.desks[1]
        assert again.has == ["b"]
        again.answer("B")
        again.answer("C")
        assert [await asked[1], await asked[2]] == ["B", "C"]
        room.lane.close()

    lived(story)


def test_at_its_limit_a_task_ends_its_worker_and_one_that_waits_is_told_that_all_are_busy():
    async def story() -> None:
        room = await Room(1).open()
        first = await room.ask("first", limit=1)
        second = await room.ask("second", limit=0.01)
        with pytest.raises(Busy):
            await second[0]
        assert not room.desks[0].ended
        with pytest.raises(TooSlow):
            await first[0]
        assert room.desks[0].ended
        room.lane.close()

    lived(story)


def test_a_task_that_nobody_waits_for_is_ended_when_it_is_begun_and_not_before():
    async def story() -> None:
        room = await Room(1).open()
        first, left = await room.ask("first", "left")
        left.cancel()
        await asyncio.sleep(0)
        desk = room.desks[0]
        assert not desk.ended
        desk.answer("FIRST")
        assert await first == "FIRST"
        (third,) = await room.ask("third")
        await asyncio.sleep(0.15)
        assert desk.ended
        room.desks[-1].answer("THIRD")
        assert await third == "THIRD"
        room.lane.close()

    lived(story)


def test_nothing_lies_ready_behind_a_task_that_spoils_its_worker():
    async def story() -> None:
        room = await Room(1).open()
        spoils = await room.ask("spoils", spoils=True)
        other = await room.ask("other")
        desk = room.desks[0]
        assert desk.has == ["spoils"]
        desk.answer("done")
        assert await spoils[0] == "done"
        assert desk.ended
        while len(room.desks) < 2:
            await asyncio.sleep(0)
        room.desks[1].answer("OTHER")
        assert await other[0] == "OTHER"
        room.lane.close()

    lived(story)


def test_a_worker_does_not_begin_what_lay_ready_for_too_long():
    view = in_memory("memory:")
    assert done(Task(_place, before=monotonic() + 60), view) == "memory:"
    assert isinstance(done(Task(_place, before=monotonic() - 1), view), NotBegun)


def _place(view: object) -> str:
    return str(getattr(view, "place", ""))


def test_messages_are_whole_however_the_bytes_come():
    stream = packed("one") + packed("two" * 1000) + packed(3)
    inbox = Inbox()
    assert [message for byte in stream for message in inbox.take(bytes([byte]))] == ["one", "two" * 1000, 3]
    assert inbox.take(stream) == ["one", "two" * 1000, 3]


class Wire:
    """A transport that keeps what is sent."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []
        self.closed = False

    def writelines(self, parts: list[bytes]) -> None:
        self.sent.append(b"".join(parts))

    def is_closing(self) -> bool:
        return self.closed

    def close(self) -> None:
        self.closed = True

    abort = close


def test_what_is_written_in_one_turn_goes_out_at_once():
    async def story() -> None:
        wire = Wire()
        transport = Gathering(wire)
        transport.write(b"head ")
        transport.writelines([b"body ", b"end"])
        assert wire.sent == []
        await asyncio.sleep(0)
        assert wire.sent == [b"head body end"]
        transport.write(b"last")
        transport.close()
        assert (wire.sent, wire.closed) == ([b"head body end", b"last"], True)

    lived(story)


def test_much_is_not_held_back_and_what_is_broken_off_is_not_sent():
    async def story() -> None:
        wire = Wire()
        transport = Gathering(wire)
        transport.write(b"x" * 70_000)
        assert len(wire.sent[0]) == 70_000
        transport.write(b"lost")
        transport.abort()
        await asyncio.sleep(0)
        assert len(wire.sent) == 1

    lived(story)
