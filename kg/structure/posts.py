"""Which of the fields behind a name is the post and which the body.

Comes in: Fields.  Goes out: two spans, either of which may be missing.  The one idea: the last field is the body, unless its words are
those of a post; what stands before the body is the post.
"""

from __future__ import annotations

import re

from kg.lexicon.lists import lists
from kg.model import Span
from kg.patterns import expression
from kg.structure.fields import Field
from kg.structure.people import is_body, is_body_name, is_post
from kg.structure.words import SUBJECTS

_FIELDS = lists("names").words("fields")
_DIRECTED = SUBJECTS - lists("names").words("firm-heads")

_MINISTERIAL = expression(
    r"(?:parliamentary |under.?secretary |shadow )*(?:minister|secretary of state)\b", re.IGNORECASE
)
_POSTS = expression(r"(?:HMI|HMCI|ACC|DCC|CC|SRO|CFO|CEO|COO|DPP|PCC|DG|MD|GP|HMIP)s?$")
_OFFICE = expression(
    r"(?:\w+ )?(?:Regulator|Ombudsman|Commissioner|Registrar|Adjudicator|Comptroller)\b(?: (?:of|for) )?"
)
_INSTITUTION = expression(
    rf"(?!Deputy|Assistant|Chief|Former|Acting)(?:[A-Z][\w'’-]+ (?:(?:and|&) )?){{1,4}}(?:{'|'.join(lists('titles').ordered('seats'))})\b"
)
_OF_MANY = expression(  # "Charter Trustees of Malverley", "Fal Harbour Commissioners"
    rf"(?:[A-Z][\w'’-]+ ){{1,4}}(?i:{lists('titles').pattern('seats-of-many')})(?: of [A-Z][\w'’ -]+)?"
)
_AT_BODY = expression(r"\s(?:at|from|within)\s+(?:the\s+)?(?=[A-Z])")
_OF_BODY = expression(
    r"(?P<post>(?:(?:[Dd]eputy |[Vv]ice |[Jj]oint |[Hh]onorary |[Aa]cting )?(?:[Cc]hair(?:man|woman|person)?|[Ss]ecretary|[Tt]reasurer|[Pp]resident"
    r"|[Cc]onvenor|[Cc]onvener|[Cc]lerk|[Ff]ounder|[Mm]ember|[Tt]rustee|[Pp]atron|[Ww]arden|[Mm]aster|[Jj]unior|[Cc]aptain|[Ll]eader))) of the "
    r"(?P<body>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+)$"
)
_DIRECTING = expression(
    r"(?:(?:deputy|assistant|associate|executive|corporate|strategic|joint|interim|acting|senior) ){0,2}(?:director(?: general)?|head|lead|chief inspector|manager)",
    re.IGNORECASE,
)
_LETTERS = expression(r"\((?P<letters>[A-Z]{2,4})\)$")
_KEYED = expression(  # "CE = Chief Executive", "(CI) Chief Inspector", "Sec   Secretary", "CE (Chief Executive, Fal Council)"
    r"\(?(?P<letters>[A-Z][A-Za-z&]{1,5})(?P<sign>\)?\s*(?:[=:–—-]|(?<=\))|\t|\s{2}|(?P<open>(?<=\s)\())\s*|\s)"
    r"(?:[Tt]he )?(?P<rest>(?P<post>[A-Z](?:(?!\s*[,(–—;]|\s-\s|\t|\s{2}).)*).*?)(?(open)\)|)[\s.;,]*$"
)
_SMALL = frozenset({"of", "for", "and", "the", "to", "in"})
_CAPITAL = expression(r"(?<![^\W\d_])[A-Z]")
_TITLES = lists("titles").words("post-letters")
_LONG_NAME = expression(
    r"(?:Department|Ministry|Minister|Office|Committee|Secretary of State|Director(?:ate)?)\b.*?\b(?:for|of)\b"
)


