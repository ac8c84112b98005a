"""A pattern is asked only where a sign of it stands, so each match of it must hold one."""

import re
from pathlib import Path

import pytest

from kg.structure import absences, clauses, deputies, joining, taking_part, title, told

ROOT = Path(__file__).parents[2]
_SENTENCE = re.compile(r"(?<=[.;:!?])\s+")
_RARE = {  # forms that those minutes do not have
    "Ann Bell (Tom Stone attended in her place)",
    "Ann Bell (Tom Stone deputising)",
    "Ann Bell; Tom Stone came in her stead",
    "Ann Bell, Tom Stone stood in for her",
    "Ann Bell [sub: Tom Stone]",
    "Ann Bell (alternate: Tom Stone)",
    "Ann Bell (substitute: Tom Stone)",
    "Ann Bell was unable to travel.",
    "Ann Bell was not present.",
    "Ann Bell was not able to join.",
    "Ann Bell was not in attendance.",
    "Ann Bell could not be there.",
    "Ann Bell can’t make it.",
    "Ann Bell had meant to come.",
    "Ann Bell dialled in and Tom Stone hosted the Board.",
    "The Board hosted the Governor.",
}
_WITH_SIGNS = {  # how each is asked, and the signs one of which it needs
    "who came": (clauses._BEFORE.match, clauses._COMING_SIGNS),
    "who did not come": (clauses._ABSENT.match, clauses._ABSENCE),
    "whose apologies came": (absences._APOLOGY_LIST.search, absences._APOLOGY_SIGNS),
    "those behind the verb": (told._BEHIND.search, told._IN_BEHIND),
    "who met whom": (told._MET.match, told._IN_MET),
    "who came in": (joining._CAME.search, joining._CUES),
    "who was welcomed in": (joining._BEHIND.search, joining._CUES),
    "who stood in": (deputies._STANDING_IN.search, deputies._CUES),
    "from afar": (lambda words: taking_part._REMOTE.search(words.lower()), taking_part._FROM_AFAR),
    "where it was held": (title._HELD_AT.search, title._HELD),
}


def _but_names(match: re.Match[str]) -> str:
    """What was found, without those whom it names: no sign is one by chance."""
    if "who" not in match.re.groupindex:
        return match[0]
    start, end = match.span("who")
    return f"{match.string[match.start() : start]}{match.string[end : match.end()]}"


@pytest.fixture(scope="module")
def told_so() -> set[str]:
    """The lines of all minutes and their sentences."""
    files = [*ROOT.glob("tests/corpus/round-*/*.txt"), *ROOT.glob("data/minutes/*.txt")]
    lines = {line for path in files for line in path.read_text(encoding="utf-8").splitlines()}
    return lines | _RARE | {sentence for line in lines for sentence in _SENTENCE.split(line)}


@pytest.mark.parametrize("what", _WITH_SIGNS)
def test_no_match_in_any_minutes_is_without_a_sign(what: str, told_so: set[str]) -> None:
    asked, signs = _WITH_SIGNS[what]
    found = [_but_names(match) for words in told_so if (match := asked(words))]

    assert found
    assert [words for words in found if not any(map(words.__contains__, signs))] == []
