"""The vocabularies, the lexicon and the thesaurus: the words by which minutes are read keep their promises."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef

from kg.terms import ACT, ATTENDANCE, DATA, KIND, MEETING_ROLE, ROOT, STATUS, STRENGTH, slug

HOME = Path(__file__).resolve().parent.parent
IKG = Namespace(ROOT + "ontology#")
LEXICON = ROOT + "lexicon/"
TOPIC = DATA + "topic/"
FILES = [
    "ontology/vocabularies/speech-acts.ttl",
    *(f"ontology/vocabularies/{name}.ttl" for name in ("strengths", "statuses", "attendance", "meeting-roles")),
    "ontology/vocabularies/organisation-kinds.ttl",
    *(f"data/lexicon/{name}.ttl" for name in ("cues", "undertakings", "relations", "roles", "honorifics", "bodies")),
    "data/thesaurus/topics.ttl",
]
ACTS = {
    "assertive": {"informed", "opined", "acknowledged"},
    "directive": {"asked", "requested", "suggested"},
    "commissive": {"undertook", "agreed"},
    "expressive": {"welcomed", "concerned", "thanked", "disagreed"},
    "declarative": {"decided", "discussed"},
}
KINDS = (
    "inspectorate commissioner prosecutor police-force police-body court tribunal prison-body probation-body ombudsman "
    "regulator department devolved-administration agency oversight-board professional-body charity local-authority "
    "parliament audit-body health-body judiciary other"
)
EVERY_ACT = sorted(set().union(*ACTS.values()))
LABELS = (RDFS.label, SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
TEXTS = (*LABELS, SKOS.definition, SKOS.example, SKOS.scopeNote, IKG.predicate, IKG.complement)
# words of a predicate that the reading passes over: two predicates that differ only in these are one
PASSED_OVER = frozenset(
    {"a", "an", "the", "his", "her", "its", "their", "this", "that", "these", "those", "some", "any", "no"}
)
BASE_FORMS_LIKE_OTHERS = frozenset({"bring", "need", "feed", "heed", "shed", "speed", "exceed", "succeed", "proceed"})


@cache
def graph(path: str) -> Graph:
    return Graph().parse(HOME / path, format="turtle")


def speech_acts() -> Graph:
    return graph("ontology/vocabularies/speech-acts.ttl")


def topics() -> Graph:
    return graph("data/thesaurus/topics.ttl")


def words(found: Graph, subject: URIRef, *properties: URIRef) -> list[str]:
    return [str(value) for each in properties for value in found.objects(subject, each)]


def predicates(act: str) -> list[str]:
    return words(speech_acts(), URIRef(ACT + act), SKOS.altLabel)


def concepts(found: Graph, base: str) -> list[URIRef]:
    return sorted(subject for subject in found.subjects(RDF.type, SKOS.Concept) if subject.startswith(base))


def compared(predicate: str) -> tuple[str, ...]:
    """The words that tell a predicate from another; what comes first always counts."""
    first, *rest = predicate.split()
    return (first, *(word for word in rest if word not in PASSED_OVER))


def names(scheme: str) -> set[str]:
    """Every preferred and other label of the concepts of a lexicon scheme."""
    found = graph(f"data/lexicon/{'cues' if scheme.startswith('inspection') else scheme}.ttl")
    members = found.subjects(SKOS.inScheme, URIRef(LEXICON + scheme))
    return {name for member in members for name in words(found, member, SKOS.prefLabel, SKOS.altLabel)}


# ── every file ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", FILES)
def test_every_vocabulary_is_turtle_and_says_something(path):
    assert len(graph(path)) > 20


@pytest.mark.parametrize("path", FILES)
def test_every_text_is_english_and_free_of_stray_white_space(path):
    for _, what, value in graph(path):
        if what in TEXTS:
            assert isinstance(value, Literal)
            assert value.language == "en", value
            assert str(value) == " ".join(str(value).split()) != "", value


@pytest.mark.parametrize("path", FILES)
def test_every_concept_has_one_preferred_label_and_a_scheme(path):
    found = graph(path)
    for concept in found.subjects(RDF.type, SKOS.Concept):
        assert len(list(found.objects(concept, SKOS.prefLabel))) == 1, concept
        assert list(found.objects(concept, SKOS.inScheme)), concept


@pytest.mark.parametrize("path", FILES)
def test_no_concept_repeats_a_label_of_its_own_under_another_heading(path):
    found = graph(path)
    for concept in found.subjects(RDF.type, SKOS.Concept):
        counted = Counter(words(found, concept, SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel))
        # a verb and its noun may be one word ("request"), a preferred label and an other one may not
        assert set(words(found, concept, SKOS.prefLabel)).isdisjoint(words(found, concept, SKOS.altLabel)), concept
        assert max(counted.values()) <= 2, concept


# ── speech acts ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_fourteen_acts_stand_under_the_five_kinds():
    found = speech_acts()
    scheme = URIRef(ACT)
    for kind, acts in ACTS.items():
        assert (URIRef(ACT + kind), SKOS.topConceptOf, scheme) in found
        narrower = {str(act).removeprefix(ACT) for act in found.subjects(SKOS.broader, URIRef(ACT + kind))}
        assert narrower == acts
        assert narrower == {str(act).removeprefix(ACT) for act in found.objects(URIRef(ACT + kind), SKOS.narrower)}
    assert len(concepts(found, ACT)) == len(EVERY_ACT) + len(ACTS)


@pytest.mark.parametrize("act", EVERY_ACT)
def test_every_act_is_defined_shown_in_a_sentence_and_has_verbs_and_nouns(act):
    found, subject = speech_acts(), URIRef(ACT + act)
    for what in (SKOS.definition, SKOS.example, SKOS.altLabel, SKOS.hiddenLabel):
        assert list(found.objects(subject, what)), what
    assert len(predicates(act)) >= 30


def test_the_lexicon_has_at_least_five_hundred_predicates():
    assert sum(len(predicates(act)) for act in EVERY_ACT) >= 500


@pytest.mark.parametrize("act", EVERY_ACT)
def test_every_predicate_is_written_in_lower_case_and_base_form(act):
    for predicate in predicates(act):
        assert predicate == predicate.lower().strip() != "", predicate
        head = predicate.split()[0]
        assert head not in {"is", "are", "was", "were", "been", "being", "has", "had", "did", "does"}, predicate
        assert head in BASE_FORMS_LIKE_OTHERS or not head.endswith(("ed", "ing")), predicate
        assert head != "be" or " " in predicate, predicate


def test_every_predicate_stands_under_one_act_only():
    counted = Counter(predicate for act in EVERY_ACT for predicate in predicates(act))
    assert [predicate for predicate, times in counted.items() if times > 1] == []


def test_no_two_predicates_differ_only_in_words_the_reading_passes_over():
    counted = Counter(compared(predicate) for act in EVERY_ACT for predicate in predicates(act))
    assert [predicate for predicate, times in counted.items() if times > 1] == []


def test_every_noun_names_one_act_only():
    counted = Counter(noun for act in EVERY_ACT for noun in words(speech_acts(), URIRef(ACT + act), SKOS.hiddenLabel))
    assert [noun for noun, times in counted.items() if times > 1] == []
    assert all(noun == noun.lower() and " " not in noun for noun in counted)


@pytest.mark.parametrize(
    ("predicate", "act"),
    [
        ("say", "informed"),
        ("point out", "informed"),
        ("draw attention to", "informed"),
        ("talk through", "informed"),
        ("shed light on", "informed"),
        ("be of the opinion", "opined"),
        ("take the view", "opined"),
        ("be minded", "opined"),
        ("seek clarification", "asked"),
        ("want to know", "asked"),
        ("call for", "requested"),
        ("be keen to see", "requested"),
        ("put it to", "suggested"),
        ("be willing", "undertook"),
        ("be content", "agreed"),
        ("be pleased", "welcomed"),
        ("express disappointment", "concerned"),
        ("be disappointed", "concerned"),
        ("be grateful", "thanked"),
        ("take issue", "disagreed"),
        ("sign off", "decided"),
        ("exchange views", "discussed"),
        ("be aware", "acknowledged"),
    ],
)
def test_a_predicate_tells_the_act_a_reader_expects(predicate, act):
    assert predicate in predicates(act)


def test_every_frame_evokes_one_act_before_a_complement():
    found = speech_acts()
    acts = {URIRef(ACT + act) for act in EVERY_ACT}
    for frame in found.subjects(RDF.type, IKG.Frame):
        assert str(frame).startswith(ROOT + "frame/")
        evoked = list(found.objects(frame, IKG.evokes))
        assert len(evoked) == 1 and evoked[0] in acts, frame
        assert (evoked[0], IKG.frame, frame) in found, frame
        complements = words(found, frame, IKG.complement)
        assert complements and all(
            complement == complement.lower() and " " not in complement for complement in complements
        ), frame


def test_every_frame_has_a_predicate_with_a_default_act():
    known = {predicate for act in EVERY_ACT for predicate in predicates(act)}
    assert {str(predicate) for predicate in speech_acts().objects(None, IKG.predicate)} <= known


def frames() -> dict[tuple[str, str], set[str]]:
    found = speech_acts()
    evoked: dict[tuple[str, str], set[str]] = {}
    for frame in found.subjects(RDF.type, IKG.Frame):
        for predicate in words(found, frame, IKG.predicate):
            for complement in words(found, frame, IKG.complement):
                evoked.setdefault((predicate, complement), set()).update(
                    str(act).removeprefix(ACT) for act in found.objects(frame, IKG.evokes)
                )
    return evoked


def test_no_predicate_evokes_two_acts_before_the_same_word():
    assert [pair for pair, acts in frames().items() if len(acts) > 1] == []


@pytest.mark.parametrize(
    ("predicate", "complement", "act"),
    [
        ("ask", "whether", "asked"),
        ("ask", "to", "requested"),
        ("ask", "for", "requested"),
        ("agree", "to", "undertook"),
        ("agree", "that", "agreed"),
        ("accept", "that", "acknowledged"),
        ("be keen", "that", "requested"),
        ("hope", "that", "opined"),
        ("offer", "to", "undertook"),
        ("note", "that", "informed"),
        ("raise", "concern", "concerned"),
        ("raise", "question", "asked"),
    ],
)
def test_a_complement_turns_a_predicate_to_the_act_a_reader_expects(predicate, complement, act):
    assert frames()[predicate, complement] == {act}


def test_what_is_not_agreed_is_disagreed_and_what_is_not_welcomed_is_a_concern():
    found = speech_acts()
    pairs = found.subject_objects(IKG.negated)
    assert {(str(act).removeprefix(ACT), str(other).removeprefix(ACT)) for act, other in pairs} == {
        ("agreed", "disagreed"),
        ("welcomed", "concerned"),
        ("undertook", "disagreed"),
    }


# ── the small vocabularies ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "base", "expected"),
    [
        ("strengths", STRENGTH, "committed planned proposed requested unlikely"),
        ("statuses", STATUS, "proposed planned under-way completed not-completed unlikely superseded"),
        ("attendance", ATTENDANCE, "present apologies in-attendance remote part"),
        ("meeting-roles", MEETING_ROLE, "chair deputy-chair secretary member guest minute-taker"),
        ("organisation-kinds", KIND, KINDS),
    ],
)
def test_a_small_vocabulary_has_the_concepts_of_the_data_model(name, base, expected):
    found = graph(f"ontology/vocabularies/{name}.ttl")
    assert {str(concept).removeprefix(base) for concept in concepts(found, base)} == set(expected.split())
    for concept in concepts(found, base):
        for what in (SKOS.definition, SKOS.example, SKOS.altLabel):
            assert list(found.objects(concept, what)), (concept, what)
        assert (URIRef(base), SKOS.hasTopConcept, concept) in found


@pytest.mark.parametrize(
    ("name", "base"),
    [
        ("strengths", STRENGTH),
        ("statuses", STATUS),
        ("attendance", ATTENDANCE),
        ("meeting-roles", MEETING_ROLE),
        ("organisation-kinds", KIND),
    ],
)
def test_a_cue_points_at_one_concept_only(name, base):
    found = graph(f"ontology/vocabularies/{name}.ttl")
    counted = Counter(
        cue
        for concept in concepts(found, base)
        for cue in {word.lower() for word in words(found, concept, SKOS.altLabel)}
    )
    assert [cue for cue, times in counted.items() if times > 1] == []


@pytest.mark.parametrize(
    ("cue", "status"),
    [
        ("completed", "completed"),
        ("ongoing", "under-way"),
        ("carried forward", "not-completed"),
        ("partially complete", "under-way"),
        ("cancelled", "unlikely"),
        ("overtaken by events", "superseded"),
        ("due to be", "planned"),
        ("under consideration", "proposed"),
    ],
)
def test_a_status_cue_tells_the_status_a_reader_expects(cue, status):
    assert cue in words(graph("ontology/vocabularies/statuses.ttl"), URIRef(STATUS + status), SKOS.altLabel)


# ── the lexicon ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("scheme", "least", "among"),
    [
        (
            "roles",
            150,
            "Chief Inspector|Director General|CEO|Secretary of State|Assistant Chief Constable|Head|Auditor General",
        ),
        ("honorifics", 100, "Mr|Ms|Mx|Dame|Baroness|Rt Hon|HHJ|Supt|DCC|KC|MSP"),
        ("bodies", 80, "Inspectorate|Office|Ministry|Court|Constabulary|Police|Task Force|University"),
        ("inspection-nouns", 20, "inspection|review|audit|inquiry|enquiry"),
        ("inspection-verbs", 10, "inspect|inspected|review|audit"),
        ("inspection-types", 20, "joint|thematic|follow-up|unannounced|area"),
    ],
)
def test_a_lexicon_scheme_is_full_and_has_the_words_everybody_knows(scheme, least, among):
    found = names(scheme)
    assert len(found) >= least
    assert set(among.split("|")) <= found


def test_no_title_ends_in_a_word_that_is_no_post():
    last = {name.lower().split()[-1] for name in names("roles")}
    assert last.isdisjoint(
        {"of", "for", "the", "and", "justice", "prosecutions", "rolls", "court", "council", "inspectorate"}
    )


def test_every_title_is_one_concept_only():
    found = graph("data/lexicon/roles.ttl")
    counted = Counter(
        word
        for concept in concepts(found, LEXICON + "roles/")
        for word in words(found, concept, SKOS.prefLabel, SKOS.altLabel)
    )
    assert [word for word, times in counted.items() if times > 1] == []
    assert {str(rank) for rank in found.objects(None, IKG.rank)} <= {
        "police",
        "judicial",
        "legal",
        "political",
        "civil",
        "academic",
    }


def test_a_title_of_address_tells_a_gender_only_where_the_word_does():
    found = graph("data/lexicon/honorifics.ttl")
    told = {
        str(found.value(subject, SKOS.prefLabel)): str(gender) for subject, gender in found.subject_objects(IKG.gender)
    }
    assert {told["Mr"], told["Sir"], told["Lord"]} == {"m"}
    assert {told["Mrs"], told["Ms"], told["Dame"], told["Baroness"]} == {"f"}
    assert told.keys().isdisjoint({"Dr", "Prof", "Mx", "Judge", "Chief"})


def test_a_body_word_names_a_known_kind_and_opens_a_name_only_where_said():
    found, kinds = (
        graph("data/lexicon/bodies.ttl"),
        set(concepts(graph("ontology/vocabularies/organisation-kinds.ttl"), KIND)),
    )
    assert set(found.objects(None, IKG.kind)) <= kinds
    openers = {str(found.value(subject, SKOS.prefLabel)) for subject in found.subjects(IKG.opens, Literal(True))}
    assert {"Office", "Ministry", "Department", "Association"} <= openers
    assert openers.isdisjoint({"Police", "Constabulary", "Service"})
    assert all(value.toPython() is True for value in found.objects(None, IKG.opens))


def test_every_inspection_noun_and_verb_is_of_one_of_four_kinds():
    found = graph("data/lexicon/cues.ttl")
    for scheme in ("inspection-nouns", "inspection-verbs"):
        for subject in found.subjects(SKOS.inScheme, URIRef(LEXICON + scheme)):
            assert str(found.value(subject, IKG.inspectionKind)) in {"inspection", "review", "audit", "inquiry"}


# ── topics ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_thesaurus_has_at_least_two_hundred_and_twenty_topics():
    assert len(concepts(topics(), TOPIC)) >= 220


def test_every_topic_is_named_by_its_iri():
    found = topics()
    for topic in concepts(found, TOPIC):
        label = str(found.value(topic, SKOS.prefLabel))
        assert str(topic) == TOPIC + slug(label)
        assert words(found, topic, RDFS.label) == [label]
        assert (topic, SKOS.inScheme, URIRef(DATA + "topics")) in found


def test_every_name_finds_one_topic_whatever_its_case():
    found = topics()
    counted = Counter(
        name.lower() for topic in concepts(found, TOPIC) for name in words(found, topic, SKOS.prefLabel, SKOS.altLabel)
    )
    assert [name for name, times in counted.items() if times > 1] == []


def test_every_topic_is_a_top_or_has_one_broader_topic_that_exists():
    found = topics()
    known = set(concepts(found, TOPIC))
    for topic in known:
        broader, tops = list(found.objects(topic, SKOS.broader)), list(found.objects(topic, SKOS.topConceptOf))
        assert len(broader) + len(tops) == 1, topic
        assert set(broader) <= known, topic
    assert set(found.objects(URIRef(DATA + "topics"), SKOS.hasTopConcept)) == set(
        found.subjects(SKOS.topConceptOf, URIRef(DATA + "topics"))
    )


def test_the_tree_of_topics_has_no_cycle():
    found = topics()
    for topic in concepts(found, TOPIC):
        path = [topic]
        while (above := found.value(path[-1], SKOS.broader)) is not None:
            assert above not in path, path
            path.append(above)
        assert len(path) <= 4, path


@pytest.mark.parametrize(
    ("name", "topic"),
    [
        ("domestic violence", "domestic-abuse"),
        ("DV", "domestic-abuse"),
        ("intimate partner violence", "domestic-abuse"),
        ("human trafficking", "modern-slavery"),
        ("MoUs", "memorandum-of-understanding"),
        ("special measures", "special-measures"),
        ("VPS", "victim-personal-statements"),
        ("recruitment", "recruitment"),
    ],
)
def test_a_synonym_finds_its_topic(name, topic):
    assert name in words(topics(), URIRef(TOPIC + topic), SKOS.prefLabel, SKOS.altLabel)
