"""The words that layout turns on: labels, roles, statuses, heads of posts and bodies.

Comes in: nothing.  Goes out: frozen sets and dictionaries, all keys in lower case with straight apostrophes.
"""

from __future__ import annotations

from functools import cache

from kg import resources
from kg.model import Attendance

# ── attendance ───────────────────────────────────────────────────────────────────────────────────────────────────────

_PRESENT, _APOLOGIES, _ATTENDING = Attendance.PRESENT, Attendance.APOLOGIES, Attendance.IN_ATTENDANCE
ATTENDANCE_LABELS: dict[str, Attendance] = {
    "present": _PRESENT, "attendees": _PRESENT, "attendee": _PRESENT, "attending": _PRESENT, "attended": _PRESENT, "attended by": _PRESENT,
    "attendance": _PRESENT, "attendance list": _PRESENT, "list of attendees": _PRESENT, "members": _PRESENT, "members present": _PRESENT,
    "participants": _PRESENT, "participants list": _PRESENT, "list of participants": _PRESENT, "those present": _PRESENT, "delegates": _PRESENT,
    "board members": _PRESENT, "panel members": _PRESENT, "committee members": _PRESENT, "council members": _PRESENT, "trustees": _PRESENT,
    "commissioners": _PRESENT, "non-executive members": _PRESENT, "executive members": _PRESENT, "members in attendance": _PRESENT,
    "voting members": _PRESENT, "independent members": _PRESENT, "present at the meeting": _PRESENT, "core members": _PRESENT,
    "in attendance": _ATTENDING, "also in attendance": _ATTENDING, "also present": _ATTENDING, "also attending": _ATTENDING,
    "others present": _ATTENDING, "others in attendance": _ATTENDING, "officials": _ATTENDING, "officials present": _ATTENDING,
    "officers": _ATTENDING, "officers present": _ATTENDING, "staff": _ATTENDING, "staff present": _ATTENDING, "guests": _ATTENDING,
    "guest": _ATTENDING, "invited guests": _ATTENDING, "visitors": _ATTENDING, "by invitation": _ATTENDING, "invitees": _ATTENDING,
    "invited": _ATTENDING, "observers": _ATTENDING, "observer": _ATTENDING, "observing": _ATTENDING, "secretariat": _ATTENDING, "presenters": _ATTENDING,
    "presenting": _ATTENDING, "speakers": _ATTENDING, "guest speakers": _ATTENDING, "advisers": _ATTENDING, "advisors": _ATTENDING,
    "non-members": _ATTENDING, "in attendance for part": Attendance.PART, "part attendance": Attendance.PART, "attended for part": Attendance.PART,
    "for part of the meeting": Attendance.PART, "in attendance for specific items": Attendance.PART, "in attendance for items": Attendance.PART,
    "by telephone": Attendance.REMOTE, "by phone": Attendance.REMOTE, "by video": Attendance.REMOTE, "by video link": Attendance.REMOTE,
    "dialled in": Attendance.REMOTE, "dial in": Attendance.REMOTE, "joined by telephone": Attendance.REMOTE, "online": Attendance.REMOTE,
    "via teams": Attendance.REMOTE, "by teams": Attendance.REMOTE, "on the phone": Attendance.REMOTE, "joining remotely": Attendance.REMOTE,
    "remote": Attendance.REMOTE, "virtual": Attendance.REMOTE, "via telephone": Attendance.REMOTE, "on the telephone": Attendance.REMOTE,
    "apologies": _APOLOGIES, "apology": _APOLOGIES, "apologies for absence": _APOLOGIES, "apologies received": _APOLOGIES,
    "apologies received from": _APOLOGIES, "apologies from": _APOLOGIES, "absent": _APOLOGIES, "absence": _APOLOGIES, "absences": _APOLOGIES,
    "not present": _APOLOGIES, "not in attendance": _APOLOGIES, "unable to attend": _APOLOGIES, "sent apologies": _APOLOGIES,
    "absent with apologies": _APOLOGIES, "members absent": _APOLOGIES, "regrets": _APOLOGIES, "apols": _APOLOGIES,
}  # fmt: skip
ATTENDANCE_LABELS |= {
    "sederunt": _PRESENT, "parties": _PRESENT, "governors present": _PRESENT, "governors": _PRESENT, "councillors": _PRESENT, "councillors present": _PRESENT,
    "taking part": _PRESENT, "those taking part": _PRESENT, "on the call": _PRESENT, "those attending": _PRESENT, "who was there": _PRESENT,
    "elected members": _PRESENT, "co-opted members": _PRESENT, "co-opted member": _PRESENT, "ex officio": _PRESENT, "ex officio members": _PRESENT,
    "lay members": _PRESENT, "executive": _ATTENDING, "executives": _ATTENDING, "in attendance were": _ATTENDING, "also in attendance were": _ATTENDING,
    "in the room": _PRESENT, "on the line": _PRESENT, "around the table": _PRESENT, "round the table": _PRESENT, "on screen": Attendance.REMOTE,
    "in person": _PRESENT, "joining": _PRESENT, "also": _ATTENDING, "also there": _ATTENDING, "also joining": _ATTENDING,
    "also in the room": _ATTENDING, "also on the call": _ATTENDING, "membership and attendance": _PRESENT, "membership": _PRESENT,
    "present were": _PRESENT, "those present were": _PRESENT, "directors": _PRESENT, "directors present": _PRESENT, "partners present": _PRESENT,
    "union side": _PRESENT, "management side": _PRESENT, "staff side": _PRESENT, "employers' side": _PRESENT, "representatives": _PRESENT,
    "joined by": _ATTENDING, "attended by invitation": _ATTENDING, "officials attending": _ATTENDING, "officers attending": _ATTENDING,
    "officers in attendance": _ATTENDING, "officials in attendance": _ATTENDING, "cabinet member": _PRESENT, "cabinet members": _PRESENT,
    "not attending": _APOLOGIES, "unable to join": _APOLOGIES, "could not attend": _APOLOGIES, "attending in person": _PRESENT,
    "attending remotely": Attendance.REMOTE, "attending online": Attendance.REMOTE, "joining online": Attendance.REMOTE, "attending by video": Attendance.REMOTE,
    "unable to be present": _APOLOGIES, "apologies received for": _APOLOGIES, "apologies were received from": _APOLOGIES, "apologies were": _APOLOGIES,
    "apologies received were": _APOLOGIES, "apologies sent": _APOLOGIES, "apologies intimated": _APOLOGIES, "leave of absence": _APOLOGIES,
    "there": _PRESENT, "those there": _PRESENT, "who came": _PRESENT, "in the meeting": _PRESENT, "at the meeting": _PRESENT, "at the table": _PRESENT,
    "excused": _APOLOGIES, "excused absence": _APOLOGIES, "not able to attend": _APOLOGIES, "not able to be present": _APOLOGIES, "not there": _APOLOGIES,
    "unable to come": _APOLOGIES, "could not come": _APOLOGIES, "could not join": _APOLOGIES, "could not be there": _APOLOGIES, "missing": _APOLOGIES,
    "did not attend": _APOLOGIES, "apologies had been received from": _APOLOGIES, "apologies for non-attendance": _APOLOGIES,
}  # fmt: skip
NEEDS_COLON = frozenset({"there", "missing", "excused"})  # labels before a colon only
LAST_WORDS = {  # the last word of a longer label: "Non-executive members:"
    "members": _PRESENT, "attendees": _PRESENT, "present": _PRESENT, "attendance": _ATTENDING, "participants": _PRESENT, "officials": _ATTENDING,
    "officers": _ATTENDING, "observers": _ATTENDING, "guests": _ATTENDING, "apologies": _APOLOGIES, "invitees": _ATTENDING, "secretariat": _ATTENDING,
    "staff": _ATTENDING, "representatives": _PRESENT, "governors": _PRESENT, "councillors": _PRESENT, "directors": _PRESENT, "trustees": _PRESENT,
    "attending": _PRESENT, "absent": _APOLOGIES, "visitors": _ATTENDING, "commissioners": _PRESENT,
}  # fmt: skip
LABEL_ROLES = {  # what an entry under the label, or before a colon, is besides present
    "chair": "chair", "chairman": "chair", "chairperson": "chair", "chairwoman": "chair", "in the chair": "chair", "chaired by": "chair",
    "acting chair": "chair", "interim chair": "chair", "co-chair": "chair", "chair of the meeting": "chair", "meeting chair": "chair",
    "chairing": "chair", "presiding": "chair", "deputy chair": "deputy-chair", "vice chair": "deputy-chair", "vice-chair": "deputy-chair",
    "vice chairman": "deputy-chair", "deputy chairman": "deputy-chair", "secretary": "secretary", "secretariat": "secretary", "clerk": "secretary",
    "board secretary": "secretary", "committee secretary": "secretary", "secretary to the board": "secretary", "minutes": "minute-taker",
    "minute taker": "minute-taker", "minute-taker": "minute-taker", "minutes secretary": "minute-taker", "minute secretary": "minute-taker",
    "taking the minutes": "minute-taker", "minutes taken by": "minute-taker", "note taken by": "minute-taker", "notes taken by": "minute-taker",
    "convener": "chair", "convenor": "chair", "vice convener": "deputy-chair", "vice-convener": "deputy-chair", "depute convener": "deputy-chair",
    "chairing the meeting": "chair", "vice-chairman": "deputy-chair", "deputy convener": "deputy-chair", "preses": "chair", "in the chair for item": "chair",
    "for the minutes": "minute-taker", "for the note": "minute-taker", "recording": "minute-taker", "record": "minute-taker", "recorder": "minute-taker",
    "note-keeper": "minute-taker", "taking notes": "minute-taker", "keeping the minutes": "minute-taker",
    "taking minutes": "minute-taker", "minuting": "minute-taker", "note": "minute-taker", "notes": "minute-taker", "note taker": "minute-taker",
    "note-taker": "minute-taker", "notetaker": "minute-taker", "minutetaker": "minute-taker", "taking the note": "minute-taker", "scribe": "minute-taker",
    "observer": "guest", "observers": "guest", "guest": "guest", "guests": "guest", "invited guests": "guest", "visitors": "guest",
    "by invitation": "guest", "invitees": "guest", "member": "member", "members": "member", "board members": "member", "panel members": "member",
    "committee members": "member", "members present": "member", "trustees": "member", "lay member": "member", "independent member": "member",
}  # fmt: skip
NOBODY = frozenset(
    "none|none received|no apologies|no apologies received|no apologies were received|nil|n/a|na|not applicable|there were none|"
    "there were no apologies|-|–|tbc|vacant|see above|as above|all members".split("|")
)
REDACTED = frozenset(
    "redacted|name redacted|name withheld|withheld|names redacted|s40|s.40|section 40|xxxx|xxx|xx".split("|")
)
SHARED_TITLES = {  # one title before several names, and what it is before one
    "councillors": "Councillor", "cllrs": "Councillor", "cllrs.": "Councillor", "messrs": "Mr", "messrs.": "Mr", "mesdames": "Mrs", "drs": "Dr",
    "professors": "Professor", "profs": "Professor", "bailies": "Bailie", "baillies": "Bailie", "aldermen": "Alderman", "judges": "Judge", "lords": "Lord",
    "misses": "Miss", "doctors": "Dr", "provosts": "Provost", "senators": "Senator", "deputies": "Deputy", "reverends": "Reverend", "sheriffs": "Sheriff",
    "justices": "Justice", "magistrates": "Magistrate", "inspectors": "Inspector", "mps": "MP", "msps": "MSP", "sirs": "Sir",
}  # fmt: skip
NO_BODY = frozenset(
    "independent|independent member|lay member|self|public|individual|retired|external|unaffiliated|co-opted|observer|tenant|member|present|"
    "attended|apologies|in person|remote|online".split("|")
)
OF_ONE_MEETING = (
    "board committee panel group forum council commission authority partnership conference assembly trust court".split()
)
HONORIFICS = frozenset(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron viscount earl rt hon revd rev
    reverend canon bishop archbishop cllr councillor alderman judge justice hhj hh mrs mayor dc dcs ds di dci
    pc sgt sergeant inspector insp superintendent supt chief constable acc dcc cc assistant deputy detective
    commander commodore captain capt major maj colonel col lieutenant lt general gen brigadier brig admiral
    air marshal sqn ldr cpl det detective insp temp temporary t/assistant t/acc t/chief t/supt bailie baillie provost sheriff father fr
    senator mme mlle rabbi imam sister brother deacon archdeacon dean recorder alderman ald wing squadron leader honour excellency worship
    clr lieutenant-colonel pcso wpc cdr
    """.split()
)
PLAIN_HONORIFICS = frozenset(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron viscount earl revd rev reverend
    canon cllr councillor hhj superintendent supt acc dcc dci sergeant sgt commander captain major colonel
    brigadier bailie baillie sheriff father fr senator mme mlle rabbi deacon archdeacon alderman inspector insp
    pc bishop archbishop judge clr constable lieutenant capt col maj
    """.split()
)
# words that begin or qualify a post or a body and are no first name
ROLE_MODIFIERS = frozenset(
    """
    senior junior principal policy strategic regional national legal independent lay tenant upper lower managing corporate
    democratic external internal public private central district area service safeguarding finance human chief health clinical
    medical nursing operational operations commercial communications community county borough city town parish staff parent
    co-opted coopted elected ex vice joint joined by via head customer licensing performance quality audit risk committee
    board panel group victim victims witness criminal civil family crown high royal northern southern eastern western north south
    east west great greater lead programme project business research data digital information technical environmental
    professional academic non-executive executive financial social economic general special monitoring committee
    uk administrative administration support member members present apologies hm his her nhs her majesty
    """.split()
)
SUFFIXES = frozenset(
    "mp kc qc obe mbe cbe kbe dbe cb jp phd msp ms am mla td mep qpm qfsm qam dl frs frse ra ba bsc msc bt kcb dcb cmg kcmg bem cpfa".split()
)
PARTICLES = frozenset("de la le van von der den di da del della du bin ibn al el ap ab mac st st. y dos".split())

