"""The closed classes of English words that finding names needs."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
    a about above according accordingly across additionally after afterwards again against all almost already
    also although always am among an and another any anyone anything are around as aside at away back be
    because been before behind being below besides between beyond both but by can cannot could currently
    despite did do does done down due during each earlier either else even ever every everyone everything
    except few finally first firstly following for former from further furthermore given had has have having
    he hence her here hers herself him himself his how however i if in indeed inside instead into is it its
    itself just last lastly later least less let like likewise many may me meanwhile might mine more moreover
    most much must my namely near nearly neither never nevertheless next no nobody none nonetheless nor not
    nothing now of off often on once one only onto or other others otherwise our ours out outside over overall
    own per perhaps please previous previously prior rather regarding respectively s same second secondly
    seven several shall she should similarly since six so some somebody someone something soon still subject
    subsequently such ten than thank that the their them themselves then there thereafter therefore these they
    third thirdly this those though three through throughout thus to today together too towards turning two
    under unless until up upon us very via was we were what whatever when whenever where whereas whether which
    while who whoever whole whom whose why will with within without would yes yet you your eleven twelve five
    four eight nine half both neither noting asked responding following speaking concerning considering
    including referring summarising reflecting
    """.split()
)
CONNECTORS = frozenset("of for and the & to".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday easter christmas".split()
)
# what an action line begins with, before a name
ORDERS = frozenset(
    "invite ask write contact send remind thank meet email brief chase inform notify consult approach telephone phone tell advise visit engage".split()
)
# bodies whose branches are bodies of their own, called by a place and the name of the whole
WITH_BRANCHES = frozenset(
    {
        "women's aid",
        "citizens advice",
        "victim support",
        "healthwatch",
        "rape crisis",
        "age uk",
        "samaritans",
        "mencap",
        "crimestoppers",
        "rethink",
    }
)
# what firms do; a name of capitals set apart behind one is that of a firm
TRADES = frozenset(
    "auditors accountants solicitors architects surveyors actuaries consultants contractors consultancy bankers insurers lawyers engineers firm company "
    "contractor caterer supplier provider manufacturer operator retailer publisher charity lender insurer landlord developer".split()
)
PROGRAMME_HEADS = frozenset(
    "programme programmes scheme initiative project pilot campaign pledge strategy plan framework rollout roll-out".split()
)
LEGISLATION_HEADS = frozenset("act bill order regulations rules directive".split())
REPORT_HEADS = frozenset("report".split())
UNIT_HEADS = frozenset(
    "team unit directorate division branch department group office section secretariat division".split()
)
# acronyms that name no body
NO_BODY = frozenset(
    """
    AOB IT UK EU US USA AM PM TV MP MPS QC KC CEO CV ID OK PDF URL API GDPR KPI KPIS MOU MOUS SLA SLAS FOI
    FOIA HR PA PR CCTV DNA GP GPS FAQ FAQS CPD NB PS TBC TBA ICT AI GB RAG TOR TORS SMT SRO FTE VAT NI GBP Q1
    Q2 Q3 Q4 BAME LGBT LGBTQ SEN SEND BSL UPDATE ACTION ACTIONS NOTE ITEM DATE PRESENT APOLOGIES RESOLVED
    AGREED NOTED DECISION DECISIONS RECOMMENDED I II III IV V VI VII
    """.split()
)
PLACES = frozenset(
    "london wales scotland england manchester birmingham leeds liverpool merseyside yorkshire kent essex sussex surrey norfolk suffolk cumbria lancashire cheshire "
    """
    wessex midlands northumbria thames cymru ulster belfast cardiff edinburgh glasgow cornwall devon dorset
    hampshire derbyshire
    """.split()
)

# verbs that minutes write in capitals
SHOUTED = frozenset(
    "RESOLVED AGREED NOTED APPROVED RECOMMENDED REQUESTED DECIDED CONFIRMED ACCEPTED ORDERED CARRIED MOVED SECONDED ENDORSED RATIFIED".split()
)
# societies that are called by what they are of: "Chamber of Trade", "Institute of Directors"
SOCIETIES = frozenset(
    "chamber society institute association college federation academy church guild league union faculty institution alliance "
    "campaign school congress confederation".split()
)
QUARTERS = frozenset("north south east west mid central greater upper lower".split())
# places and kinds of body, written with capitals, that name none
GENERIC = frozenset(
    """
    council chamber|council chambers|training centre|conference centre|community centre|leisure centre|civic centre|town hall|county hall|
    local authority|support service|advisory service|advisory and support service|county court|magistrates court|youth court|family court|
    criminal court|civil court|head office|post office|call centre|contact centre|data centre|control centre|control room|committee room|
    board room|board meeting|committee meeting|council meeting|panel meeting|working group|steering group|project team|project board|
    management team|leadership team|senior management team|public services|public service|social services|emergency services|
    food bank|blood bank|south bank|west bank|north bank|left bank|right bank|time bank|youth club|breakfast club|book club|lunch club|
    national government|central government|local government|the government|civil service
    """.replace("\n    ", "")
    .strip()
    .split("|")
)
# bodies whose regions are called by their acronym and a place
WITH_UNITS = frozenset({"CPS", "NHS", "Healthwatch", "HMCTS", "NPS", "CRC"})
# what stands behind such an acronym and is no place
NO_PLACES = frozenset(
    "area areas crown court courts county region regions regional staff national headquarters policy trusts boards digital long term "
    "plan data estate estates property code lawyers prosecutors officials reform website".split()
)
