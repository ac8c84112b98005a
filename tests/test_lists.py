"""The plain word lists of data/lexicon: every list is read, and written as its users look it up."""

import tomllib

import pytest

from kg import resources
from kg.lexicon.turtle import describe
from kg.mentions import words as names
from kg.structure import words as layout

FILES = sorted((resources.data() / "lexicon").glob("*.toml"))


def flat(value: list[str] | dict[str, list[str]]) -> list[str]:
    return value if isinstance(value, list) else [word for words in value.values() for word in words]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_list_is_empty_or_has_a_word_twice_or_with_stray_spaces(path):
    for name, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
        words = flat(value)
        assert words, name
        assert len(words) == len(set(words)), f"{name}: {sorted({word for word in words if words.count(word) > 1})}"
        # how a heading begins may end in a space: "annex " is not "annexed"
        assert name == "procedural-starts" or all(word == " ".join(word.split()) for word in words), name


def test_words_of_layout_are_in_small_letters_with_straight_apostrophes():
    lists = tomllib.loads((resources.data() / "lexicon" / "layout.toml").read_text(encoding="utf-8"))
    words = [word for value in lists.values() for word in flat(value)]
    assert [word for word in words if word != word.lower() or "’" in word] == []


def test_a_word_is_found_under_what_it_means():
    assert layout.ATTENDANCE_LABELS["sederunt"] == "present"
    assert layout.STATUSES["carried forward"] == "not-completed"
    assert layout.ACTION_COLUMNS["by whom"] == "owners"
    assert layout.SHARED_TITLES["cllrs"] == "Councillor"
    assert "actions to be taken" in layout.ACTION_SECTIONS
    assert "AOB" in names.NO_BODY
    assert "women's aid" in names.WITH_BRANCHES


def test_letters_that_the_honorifics_know_behind_a_name_part_it_from_the_rest_of_its_entry():
    known = describe([resources.data() / "lexicon" / "honorifics.ttl"])
    suffixes = (one for one, affixes in known.with_property("ikg:affix") if affixes == ["suffix"])
    letters = {label.lower() for one in suffixes for label in known.all(one, "skos:prefLabel")}
    assert "obe" in letters
    assert letters - layout.SUFFIXES == set()
