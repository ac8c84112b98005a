"""The closed classes of English words that reading a clause needs, and the lists of ``data/lexicon/acting.toml`` on who acts and what is a deed."""

from __future__ import annotations

from kg.lexicon.lists import lists

ACTING = lists("acting")
AWAITED = ACTING.words("awaited") | ACTING.words("papers")
LEAVES = ACTING.words("leaves")
UNBOUND = lists("speaking").words("unbound")
BEFALLEN = lists("speaking").words("befallen")

MODALS = frozenset("will would shall should can could may might must ought 'll 'd wo ca".split())
OF_TWO = frozenset({"former", "latter"})
BE = frozenset("be am is are was were been being".split())
HAVE = frozenset("have has had having".split())
DO = frozenset("do does did".split())
BEING = BE | HAVE
AUXILIARIES = BEING | MODALS
FINITE = AUXILIARIES | DO
NOT = frozenset({"not", "never", "nor"})
CONTRACTED = {"cannot": "can", "'d": "would", "'ll": "will"}  # "won't" is two tokens: "will", "not"
PRONOUNS = frozenset("he she they it we both all each neither".split())
SINGULAR = {"he": "m", "she": "f"}
OBJECTS = {"him": "m", "her": "f", "them": None, "us": None, "me": None}
# who is meant by a possessive
OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it", "our": "we", "my": "we"}
POSSESSIVES = {"his": "m", "her": "f", "their": None, "its": None, "our": None}
ADVERBS = frozenset(
    """
    also then further again however therefore thus too both still now already just only first firstly second
    secondly third thirdly finally lastly next later subsequently separately jointly together once both all
    each strongly rather quite very particularly especially generally broadly equally similarly likewise
    accordingly nevertheless nonetheless moreover furthermore additionally meanwhile instead indeed soon never
    always often sometimes yet even almost simply always once alone hence so well therefore themselves himself
    herself itself in-turn always though afterwards thereafter currently initially originally personally
    formally informally briefly thereupon hereupon
    """.split()
)
# words that may open a sentence before its subject, without a comma
OPENERS = frozenset(
    """
    however also then finally lastly next furthermore moreover additionally meanwhile nevertheless nonetheless
    therefore thus and but so similarly likewise firstly secondly thirdly instead separately subsequently
    later afterwards only accordingly overall again indeed further thereafter henceforth hereafter eventually
    ultimately nevertheless thereupon together
    """.split()
)
PREPOSITIONS = frozenset(
    """
    in on at by for with from of to under over after before since during following within without regarding
    concerning given as among between despite against about upon into across through towards beyond beneath
    behind around per via including subject
    """.split()
)
SUBORDINATORS = frozenset(
    """
    when while where whilst although though if because since as once until unless whereas after before having
    noting responding speaking asked turning whether given
    """.split()
)
ARTICLES = frozenset(
    "such the a an this that these those his her their its our some any no each every all both".split()
)
COLLECTIVES = ACTING.words("collectives")
STAFF = ACTING.words("staff")
OWN_BODIES = ACTING.words("own-bodies")
GOVERNING = ACTING.words("governing")
CREWS = ACTING.words("crews")
COLLECTIVE_HEADS = ACTING.words("collective-heads")
QUESTION_WORDS = frozenset("whether if what how why when who which where whose whereby".split())
BEHIND_HER = (
    PREPOSITIONS | QUESTION_WORDS | frozenset("that and but or not also again there the a an".split())
)  # where "her" owns nothing
DOINGS = ACTING.words("doings")
STATES = ACTING.words("states")
SAYINGS = ACTING.words("sayings")
INTAKES = ACTING.words("intakes")
MATTERS_OF_TALK = ACTING.words("matters-of-talk")
SHARED_TITLES = ACTING.words("titles-of-several")
FORMALITIES = ACTING.words("formalities")
NO_DEEDS = ACTING.words("no-deeds")
_LIMITS = ACTING.words("limits")


def is_limited(lows: list[str], i: int, last: int) -> bool:
    """ "(would) do so only in respect of grants", "(would) only do so if asked": a limit to what one would do at all."""
    so = i + (lows[i + 1] == "do")
    if lows[so] != "do" or lows[so + 1] not in {"so", "that", "this"} or so + 3 >= last:
        return False
    after = so + 2 + (lows[so + 2] == "only")
    return (lows[so + 2] == "only" or lows[so - 1] == "only") and lows[after] in _LIMITS


_GIVEN = frozenset({"give", "make", "offer", "accept"})


def gives_nothing(lows: list[str], i: int) -> bool:
    """ "(would) give no such assurance", "(will) make no promise": refused, as "would not give one" is."""
    return lows[i] in _GIVEN and lows[i + 1 : i + 2] in (["no"], ["nothing"])
