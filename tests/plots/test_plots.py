"""Pictures: what stands in them, that it can be read, and that the bytes are always the same."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import kg
from kg.errors import ExportError, MissingExtra, NotFound, QueryError
from kg.plots import PICTURES
from kg.plots.asked import Asked
from kg.plots.meetings import apart
from kg.plots.style import styled
from kg.store import open_store
from tests import two_meetings

pytest.importorskip("matplotlib")
ROOT = Path(__file__).parent.parent.parent
ON = date(2018, 3, 1)
HOSTILE = ("$x$ <b>&amp;", "line\nbreak", "\N{GRINNING FACE} מילים", "very long " * 1000)


@pytest.fixture(scope="module")
def store():
    return two_meetings.told()


@pytest.fixture(scope="module")
def shipped():
    store = open_store()
    kg.build([ROOT / "data" / "minutes"], store)
    return store


@pytest.fixture(scope="module")
def hostile():
    text = two_meetings.JANUARY
    for name, evil in zip(("Regulator", "Harbour master", "late", "oil"), HOSTILE, strict=True):
        text = text.replace(f'"{name}"', '"' + evil.replace("\n", "\\n") + '"')
    return two_meetings.told(text)


@pytest.fixture(scope="module")
def many():
    """The January meeting again on thirty days of three years."""
    store = two_meetings.told()
    for number in range(30):
        day, name = date(2014 + number % 3, 1 + number % 12, 1 + number % 28), f"again{number}"
        again = (two_meetings.JANUARY + two_meetings.quotes("m1", 7)).replace("2017-01-10", day.isoformat())
        for own in ("m1", "meeting1", "c1", "c2", "c3", "c4", "c5", "s6", "s7"):
            again = again.replace(f"<{own}>", f"<{own}-{name}>").replace(f"<{own}#", f"<{own}-{name}#")
        two_meetings.add(store, again, f"m1-{name}")
    return store


def _beyond(axes):
    """The labels of ticks beyond the ends of an axis: they are kept, and not shown."""
    for axis in (axes.xaxis, axes.yaxis):
        least, most = sorted(axis.get_view_interval())
        for tick in axis.get_major_ticks():
            if not least <= tick.get_loc() <= most:
                yield from (tick.label1, tick.label2)


def words(store, name, **asked):
    """Every text of a picture that is shown, with the room that it takes, in pixels."""
    from matplotlib.text import Text

    with styled():
        drawn = PICTURES[name].draw(store, Asked(on=ON, **asked))
        drawn.draw_without_rendering()
        beyond = {label for axes in drawn.axes for label in _beyond(axes)}
        texts = [
            text
            for text in drawn.findobj(Text)
            if text.get_text().strip() and text.get_visible() and text not in beyond
        ]
        return drawn, [(text.get_text(), text.get_rotation(), text.get_window_extent()) for text in texts]


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("rows", [1, 60])
@pytest.mark.parametrize("graph", ["store", "shipped", "hostile", "many"])
def test_no_two_words_lie_over_each_other_and_none_is_cut_off(name, graph, rows, request):
    drawn, boxes = words(request.getfixturevalue(graph), name, rows=rows)
    level = [(text, box) for text, turned, box in boxes if not turned]
    for (one, box), (other, beside) in itertools.combinations(level, 2):
        over = (
            min(box.x1, beside.x1) - max(box.x0, beside.x0) > 1 and min(box.y1, beside.y1) - max(box.y0, beside.y0) > 1
        )
        assert not over, (one, other)
    whole = drawn.bbox
    for text, _, box in boxes:
        assert box.x0 >= -1 and box.x1 <= whole.x1 + 1 and box.y0 >= -1 and box.y1 <= whole.y1 + 1, text


@pytest.mark.parametrize("name", ["meetings", "bodies-topics"])
def test_slanting_names_stand_a_line_apart(name, shipped):
    _, boxes = words(shipped, name)
    feet = sorted(box.x0 for _, turned, box in boxes if turned)
    assert len(feet) > 5
    assert min(after - before for before, after in itertools.pairwise(feet)) >= 9 / 0.6  # the height of a line, aslant


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("form", ["png", "svg"])
def test_a_picture_has_the_same_bytes_each_time(name, form, store):
    once, again = (kg.plot(store, name, form, on=ON) for _ in range(2))
    assert once == again
    assert once.startswith(b"\x89PNG" if form == "png" else b"<?xml")
    if form == "svg":
        assert etree.fromstring(once).tag.endswith("svg")


def test_a_picture_has_the_same_bytes_in_another_process(store):
    code = (
        "import sys, kg; from tests import two_meetings\n"
        "sys.stdout.buffer.write(kg.plot(two_meetings.told(), 'bodies-topics', on='2018-03-01'))"
    )
    there = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7"},
        capture_output=True,
        check=True,
    )
    assert there.stdout == kg.plot(store, "bodies-topics", on=ON)


def test_the_bars_hold_the_numbers_of_the_analysis(store):
    """The port kept two and is late with one, the regulator kept one, is late with one and has one without a day."""
    _, boxes = words(store, "commitments")
    told = [text for text, _, _ in boxes]
    assert [text for text in told if text.isdigit()] == ["2", "1", "1", "1", "1"]
    assert {"Port", "Regulator", "kept", "overdue", "no day"} <= set(told)
    assert "given up" not in told


def test_the_timeline_tells_who_what_and_when_and_counts_what_has_no_day(store):
    _, boxes = words(store, "commitments-timeline")
    told = [text.strip() for text, _, _ in boxes]
    assert {"1 Mar 2017", "late", "Port and Regulator"} <= set(told) or {"Regulator and Port"} <= set(told)
    assert any(text.endswith("Left out: 2 commitments without a day.") for text in told)


def test_the_timeline_shows_what_falls_due_nearest_to_the_day(store):
    told = [text.strip() for text, _, _ in words(store, "commitments-timeline", rows=1)[1]]
    assert "1 Mar 2017" in told
    assert "1 Feb 2017" not in told
    left = "Left out: 2 commitments due further from the day and 2 commitments without a day."
    assert any(text.endswith(left) for text in told)


def test_the_heat_map_counts_the_facts_of_a_body_on_a_topic(store):
    _, boxes = words(store, "bodies-topics")
    told = [text for text, _, _ in boxes]
    assert [text for text in told if text.isdigit()] == [
        "2",
        "1",
        "1",
    ]  # the port on oil, the regulator on oil and nets


def test_the_timeline_of_meetings_names_each_where_there_are_few_and_counts_them_where_there_are_many(
    store, monkeypatch
):
    told = [text for text, _, _ in words(store, "meetings")[1]]
    assert any(text.startswith("10 Jan 2017") for text in told)
    monkeypatch.setattr("kg.plots.meetings._NAMED", 1)
    told = [text for text, _, _ in words(store, "meetings")[1]]
    assert "meetings\na month" in told
    assert not any(text.startswith("10 Jan 2017") for text in told)


def test_a_slice_of_time_holds_only_what_was_told_in_it(store):
    told = [text for text, _, _ in words(store, "meetings", since=date(2018, 1, 1))[1]]
    assert not any("2017" in text for text in told)


def test_what_cannot_be_drawn_is_refused_with_what_would_work(store):
    with pytest.raises(NotFound, match="commitments-timeline"):
        kg.plot(store, "pie")
    with pytest.raises(NotFound, match="png"):
        kg.plot(store, "meetings", "jpeg")
    with pytest.raises(QueryError, match="needs 'on'"):
        kg.plot(store, "commitments")
    for name in PICTURES:
        with pytest.raises(ExportError, match="nothing to draw"):
            kg.plot(store, name, since="2030-01-01", on="2031-01-01")


def test_without_matplotlib_the_error_names_the_extra(store, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingExtra, match=r"inspectorate-kg\[plot\]"):
        kg.plot(store, "meetings")


@given(st.lists(st.floats(0, 1000), max_size=30).map(sorted), st.floats(0.1, 50))
def test_places_are_moved_apart_in_their_order_and_no_further_than_needed(places, gap):
    moved = apart(places, gap)
    assert all(after - before >= gap - 1e-6 for before, after in itertools.pairwise(moved))
    if all(after - before >= gap for before, after in itertools.pairwise(places)):
        assert moved == pytest.approx(places)
