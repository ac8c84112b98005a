"""Commitments in the many wordings of minutes: who is to act, how firmly, by when."""

from __future__ import annotations

import pytest

from tests.notes import AQ, BOARD, TW, commitments, read_note

IM, FT = "Ingrid Moss", "Farida Thorne"
NR = "Superintendent Noah Reed"

UNDERTAKEN = [
    ("TW did not have the figure to hand but promised to send it by 10 May.", {TW}, "2019-05-10"),
    ("This TW agreed to do.", {TW}, None),
    ("The Registrar consented to supply the charts.", {TW}, None),
    ("TW committed to publishing the waiting times every quarter.", {TW}, None),
    ("TW gave an assurance that the charts would be in members' hands by 17 May.", {TW}, "2019-05-17"),
    ("TW has undertaken to redraft the letter.", {TW}, None),
    ("TW saw no difficulty and said that he would send the charts.", {TW}, None),
    ("AQ reckoned that two might be persuaded and will send names by 1 June.", {AQ}, "2019-06-01"),
    ("Promised to look again at the rota.", None, None),
    ("TW accepted an action to circulate the rota.", {TW}, None),
    ("It was left that TW would speak to the keepers.", {TW}, None),
    ("TW volunteered to host the next gathering.", {TW}, None),
    ("TW was content to share the draft with AQ.", {TW}, None),
    ("TW was happy to provide a copy.", {TW}, None),
    ("TW said that it would be done.", {TW}, None),
    ("It was agreed that a draft is to be exchanged no later than 15 December.", None, "2019-12-15"),
    ("TW said he would take that away.", {TW}, None),
    ("TW confirmed he would look into the matter and report back.", {TW}, None),
    ("TW will see what can be done.", {TW}, None),
    ("TW is to have the letter redrafted before the end of May.", {TW}, "2019-05-31"),
    ("TW made a commitment to return in the autumn.", {TW}, "2019-11-30"),
    ("AQ and TW will keep in touch on this.", {AQ, TW}, None),
    ("Thereafter the two offices will exchange papers.", None, None),
    ("It fell to TW to arrange the visit.", {TW}, None),
    ("TW was tasked with drafting a protocol.", {TW}, None),
    ("TW will see that she gets the charts.", {TW}, None),
    ("TW welcomed this and will find a date.", {TW}, None),
    ("TW will make room for them at Saturday lunch.", {TW}, None),
    ("AQ was given an assurance by TW that the keepers would be told.", {TW}, None),
    ("AQ was promised a reply by 10 May by TW.", {TW}, "2019-05-10"),
]


@pytest.mark.parametrize(("sentence", "actors", "due"), UNDERTAKEN)
def test_what_somebody_binds_himself_to_is_committed(sentence: str, actors: set[str] | None, due: str | None) -> None:
    found = commitments(read_note(sentence))
    assert found, sentence
    assert found[0][1] in {"committed", "planned"}
    assert found[0][2] == due
    if actors is not None:
        assert found[0][0] == actors


ASKED = [
    ("AQ asked TW to let her have a full account by close of play on 6 June.", {TW}, "2019-06-06"),
    ("Asked TW to let her have a full account.", {TW}, None),
    ("AQ pressed TW to publish the list.", {TW}, None),
    ("AQ put in a plea for the leaflet to be reissued.", {TW}, None),
    ("AQ requested that the Registrar attend the hearing.", {TW}, None),
    ("AQ entreated the Registrar to reconsider.", {TW}, None),
    ("AQ called upon the Registrar to consult the keepers.", {TW}, None),
    ("Could TW let her have the list?", {TW}, None),
    ("TW was asked to circulate the rota before 1 June.", {TW}, "2019-06-01"),
    ("TW was invited to submit a paper to the hearing.", {TW}, None),
    ("TW was advised by AQ to speak to the keepers first.", {TW}, None),
    ("AQ would be grateful if TW could send the list.", {TW}, None),
    ("AQ sought a copy of the rota.", {TW}, None),
    ("AQ wished TW to write to every keeper.", {TW}, None),
]


@pytest.mark.parametrize(("sentence", "actors", "due"), ASKED)
def test_what_somebody_is_asked_to_do_is_requested(sentence: str, actors: set[str], due: str | None) -> None:
    found = commitments(read_note(sentence))
    assert found, sentence
    assert found[0] == (actors, "requested", due)