# ── posts and bodies ─────────────────────────────────────────────────────────────────────────────────────────────────

POST_HEADS = frozenset(
    """
    director directors chief head minister chair chairman chairwoman chairperson convenor convener secretary
    officer officers manager commissioner commissioners inspector superintendent constable adviser advisor
    advisers advisors lead leader president treasurer registrar analyst lawyer solicitor barrister clerk
    trustee governor counsel assistant associate principal ombudsman regulator auditor controller coordinator
    co-ordinator consultant economist statistician scientist researcher professor lecturer fellow executive
    spokesperson ambassador envoy delegate representative rep member administrator engineer architect editor
    journalist nurse doctor gp surgeon psychologist social worker teacher headteacher pharmacist prosecutor
    judge magistrate sheriff mayor warden planner specialist strategist liaison champion sponsor tsar czar
    deputy intern apprentice expert partner owner ceo cfo coo cto dg dpp pcc chaplain coroner curator
    librarian archivist surveyor steward bursar provost dean rector vice-chancellor chancellor moderator
    comptroller examiner investigator adjudicator arbitrator mediator advocate guardian protector custodian
    marshal inspectors investigators undersecretary under-secretary
    master bailiff biologist person keeper ranger harbourmaster proprietor accountant founder matron midwife vet paramedic firefighter
    headmaster headmistress superintendent tenant resident carer volunteer assessor reporter clinician therapist dentist
    actuary factor postmaster skipper scrutineer hmi hmci taker physicist geologist ecologist archaeologist pathologist
    toxicologist epidemiologist statistician demographer facilitator ambassador patron rapporteur provost convener
    """.split()
)
BODY_HEADS = frozenset(
    """
    department departments ministry office offices board council agency authority service services commission
    trust association federation union university college institute institution school police constabulary
    inspectorate group team unit directorate division branch network society partnership foundation charity
    committee panel forum court courts tribunal tribunals government parliament assembly ltd limited plc llp
    company corporation centre hospital church party fund bank alliance coalition consortium league guild
    bureau secretariat taskforce taskforce programme society conservancy registry executive home cabinet
    treasury museum library gallery archive archives academy chamber congress confederation collective
    community network nhs advisory science support
    """.split()
)

