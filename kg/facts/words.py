"""The closed classes of English words that reading a clause needs."""

from __future__ import annotations

MODALS = frozenset("will would shall should can could may might must ought 'll wo ca".split())
BE = frozenset("be am is are was were been being".split())
HAVE = frozenset("have has had having".split())
DO = frozenset("do does did".split())
AUXILIARIES = BE | HAVE | MODALS
NOT = frozenset("not n't never nor".split())
CONTRACTED = {
    "won't": "will", "wouldn't": "would", "can't": "can", "cannot": "can", "couldn't": "could", "shouldn't": "should", "didn't": "did",
    "doesn't": "does", "don't": "do", "isn't": "is", "aren't": "are", "wasn't": "was", "weren't": "were", "hasn't": "has",
    "haven't": "have", "hadn't": "had", "mustn't": "must", "mightn't": "might", "shan't": "shall",
}  # fmt: skip
PRONOUNS = frozenset("he she they it we both all each neither".split())
SINGULAR = {"he": "m", "she": "f"}
OBJECTS = {"him": "m", "her": "f", "them": None, "us": None, "me": None}
POSSESSIVES = {"his": "m", "her": "f", "their": None, "its": None, "our": None}
ADVERBS = frozenset(
    """
    also then further again however therefore thus too both still now already just only first firstly second
    secondly third thirdly finally lastly next later subsequently separately jointly together once both all
    each strongly rather quite very particularly especially generally broadly equally similarly likewise
    accordingly nevertheless nonetheless moreover furthermore additionally meanwhile instead indeed soon never
    always often sometimes yet even almost simply always once hence so well therefore themselves himself
    herself itself in-turn always though afterwards thereafter currently initially originally personally
    formally informally briefly
    """.split()
)
# words that may open a sentence before its subject, without a comma
OPENERS = frozenset(
    """
    however also then finally lastly next furthermore moreover additionally meanwhile nevertheless nonetheless
    therefore thus and but so similarly likewise firstly secondly thirdly instead separately subsequently
    later afterwards accordingly overall again indeed further thereafter henceforth hereafter eventually
    ultimately nevertheless thereupon
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
COLLECTIVES = frozenset(
    """
    members attendees participants delegates colleagues panellists trustees governors councillors commissioners
    directors everybody everyone nobody no-one
    """.split()
)
STAFF = frozenset("officials officers staff representatives colleagues inspectors".split())
COLLECTIVE_HEADS = frozenset(
    """
    board panel committee group forum council commission network partnership taskforce team meeting conference
    assembly
    """.split()
)
QUESTION_WORDS = frozenset("whether if what how why when who which where whose".split())
BEHIND_HER = (
    PREPOSITIONS | QUESTION_WORDS | frozenset("that and but or not also again there the a an".split())
)  # where "her" owns nothing
# verbs of a participant's doings that are no speech
DOINGS = frozenset(
    """
    join leave arrive attend meet chair depart enter return sit stand visit travel retire resign apologise-for
    close open adjourn send receive sign publish write appoint become succeed replace work start begin finish
    complete run hold lead make carry undertake-work conduct visit take get go come live stay help use need
    require know see find look act serve employ receive own pay spend move publish produce prepare issue
    deliver provide fund inspect review audit investigate survey collect gather record remain continue include
    cover contain withdraw
    """.split()
)
# past participles after "will be" that say how a thing is, not what is to be done
STATES = frozenset(
    """
    needed required expected based available located concerned involved affected able unable likely aware seen
    considered-to known found welcome pleased happy helpful useful valuable important better held-by
    """.split()
)
# verbs of answering and of taking in: asked, unable or pleased to do these, nobody is bound
SAYINGS = frozenset(
    """
    say comment explain account tell describe clarify elaborate answer speculate elucidate expand drawn
    differ recorded minuted noted guess predict understand understood remember recall know known remind note read
    """.split()
)
# what somebody is pleased, happy or able to do without being bound
INTAKES = frozenset(
    """
    see hear learn report announce acknowledge recognise confirm find admit concede assure inform observe
    remark state mention read think believe accept welcome agree endorse support take meet attend have be
    respond reply present introduce receive join point stress emphasise underline highlight say note
    """.split()
)
# what is asked for where only words are asked for
MATTERS_OF_TALK = frozenset(
    """
    clarification clarity assurance assurances reassurance views view confirmation advice comments comment
    information explanation explanations reasons apologies guidance indication opinion opinions suggestions
    answer answers point enlightenment approval
    """.split()
)
# what a meeting does with its papers: "that the report be noted" asks nobody to act
FORMALITIES = frozenset(
    """
    noted received approved confirmed adopted endorsed accepted agreed signed thanked recorded minuted
    supported ratified commended taken excluded welcomed acknowledged appreciated conveyed considered
    """.split()
)
# verbs that tell no deed: how things are, help, change or feel
NO_DEEDS = frozenset(
    """
    like welcome prefer need depend mean appreciate benefit help cost require want know think believe feel
    agree support have include remain suggest seem appear value enjoy become allow enable make cause save add
    suffice matter belong exist reflect represent involve lead carry prove say note recognise understand see
    find hear love expect miss regret hate resent enjoy differ apply affect amount result reduce increase encourage enhance improve stop
    prevent demonstrate show ease risk deserve fall rise favour
    """.split()
)