PROPOSED = [
    ("TW proposed that the two offices hold a joint workshop.", None),
    ("TW floated the idea of a joint workshop.", None),
    ("AQ argued that the Registrar ought to publish the list.", {TW}),
    ("AQ recommended that the Registrar publish the list.", {TW}),
    ("In her view the Registrar should publish the list.", {TW}),
    ("AQ wondered whether the Registrar should publish the list.", {TW}),
    ("A suggestion was made that TW write to the keepers.", {TW}),
    ("AQ thought that TW could usefully write to the keepers.", {TW}),
    ("TW proposed naming the keepers.", None),
]


@pytest.mark.parametrize(("sentence", "actors"), PROPOSED)
def test_what_somebody_puts_forward_is_proposed(sentence: str, actors: set[str] | None) -> None:
    found = commitments(read_note(sentence))
    assert found, sentence
    assert found[0][1] in {"proposed", "requested"}
    if actors is not None:
        assert found[0][0] == actors


PLANNED = [
    ("TW had it in mind to visit the towers in June.", {TW}, "2019-06-30"),
    ("It was the Registrar's hope to move to a two-year cycle.", {TW}, None),
    ("The Registrar's intention was to consult in July.", {TW}, "2019-07-31"),
    ("TW envisaged a short report by the end of June.", {TW}, "2019-06-30"),
    ("TW meant to get round the rest by the end of June.", {TW}, "2019-06-30"),
    ("TW was planning a visit to the northern towers.", {TW}, None),
    ("TW was working towards publication in July.", {TW}, "2019-07-31"),
    ("TW is looking to recruit two keepers.", {TW}, None),
    ("TW was going to appoint a deputy.", {TW}, None),
    ("Consultation will open on 8 July and run for ten weeks.", None, "2019-07-08"),
    ("TW said that the letter would go before the end of May.", None, "2019-05-31"),
    ("There are plans to refit four towers.", None, None),
]


@pytest.mark.parametrize(("sentence", "actors", "due"), PLANNED)
def test_what_somebody_means_to_do_is_planned(sentence: str, actors: set[str] | None, due: str | None) -> None:
    found = commitments(read_note(sentence))
    assert found, sentence
    assert found[0][1] in {"committed", "planned"}
    assert found[0][2] == due
    if actors is not None:
        assert found[0][0] == actors


REFUSED = [
    ("TW was unable to agree to that.", {TW}),
    ("TW was not in a position to reopen the tariff.", {TW}),
    ("TW regretted that he could not release the list.", {TW}),
    ("TW was unwilling to go that far.", {TW}),
    ("TW was not prepared to name the keepers.", {TW}),
    ("TW was not minded to commission a review.", {TW}),
    ("TW had no plans to recruit.", {TW}),
    ("TW said there was no intention of raising the fees.", None),
    ("TW refused to publish the list.", {TW}),
    ("The list will not be published.", None),
    ("TW did not propose to reopen the matter.", {TW}),
    ("TW could not commit to a date.", {TW}),
]


@pytest.mark.parametrize(("sentence", "actors"), REFUSED)
def test_what_somebody_will_not_do_is_unlikely(sentence: str, actors: set[str] | None) -> None:
    found = commitments(read_note(sentence))
    assert found, sentence
    assert found[0][1] == "unlikely"
    if actors is not None:
        assert found[0][0] == actors


RESOLVED = [
    ("RESOLVED that the Secretary write to the Ports Minister.", {FT}),
    ("It was resolved that the Secretary be asked to obtain quotations.", {FT}),
    ("The Board resolved to escalate its concerns in writing.", None),
    ("It was remitted to the Secretary to enquire of the Constabulary.", {FT}),
    ("It was left to the Secretary to settle terms.", {FT}),
    ("The Secretary was authorised to place an advertisement.", {FT}),
    ("The Secretary was instructed to obtain quotations.", {FT}),
    ("That a revised plan be prepared by the Secretary.", {FT}),
    ("Next catch-up: end of July, NR to host.", {NR}),
]


@pytest.mark.parametrize(("sentence", "actors"), RESOLVED)
def test_what_a_board_resolves_binds_its_owner(sentence: str, actors: set[str] | None) -> None:
    found = commitments(read_note(sentence, BOARD))
    assert found, sentence
    assert found[0][1] in {"committed", "requested", "planned"}
    if actors is not None:
        assert found[0][0] == actors


