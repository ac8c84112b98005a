"""The document, the meeting it records, who took part, and the agenda.

Comes in: a Reading.  Goes out: triples.  The one idea: the document says of itself how it was read and how much of it
was understood.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePath

from kg import resources
from kg.model import AgendaItem, Attendance, Participant, Reading, Span
from kg.patterns import expression
from kg.terms import ATTENDANCE, DATA, MEETING_ROLE, fact_iri, iri, minutes_iri, quote_iri
from kg.triples.writing import Triple, day, english, name, ref, text, whole
from kg.version import __version__

_DAY_FIRST = expression(r"^\d{4}-\d\d-\d\d(?:-|$)")
_READ_WITH = (("ontology", "*.ttl"), ("data/registry", "*.ttl"), ("data/lexicon", "*"), ("data/thesaurus", "*.ttl"))


@cache
def configuration(extended: tuple[Path, ...] = ()) -> str:
    """The digest of the vocabularies and data files that the reading uses, and of the user's own: the same files, the same digest."""
    digest = hashlib.sha256()
    for folder, pattern in _READ_WITH:
        root = resources.ontology() if folder == "ontology" else resources.data() / folder.removeprefix("data/")
        for path in sorted(root.rglob(pattern)):
            if path.is_file():
                digest.update(f"{folder}/{path.relative_to(root).as_posix()}\n".encode())
                digest.update(path.read_bytes())
    for path in extended:
        digest.update(f"{path.name}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def quote(reading: Reading, span: Span) -> Iterator[Triple]:
    """The words of a stretch of the document, at an IRI that points at them."""
    here = ref(quote_iri(reading.document.slug, span.start, span.end))
    yield here, name("rdf:type"), name("ikg:Quote")
    yield here, name("rdf:type"), name("oa:SpecificResource")
    yield here, name("prov:wasQuotedFrom"), ref(minutes_iri(reading.document.slug))
    yield here, name("oa:start"), whole(span.start)
    yield here, name("oa:end"), whole(span.end)
    yield here, name("oa:exact"), text(span.of(reading.document.text))


def evidence(reading: Reading, fact: str, span: Span) -> Iterator[Triple]:
    """The fact rests on these words."""
    yield fact, name("ikg:evidence"), ref(quote_iri(reading.document.slug, span.start, span.end))
    yield from quote(reading, span)


def minutes(reading: Reading) -> Iterator[Triple]:
    """The document itself: where it comes from, its text, and how much of it was understood."""
    document, here = reading.document, ref(minutes_iri(reading.document.slug))
    for kind in ("ikg:Minutes", "foaf:Document", "prov:Entity"):
        yield here, name("rdf:type"), name(kind)
    yield here, name("rdfs:label"), english(_title(reading))
    yield here, name("dcterms:title"), english(_title(reading))
    yield here, name("dcterms:source"), text(_source(reading))
    yield here, name("dcterms:format"), text(document.media_type)
    if document.date:
        yield here, name("dcterms:issued"), day(document.date)
    yield here, name("schema:sha256"), text(document.sha256)
    yield here, name("schema:text"), text(document.text)
    yield here, name("ikg:sentences"), whole(reading.sentences)
    yield here, name("ikg:sentencesMapped"), whole(reading.sentences - len(reading.unmapped))
    for span in reading.unmapped:
        yield here, name("ikg:unmapped"), ref(quote_iri(document.slug, span.start, span.end))
        yield from quote(reading, span)
    yield from _generation(here, configuration(reading.extended))


def _title(reading: Reading) -> str:
    return reading.title or reading.document.title or _of_file(reading)


def _of_file(reading: Reading) -> str:
    """A document without a title is called by its file and the day of the meeting: "Chair of the parole board, 12 November 2018"."""
    words = _DAY_FIRST.sub("", reading.document.slug).replace("-", " ").strip() or "meeting"
    met = reading.meeting_date.day if reading.meeting_date else None
    return words[0].upper() + words[1:] + (f", {met.day} {met:%B %Y}" if met else "")


def _source(reading: Reading) -> str:
    """The URL, or the file name without its folder: the same file in another place is the same document."""
    source = reading.document.source
    return source if "://" in source else PurePath(source).name


def _generation(document: str, used: str) -> Iterator[Triple]:
    """Which version read the document with which configuration: no clock, so that reading twice says the same."""
    activity = ref(f"{DATA}extraction/{__version__}-{used[:12]}")
    software = ref(f"{DATA}software/inspectorate-kg-{__version__}")
    yield document, name("prov:wasGeneratedBy"), activity
    yield activity, name("rdf:type"), name("prov:Activity")
    yield activity, name("rdfs:label"), english(f"Extraction by inspectorate-kg {__version__}")
    yield activity, name("ikg:configuration"), text(used)
    yield activity, name("prov:wasAssociatedWith"), software
    yield software, name("rdf:type"), name("prov:SoftwareAgent")
    yield software, name("rdfs:label"), english(f"inspectorate-kg {__version__}")
    yield software, name("schema:softwareVersion"), text(__version__)


def meeting(reading: Reading) -> Iterator[Triple]:
    """The meeting, its day as far as the text gives one, and its agenda."""
    here = ref(iri(reading.meeting))
    for kind in ("ikg:Meeting", "schema:Event", "prov:Activity"):
        yield here, name("rdf:type"), name(kind)
    yield here, name("rdfs:label"), english(_title(reading))
    yield here, name("ikg:recordedIn"), ref(minutes_iri(reading.document.slug))
    if reading.meeting_date:
        yield here, name("dcterms:date"), day(reading.meeting_date.day)
        yield here, name("ikg:dateReason"), text(reading.meeting_date.reason)
        if reading.meeting_date.span:
            yield from evidence(reading, here, reading.meeting_date.span)
    if reading.next_meeting:
        yield here, name("ikg:nextMeeting"), day(reading.next_meeting)
    if reading.location:
        yield here, name("schema:location"), text(reading.location)
    for number, participant in enumerate(reading.participants, 1):
        yield from _participation(reading, participant, number)
    for item in reading.agenda:
        yield from _agenda_item(reading, item)


def _participation(reading: Reading, participant: Participant, number: int) -> Iterator[Triple]:
    here, meeting_ = ref(f"{iri(reading.meeting)}/participation/{number}"), ref(iri(reading.meeting))
    agent = ref(iri(participant.agent))
    yield meeting_, name("ikg:participation"), here
    if participant.attendance is not Attendance.APOLOGIES:
        yield meeting_, name("ikg:participant"), agent
    yield here, name("rdf:type"), name("ikg:Participation")
    yield here, name("rdf:type"), name("prov:Association")
    yield here, name("ikg:participant"), agent
    yield here, name("ikg:attendance"), ref(ATTENDANCE + participant.attendance)
    if participant.representing:
        yield here, name("ikg:representing"), ref(iri(participant.representing))
    if participant.role:
        yield here, name("ikg:meetingRole"), ref(MEETING_ROLE + participant.role)
    yield from evidence(reading, here, participant.evidence)


def agenda_iri(reading: Reading, position: int) -> str:
    """The IRI of the agenda item at a position."""
    return fact_iri(reading.document.slug, "agenda", position)


def _agenda_item(reading: Reading, item: AgendaItem) -> Iterator[Triple]:
    here = ref(agenda_iri(reading, item.position))
    yield ref(iri(reading.meeting)), name("ikg:agendaItem"), here
    yield here, name("rdf:type"), name("ikg:AgendaItem")
    yield here, name("rdfs:label"), english(item.title)
    yield here, name("dcterms:title"), english(item.title)
    yield here, name("ikg:position"), whole(item.position)
    for topic in item.topics:
        yield here, name("dcterms:subject"), ref(iri(topic))
    yield from evidence(reading, here, item.evidence)
