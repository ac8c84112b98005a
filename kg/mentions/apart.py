"""Names set apart from what they are: "our auditors, Orme & Pell", "Clearfile, the firm that …", "Mercia Vale Women's Aid".

Comes in: a token at which a name may begin.  Goes out: a mention, or ``None``.  The one idea: capitals behind or before a noun of trade and a
mark name one that plies it; a place before the name of a body with branches names a branch.
"""

from __future__ import annotations

from dataclasses import replace

from kg.mentions.runs import clean
from kg.mentions.scan import Scanner
from kg.mentions.words import (
    ESTABLISHMENTS,
    FIELDS,
    FIRM_HEADS,
    FUNCTION_WORDS,
    HOME_NATIONS,
    MONTHS,
    PROFESSIONS,
    TRADERS,
    TRADES,
    WITH_BRANCHES,
)
from kg.model import BODIES, EntityType, Mention

_LONGEST_FIRM = 5  # words
_ARTICLES = frozenset({"the", "a", "another", "our", "their", "its"})
_DOING = frozenset({"by", "with"})  # before whoever does a thing, and no place
_WHERE = frozenset({"at", "in", "from", "to", "near", "outside", "into"})


def known_at(scanner: Scanner, i: int, last: int) -> Mention | None:
    """The longest name of the registry that begins here."""
    tokens, roles = scanner.tokens, scanner.lexicon.role_words
    found = next(scanner.lexicon.registry.names.at(tokens, i, last), None)
    if found is None:
        return None
    end, known = found[0], found[1].meaning
    head = next(filter(roles.__contains__, reversed(tokens.bases[i:end])), "")
    return Mention(i, end, tokens.span(i, end), known.type, clean(tokens, i, end), known=known.key, head=head)


def branch_at(scanner: Scanner, known: Mention, i: int, first: int) -> Mention | None:
    """ "Mercia Vale Women's Aid": a body of its own, named for its place and the body that it is a branch of."""
    tokens, k = scanner.tokens, i
    if i == first or not qualifies(scanner, i - 1):
        return None
    if not (known.name.lower() in WITH_BRANCHES or _is_general(scanner, known)):
        return None
    while k > max(first, i - 3) and qualifies(scanner, k - 1) and tokens.starts[k] - tokens.ends[k - 1] == 1:
        k -= 1
    if k == i or (k == first and i - k < 2) or tokens.lows[k] in MONTHS:
        return None
    name = clean(tokens, k, known.last)
    return Mention(k, known.last, tokens.span(k, known.last), EntityType.ORGANISATION, name)


def land_at(scanner: Scanner, known: Mention, last: int) -> Mention | None:
    """ "the Prison Service of the Isle of Farrow", "of England and Wales": the body of another land, or of the home nations with its land."""
    if known.type not in BODIES or known.last - known.first < 2:
        return None
    tokens, k = scanner.tokens, known.last
    if k + 1 >= last or tokens.lows[k] != "of" or "of" in tokens.lows[known.first : k]:
        return None
    start = k + 1 + (tokens.lows[k + 1] == "the")
    end = scanner.phrase(start, scanner.run(start, last))
    dated = end < last and tokens.words[end].isdigit()  # "the Home Office of May 2019"
    if end <= start or dated or _is_common(scanner, start) or known_at(scanner, start, last):
        return None
    if any(scanner.names(start, end)):
        return None  # "the Youth Custody Service of the Scottish Prison Service"
    span, name = tokens.span(known.first, end), clean(tokens, known.first, end)
    if HOME_NATIONS.issuperset(set(tokens.lows[start:end]) - {"and"}):
        return replace(known, last=end, span=span, name=name)
    return Mention(known.first, end, span, EntityType.ORGANISATION, name)


def firm_at(scanner: Scanner, i: int, last: int) -> Mention | None:
    """ "the school's caterer, Larkfare, …", "the next home, Oakdene": capitals set apart behind what a body is name it."""
    tokens, first = scanner.tokens, i + 2
    if first >= last or tokens.words[i + 1] != "," or not scanner.capital(first):
        return None
    if tokens.lows[i] not in TRADES and not _is_spoken_of(scanner, i):
        return None
    end = scanner.run(first, last)
    if tokens.lows[i] in ESTABLISHMENTS and tokens.lows[i].endswith("s"):
        end = next((k for k in range(first + 1, end) if tokens.lows[k] == "and"), end)  # "two homes, A and B"
    apart = end == last or tokens.words[end] in {",", ".", ";", "(", ")", "and"}
    if not apart or end - first > _LONGEST_FIRM or tokens.lows[first] in scanner.first_names:
        return None
    if known_at(scanner, first, last) or any(scanner.names(first, end)) or _is_common(scanner, first):
        return None
    return Mention(first, end, tokens.span(first, end), EntityType.ORGANISATION, clean(tokens, first, end))


