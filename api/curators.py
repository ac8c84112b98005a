"""Who may write: whoever shows the token of the settings.

Comes in: the settings and the ``Authorization`` of a request.  Goes out: nothing, or a Problem: 403 where nobody may, 401 for who did not show it.
The one idea: every door that takes changes asks here.
"""

from __future__ import annotations

from hmac import compare_digest

from api.errors import Problem
from api.settings import Settings

_ASKED = {"WWW-Authenticate": 'Bearer realm="Inspectorate KG"'}


def permit(settings: Settings, authorization: str) -> None:
    """Raise a Problem for whoever may not write.  The name of the scheme may be in any case, as HTTP has it."""
    if settings.token is None:
        raise Problem(403, "Writing is off", "this server takes no changes; KG_TOKEN sets the token that may write")
    scheme, _, given = authorization.partition(" ")
    expected = settings.token.get_secret_value().encode()
    if scheme.lower() != "bearer" or not compare_digest(given.strip().encode(), expected):
        raise Problem(401, "Unauthorized", "send the token of KG_TOKEN: Authorization: Bearer …", headers=_ASKED)