NONE = [
    "TW declined to comment.",
    "TW declined to be drawn.",
    "AQ asked that her thanks be recorded.",
    "RESOLVED that the report be noted.",
    "RESOLVED that the minutes be approved as a correct record.",
    "How many keepers waited more than a day?",
    "TW would have preferred to wait.",
    "TW was invited to say how many keepers there were.",
    "TW was invited to account for the delay.",
    "AQ begged to differ.",
    "TW expressed his appreciation for a constructive discussion.",
    "TW was asked to explain the fall in numbers.",
    "TW said that he would miss the old lamps.",
    "TW could not say how many keepers there were.",
    "TW accepted the criticism.",
    "Nothing said was to be taken as a response to the consultation.",
    "TW was unable to say when the lamps failed.",
    "TW did not seek to excuse the delay.",
    "TW sought clarification of the figures.",
    "If the lamps are not mended, the harbour will close.",
    "TW would not be drawn on the merits.",
    "The new code is to come into force on 10 June.",
]


@pytest.mark.parametrize("sentence", NONE)
def test_words_that_bind_nobody_are_no_commitments(sentence: str) -> None:
    assert commitments(read_note(sentence)) == []


REPLIES = [
    ("AQ asked TW to publish the list. He declined.", ({TW}, "unlikely")),
    ("AQ asked TW to publish the list. TW refused it.", ({TW}, "unlikely")),
    ("AQ asked TW to publish the list. To this the Registrar readily consented.", ({TW}, "committed")),
    ("AQ asked TW to publish the list. TW was happy to do so.", ({TW}, "committed")),
    ("TW offered to send the list. This was accepted.", ({TW}, "committed")),
]


@pytest.mark.parametrize(("sentences", "last"), REPLIES)
def test_a_reply_grants_or_refuses_what_was_just_asked(sentences: str, last: tuple[set[str], str]) -> None:
    assert commitments(read_note(sentences))[-1][:2] == last


OTHERWISE = [
    ("It was suggested by TW that the Commissioner might trial an application.", ({AQ}, "proposed", None)),
    ("A plea was entered for the Registrar to audit the rosters.", ({TW}, "requested", None)),
    ("A recommendation was made by AQ that the Registrar commission a review.", ({TW}, "proposed", None)),
    ("Could the Registrar, AQ asked, write to the family.", ({TW}, "requested", None)),
    ("TW held himself ready to assist.", ({TW}, "committed", None)),
    ("TW put himself forward to prepare a draft.", ({TW}, "committed", None)),
    ("TW toyed with the notion of a joint exercise.", (set(), "proposed", None)),
    ("A third exercise was unlikely.", (set(), "unlikely", None)),
    ("A review of the rota was under consideration.", (set(), "proposed", None)),
    ("TW unable to release it.", ({TW}, "unlikely", None)),
    ("The letter would be with her by 10 May.", (set(), "planned", "2019-05-10")),
    ("TW has given notice of a visit on 12 June.", ({TW}, "planned", "2019-06-12")),
    ("TW was not sure and would find out.", ({TW}, "committed", None)),
    ("TW saw no difficulty and would have it written into the lease.", ({TW}, "committed", None)),
    ("TW is writing to the keepers next week.", ({TW}, "planned", "2019-05-12")),
    ("It was left that Mr Stone would test the lamp.", ({"Mr Stone"}, "committed", None)),
    ("QX to draft by 14 June.", (set(), "committed", "2019-06-14")),
    ("No prospect of a second lamp.", (set(), "unlikely", None)),
    ("TW signified his intention of leaving the scheme.", ({TW}, "planned", None)),
]


@pytest.mark.parametrize(("sentence", "expected"), OTHERWISE)
def test_passives_nouns_and_note_style_bind_as_well(sentence: str, expected: tuple[set[str], str, str | None]) -> None:
    assert commitments(read_note(sentence))[:1] == [expected]


def test_an_action_in_brackets_keeps_its_status() -> None:
    (promise,) = read_note("Action 41/2 (TW to table a comparison): outstanding.").commitments
    assert (promise.action, promise.status) == ("table a comparison", "not-completed")