def lone_at(scanner: Scanner, i: int, first: int, last: int) -> Mention | None:
    """ "Clearfile, the firm that …", "Larch & Finch, chartered surveyors": one capitalised word, or two joined, set apart from what the body is."""
    tokens, two = scanner.tokens, _joined_at(scanner, i, last)
    comma = i + 3 if two else i + 1
    if comma + 2 >= last or tokens.words[comma] != "," or not scanner.capital(i) or tokens.words[i].isupper():
        return None
    alone = i == first or not (tokens.words[i - 1][0].isupper() or tokens.words[i - 1] == "&")
    if (
        not alone
        or _is_common(scanner, i)
        or not _trade_behind(scanner, comma, last, named=two or tokens.lows[i - 1] in _DOING)
    ):
        return None
    known = tokens.lows[i] in scanner.first_names or tokens.bases[i] in scanner.lexicon.bodies or scanner.role(i, i + 1)
    return None if known or len(tokens.words[i]) < 4 else scanner.mention(i, comma, EntityType.ORGANISATION)


def _joined_at(scanner: Scanner, i: int, last: int) -> bool:
    """ "Larch & Finch,": two capitalised words with "and" between, and no more of them."""
    words = scanner.tokens.words
    joined = i + 3 < last and words[i + 1] in {"&", "and"} and words[i + 3] == ","
    return joined and scanner.capital(i + 2) and not words[i + 2].isupper() and not _is_common(scanner, i + 2)


def _trade_behind(scanner: Scanner, comma: int, last: int, *, named: bool) -> bool:
    """Does behind a comma the noun of a trade close what is set apart: "the firm that", "our surveyors.", "chartered accountants,"."""
    lows = scanner.tokens.lows
    article = lows[comma + 1] in _ARTICLES
    known = (TRADERS | PROFESSIONS) if named else TRADERS
    kind = next((k for k in range(comma + 1 + article, min(last, comma + 4)) if lows[k] in known), -1)
    if kind < 0 or not (article or lows[kind] in PROFESSIONS):
        return False
    behind = lows[kind + 1] if kind + 1 < last else "."
    return not behind[0].isalpha() or behind in FUNCTION_WORDS  # no "Leeds, the company headquarters"


def _is_general(scanner: Scanner, known: Mention) -> bool:
    """ "Community Fund", of words that many names end in: no other's where a place stands before it."""
    bases = scanner.tokens.bases[known.first : known.last]
    if len(bases) != 2:
        return False
    return (bases[0] in FIELDS and bases[-1] in FIRM_HEADS) or bases[-1] == "ni"  # "Housing Advice NI" is not Advice NI


def _is_spoken_of(scanner: Scanner, i: int) -> bool:
    """ "the neighbouring home (had closed)": such a place as what is told of, and not as where somebody is ("at the college, Leeds")."""
    lows = scanner.tokens.lows
    the = next((k for k in range(i - 1, max(-1, i - 4), -1) if lows[k] in _ARTICLES), -1)
    return lows[i] in ESTABLISHMENTS and the > 0 and lows[the - 1] not in _WHERE


def _is_common(scanner: Scanner, i: int) -> bool:
    low = scanner.tokens.lows[i]
    return low in FUNCTION_WORDS or low in MONTHS or low in scanner.lexicon.honorifics


def qualifies(scanner: Scanner, index: int, *, shouted: bool = False) -> bool:
    """Is it a capitalised word that may stand before a name: neither function word, post, body nor first name?  ``shouted``: in a line in capitals."""
    low, word = scanner.tokens.bases[index], scanner.tokens.words[index]
    if (
        not scanner.capital(index)
        or word.isupper() is not shouted
        or low in FUNCTION_WORDS
        or low in scanner.lexicon.bodies
    ):
        return False
    return low not in scanner.lexicon.role_words and low not in scanner.first_names and not word.endswith(("'s", "’s"))