# ── headings ─────────────────────────────────────────────────────────────────────────────────────────────────────────

PROCEDURAL = frozenset(
    """matters discussed|what happens next|what happens now|why we met|who was there|status of this record|status of this note|issues discussed|matters for discussion|issues for discussion|items discussed|topics discussed|points discussed|matters considered|
    discussion|discussions|key discussion|discussion points|points of discussion|key points|main points|summary of discussion|decision|decisions|
    notes|note|minutes|agenda|agenda items|items|present|attendees|attendance|apologies|apologies for absence|in attendance|
    date|time|venue|location|place|chair|purpose|purpose of meeting|purpose of the meeting|purpose of visit|meeting date|
    action|actions|action points|action point|action log|action list|actions agreed|agreed actions|summary of actions|list of actions|actions arising|
    progress|status|owner|due|update|outcome|outcomes|resolved|agreed|recommendation|recommendations|comments|comment|in summary|summary|in discussion|
    circulation|distribution|copy list|cc|contents|annex|signed|end|minutes of the meeting|minutes of meeting|note of meeting|notes of meeting|
    meeting minutes|meeting note|meeting notes|record of meeting|confidential|official|official sensitive|draft|final|unclassified|members|officials|guests|
    issues|matters|topics|details|details of meeting|meeting details|participants|project description|points made|points raised|comments made""".replace(
        "\n    ", ""
    ).split("|")
)
PROCEDURAL_STARTS = (
    "points made in", "points raised in", "comments made in", "in discussion", "the following points", "key points", "issues raised in",
    "matters raised in", "the following actions", "actions arising", "actions from this", "summary of actions", "annex ", "appendix ",
)  # fmt: skip
USUAL_HEADINGS = frozenset(
    """welcome|a.o.b|a.o.c.b|any other competent business|urgent business|welcome and introductions|introductions|introduction|welcome and apologies|apologies and welcome|matters arising|any other business|aob|
    any other business (aob)|minutes of the last meeting|minutes of the previous meeting|minutes of last meeting|minutes of previous meeting|
    previous minutes|next steps|next meeting|date of next meeting|date of the next meeting|declarations of interest|declaration of interests|
    conflicts of interest|chair's update|chair's report|chief executive's report|forward look|close|closing remarks|opening remarks|
    minutes and matters arising|minutes and actions|review of actions|review of previous actions|actions from the last meeting|dates of next meetings|
    future meetings|dates of future meetings""".replace("\n    ", "").split("|")
)
LABELS = frozenset(
    """date|meeting date|date of meeting|date and time|date/time|date & time|time|venue|location|place|held at|held on|held|where|when|chair|chaired by|subject|
    title|meeting|meeting title|author|from|to|cc|ref|reference|file|version|status|classification|owner|lead|due|due date|deadline|action|actions|
    action point|action points|minutes|note|notes|note taker|minute taker|minutes taken by|purpose|published|website|email|tel|contact|distribution|circulation|
    decision|agreed|resolved|next meeting|date of next meeting|date of the next meeting|timing|by when|by whom|resp|responsible|progress|update|secretary|
    duration|organisation|department|publication date|last updated|document|agenda|type|type of meeting""".replace(
        "\n    ", ""
    ).split("|")
)
# words that a sentence has and a heading has not
FINITE = frozenset(
    """
    is are was were has have had will would shall should can could may might must does did do said says asked
    agreed noted informed explained reported confirmed welcomed thanked suggested stated outlined raised
    discussed advised updated introduced presented gave felt thought considered commented requested pointed
    emphasised highlighted added met led spoke replied answered wished wanted led provided questioned observed
    invited encouraged clarified acknowledged recognised stressed proposed recommended undertook promised
    offered reminded mentioned described summarised warned isn't wasn't don't didn't won't can't be been being
    we i he she they it
    """.split()
)
QUESTION_WORDS = frozenset("what how why who where when which whether".split())

