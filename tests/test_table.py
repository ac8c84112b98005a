"""The entities of a document by the words of their names."""

from __future__ import annotations

from kg.entities import Table
from kg.entities.draft import Draft
from kg.model import EntityType


def table(*labels: str) -> Table:
    made = Table()
    for label in labels:
        made.take(f"post/{label.lower().replace(' ', '-')}", EntityType.POST, label, None, "a test")
    return made


def labels(found: list[Draft]) -> list[str]:
    return [draft.label for draft in found]


def test_an_entity_is_found_by_whole_words_at_either_end_or_within_its_names() -> None:
    posts = table("Chief Inspector", "Deputy Chief Inspector", "Chief Inspectorate Officer")
    assert labels(posts.containing("chief inspector")) == ["Chief Inspector", "Deputy Chief Inspector"]
    assert labels(posts.beginning("Chief Inspector")) == ["Chief Inspector"]
    assert labels(posts.ending("Inspector")) == ["Chief Inspector", "Deputy Chief Inspector"]


def test_a_name_given_later_is_found_too_in_the_order_in_which_the_entities_came() -> None:
    posts = table("Registrar", "Clerk")
    assert labels(posts.containing("keeper")) == []
    posts.drafts["post/clerk"].call("Keeper of Records")
    posts.drafts["post/registrar"].call("Head Keeper")
    assert labels(posts.containing("keeper")) == ["Registrar", "Clerk"]


def test_what_was_forgotten_is_found_no_more_until_it_comes_again() -> None:
    posts = table("Registrar", "Clerk")
    posts.drafts["post/registrar"].call("Keeper")
    posts.forget("post/registrar")
    assert labels(posts.containing("registrar")) == labels(posts.containing("keeper")) == []
    posts.take("post/registrar", EntityType.POST, "Registrar", None, "a test")
    assert labels(posts.containing("registrar")) == ["Registrar"]


def test_only_entities_of_the_types_asked_for_are_found() -> None:
    posts = table("Registrar")
    posts.take("organisation/registrar", EntityType.ORGANISATION, "Registrar", None, "a test")
    called = posts.called("registrar", EntityType.ORGANISATION)
    assert called is not None and called.key == "organisation/registrar"
    assert [draft.key for draft in posts.containing("registrar")] == ["post/registrar", "organisation/registrar"]
