"""What was talked about in which year.

Comes in: a view.  Goes out: Findings.  The one idea: years differ in how many minutes were kept, so attention is the
share of a year's facts and not their number.
"""

from __future__ import annotations

from collections import Counter

from kg.analysis.findings import Findings, Sheet, share
from kg.graphs import Value
from kg.questions import ask
from kg.store.base import View


def attention(view: View) -> Findings:
    """The attention to topics over time: sheets ``topics`` (a column for each year) and ``by_year`` (a row for each)."""
    rows = [(str(year), str(topic), meetings, int(str(facts))) for year, topic, meetings, facts, _ in _rows(view)]
    of_year, of_topic = Counter[str](), Counter[str]()
    for year, topic, _, facts in rows:
        of_year[year] += facts
        of_topic[topic] += facts
    shares = {(year, topic): share(facts, of_year[year]) for year, topic, _, facts in rows}
    years = sorted(of_year)
    topics: list[tuple[Value, ...]] = [
        (topic, facts, *(shares.get((year, topic), 0.0) for year in years))
        for topic, facts in sorted(of_topic.items(), key=lambda item: (-item[1], item[0]))
    ]
    by_year = [(year, topic, meetings, facts, shares[year, topic]) for year, topic, meetings, facts in rows]
    return Findings(
        "attention",
        "Attention to topics over time",
        {"topics": len(of_topic), "years": len(set(years) - {"undated"}), "facts": of_topic.total()},
        (
            Sheet("topics", ("topic", "facts", *years), topics),
            Sheet("by_year", ("year", "topic", "meetings", "facts", "share"), by_year),
        ),
        ("the columns of the years hold the share of the facts of that year; a fact of two topics counts for both",),
    )


def _rows(view: View) -> tuple[tuple[Value, ...], ...]:
    return ask(view, "topics-by-year").rows