# ── actions ──────────────────────────────────────────────────────────────────────────────────────────────────────────

STATUSES = {
    "partially complete": "under-way", "partially completed": "under-way", "partly complete": "under-way", "partly completed": "under-way",
    "part complete": "under-way", "not yet complete": "not-completed", "not complete": "not-completed", "not completed": "not-completed", "incomplete": "not-completed",
    "not done": "not-completed", "not started": "not-completed", "not yet started": "not-completed", "not met": "not-completed", "not achieved": "not-completed",
    "not to be taken forward": "superseded", "no longer required": "superseded", "superseded": "superseded", "withdrawn": "superseded",
    "overtaken by events": "superseded", "not taken forward": "superseded", "cancelled": "superseded", "completed": "completed", "complete": "completed",
    "closed": "completed", "done": "completed", "discharged": "completed", "actioned": "completed", "achieved": "completed", "action closed": "completed",
    "action complete": "completed", "action completed": "completed", "action discharged": "completed", "delivered": "completed", "now complete": "completed",
    "outstanding": "not-completed", "overdue": "not-completed", "delayed": "not-completed", "deferred": "not-completed", "open": "under-way",
    "in progress": "under-way", "in hand": "under-way", "in train": "under-way", "on track": "under-way", "ongoing": "under-way", "on-going": "under-way",
    "on going": "under-way", "underway": "under-way", "under way": "under-way", "under-way": "under-way", "work in progress": "under-way",
    "carried forward": "not-completed", "carry forward": "not-completed", "carried over": "not-completed", "c/f": "not-completed", "pending": "not-completed",
    "action carried forward": "not-completed", "to be carried forward": "not-completed", "planned": "planned", "plan in place": "planned",
    "remains open": "under-way", "action ongoing": "under-way", "not progressed": "not-completed", "progressing": "under-way",
}  # fmt: skip
ACTION_COLUMNS = {  # what the column of an action table holds
    "action": "task", "actions": "task", "action point": "task", "action points": "task", "agreed action": "task", "task": "task", "description": "task",
    "actions agreed": "task", "action required": "task", "action agreed": "task", "detail": "task", "details": "task", "what": "task", "item": "task",
    "owner": "owners", "owners": "owners", "lead": "owners", "by whom": "owners", "who": "owners", "responsible": "owners", "responsibility": "owners",
    "action owner": "owners", "assigned to": "owners", "resp": "owners", "resp.": "owners", "action by": "owners", "action for": "owners", "by": "owners",
    "person responsible": "owners", "lead officer": "owners", "initials": "owners", "action on": "owners", "due": "due", "due date": "due",
    "deadline": "due", "by when": "due", "when": "due", "target date": "due", "date due": "due", "timescale": "due", "timing": "due", "date": "due",
    "target": "due", "completion date": "due", "due by": "due", "progress": "status", "status": "status", "update": "status", "outcome": "status",
    "progress/update": "status", "progress update": "status", "comment": "status", "comments": "status", "status/update": "status", "no": "ref",
    "no.": "ref", "number": "ref", "ref": "ref", "ref.": "ref", "reference": "ref", "#": "ref", "action no": "ref", "action no.": "ref", "action ref": "ref",
    "agenda item": "ref", "item no": "ref", "item no.": "ref", "minute": "ref", "minute ref": "ref", "rag": "ref", "meeting": "ref", "id": "ref",
}  # fmt: skip


@cache
def first_names() -> frozenset[str]:
    """First names in lower case, of ``data/lexicon/first-names.tsv``."""
    path = resources.data() / "lexicon" / "first-names.tsv"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return frozenset(line.split("\t")[0].lower() for line in lines if line and not line.startswith("#"))