def merged(text: str, rest: list[Field]) -> list[Field]:
    """ "Department for Environment, Food and Rural Affairs" is one field in spite of its comma, "Inspector (Natural Sciences)" one post."""
    kept: list[Field] = []
    for number, one in enumerate(rest):
        if kept and _is_specialism(text, kept[-1], one):
            span = Span(kept[-1].span.start, text.index(")", one.span.end) + 1)
            kept[-1] = Field(span, span.of(text))
            continue
        if kept and _DIRECTING.fullmatch(kept[-1].words) and not kept[-1].bracketed and _is_subject(one.words):
            span = Span(kept[-1].span.start, one.span.end)
            kept[-1] = Field(span, span.of(text))
            continue
        if (
            kept
            and _LONG_NAME.match(kept[-1].words)
            and not one.bracketed
            and " and " not in kept[-1].words.partition(",")[2]
        ):
            later = rest[number : number + 3]
            plain = not is_post(one.words) and not is_body(one.words)
            if plain and any(" and " in field_.words for field_ in later):
                span = Span(kept[-1].span.start, one.span.end)
                kept[-1] = Field(span, span.of(text))
                continue
        kept.append(one)
    return kept


def _is_specialism(text: str, post: Field, one: Field) -> bool:
    """Do the words in brackets behind a post tell of what it deals with, naming no body?"""
    if not one.bracketed or text[one.span.end : one.span.end + 1] != ")" or not is_post(post.words):
        return False
    if _is_subject(one.words):
        return not post.bracketed
    return not (post.bracketed or is_body(one.words) or is_post(one.words) or len(one.words) < 5 or one.words.isupper())


def _is_subject(words: str) -> bool:
    """ "Railway Safety", "Adult Services", "Markets and Access": what somebody directs, and the name of no firm or body."""
    lows = words.lower().split()
    services = lows[-1] == "services" and lows[0] in _FIELDS
    return len(lows) > 1 and (services or lows[-1] in _DIRECTED) and not _is_over(words)


def _is_over(words: str) -> bool:
    """ "HM Inspectorate of Probation": a body that is of a subject, and none itself."""
    head, of, _ = words.partition(" of ")
    return bool(of) and is_body_name(f"The {head}")


def is_office(words: str) -> bool:
    """A post that is a body as well: "Regulator of Social Housing", "Tall Buildings Safety Regulator"."""
    return bool(_OFFICE.match(words)) or is_institution(words)


def is_institution(words: str) -> bool:
    """A body by the name of a post: "Rented Homes Ombudsman"."""
    return bool(_INSTITUTION.match(words))


def letters_of_post(text: str, span: Span, post: Span | None, organisation: Span | None) -> str | None:
    """ "Operations Director, Erne Water (OD)": letters at the end of an entry without a name that are those of its post and not of its body."""
    match = _LETTERS.search(text, span.start, span.end)
    if match is None or post is None:
        return None
    letters = match["letters"]
    if organisation is None:
        return letters if _of_words(post.of(text), letters) else None
    own = letters == capitals(post.of(text)) or letters in _TITLES
    other = organisation.end > match.start() or letters == capitals(organisation.of(text))
    return letters if own and not other else None


def _of_words(post: str, letters: str) -> bool:
    """Are the letters those of all words of a title, small ones too, behind whose it is ("the VC's policy adviser (PA)")?"""
    words = post.replace("’", "'").rpartition("'s ")[2].split()
    return letters == "".join(word[0].upper() for word in words if word not in _SMALL)


def keyed(words: str) -> re.Match[str] | None:
    """ "CE = Chief Executive, EA", "(CI) Chief Inspector": letters, and the ``rest`` that begins with the post whose letters they are.

    >>> keyed("DCS   Director of Children's Services, EA")["rest"], keyed("EA = Education Authority"), keyed("HM Chief Inspector")
    ("Director of Children's Services, EA", None, None)
    """
    match = _KEYED.match(words)
    if match is None:
        return None
    post, letters = match["post"].rstrip(").; "), match["letters"]
    if not is_post(post):
        return None
    if letters in {capitals(post), capitals(match["rest"].partition("(")[0])} or letters in _TITLES:
        return match
    firsts = "".join(word[0].upper() for word in post.split())
    told = match["sign"] != " " and (_in_order(letters, firsts) or post.startswith(letters.rstrip(".")))
    return match if told else None


