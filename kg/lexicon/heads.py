"""Last words that make a name no person's: of firms ("Alder Valley Homes") and of nations ("Road Haulage Scotland").

Comes in: the lists ``names`` and ``relating`` of ``data/lexicon``.  Goes out: sets of words in small letters.  The one idea: every step of the reading takes the
same words for such heads.
"""

from __future__ import annotations

from kg.lexicon.lists import lists

FIRMS = lists("names").words("firm-heads") - lists("names").words("surnames")
NATIONS = lists("relating").words("nations")
COMPASS = lists("relating").words("compass")