def _in_order(letters: str, firsts: str) -> bool:
    """Are they some of the first letters of the words, the very first among them, in their order?"""
    left = iter(firsts)
    return letters.isupper() and letters[0] == firsts[0] and all(letter in left for letter in letters)


def capitals(name: str) -> str:
    """The capitals with which the words of a name or title begin: the letters that may stand for it."""
    return "".join(_CAPITAL.findall(name))


def post_and_body(rest: list[Field]) -> tuple[Span | None, Span | None]:
    """The post and the body that the fields give; a post "at" or "from" a body gives both."""
    post, body = _by_kind(rest)
    if own := _of_body(rest, post, body) or _with_acronym(rest):
        return own
    if post is None or body is not None:
        return post, body
    words = next((one.words for one in rest if one.span == post), "")
    match = _AT_BODY.search(words)
    if not match or not is_post(words[: match.start()]):
        return post, body
    return Span(post.start, post.start + match.start()), Span(post.start + match.end(), post.end)


def _of_body(rest: list[Field], post: Span | None, body: Span | None) -> tuple[Span, Span] | None:
    """ "Junior of the Tarnside Bar Mess": a post of one that is nobody's but the body's that follows, though no word tells a body."""
    only = body if post is None else post if body is None else None
    words = next((one.words for one in rest if one.span == only), "")
    match = _OF_BODY.match(words)
    if only is None or match is None or is_body(match["body"]):
        return None
    return Span(only.start, only.start + match.end("post")), Span(only.start + match.start("body"), only.end)


def _with_acronym(rest: list[Field]) -> tuple[Span, Span] | None:
    """ "EHRC Programme Director, Rights and Equality": the body stands before the post, and its field behind."""
    if len(rest) != 2 or rest[1].bracketed or is_body(rest[1].words) or is_post(rest[1].words):
        return None
    acronym, _, title = rest[0].words.partition(" ")
    if not (len(acronym) > 2 and acronym.isalpha() and acronym.isupper() and is_post(title)) or _POSTS.match(acronym):
        return None
    if " and " not in rest[1].words and " of " not in rest[1].words:
        return None
    start = rest[0].span.start
    return Span(start, rest[1].span.end), Span(start, start + len(acronym))


def _tells_post(words: str) -> bool:
    """Is it a post, or what somebody does in small letters; "the office of the Registrar" is where somebody comes from?"""
    office = words[:10].lower().startswith("office of ") or bool(_OF_MANY.fullmatch(words))
    small = words.split(maxsplit=1)[0].islower()  # "mySociety" is a body
    return not office and (is_post(words) or small or bool(_POSTS.match(words)))


def _by_kind(rest: list[Field]) -> tuple[Span | None, Span | None]:
    """Of the fields after a name the last is the body, unless it is a post; what stands before the body is the post."""
    if not rest:
        return None, None
    kinds = [_tells_post(one.words) for one in rest]
    if not any(kinds):
        if len(rest) > 1 and not rest[-1].bracketed:  # "Transparency Team, Cabinet Office"
            return None, rest[-1].span if is_body(rest[-1].words) else rest[0].span
        return None, rest[0].span
    first = kinds.index(True)
    if all(kinds) and len(rest) > 1 and is_office(rest[-1].words) and not is_office(rest[0].words):
        return Span(rest[0].span.start, rest[-2].span.end), rest[-1].span
    if all(kinds) and len(rest) > 1 and is_institution(rest[0].words) and not is_institution(rest[-1].words):
        # "Heat Regulator for Wales | Head of Casework"
        return Span(rest[1].span.start, rest[-1].span.end), rest[0].span
    if all(kinds) or (len(rest) > 1 and _MINISTERIAL.match(rest[first].words) and not is_body(rest[-1].words)):
        return Span(rest[first].span.start, rest[-1].span.end), None
    if not kinds[-1]:
        return Span(rest[first].span.start, rest[-2].span.end), rest[-1].span
    body = next(one for one, post in zip(rest, kinds, strict=True) if not post)
    return rest[first].span, body.span
