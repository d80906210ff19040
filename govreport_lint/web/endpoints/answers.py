"""What goes back: JSON of records, files, refusals in the language that was asked for."""

from __future__ import annotations

from urllib.parse import quote

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from ...language import Text, known_language
from ..guard.refusals import RefusedError, malformed
from ..media import media_type
from ..work.records import Made


def language_of(request: Request) -> str:
    """``zh`` or ``en``; raises ``RefusedError`` for another word."""
    word = request.query_params.get("lang", "zh")
    try:
        return known_language(word)
    except ValueError as error:
        raise malformed(Text("lang 只能是 zh 或 en", "lang must be zh or en")) from error


def json_answer(value: object, status: int = 200) -> Response:
    """A record as JSON."""
    return Response(msgspec.json.encode(value), status, media_type="application/json")


def file_answer(made: Made) -> Response:
    """A file to be saved; its notes travel in a header, for the answer is the file itself."""
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(made.name)}"}
    if made.notes:
        headers["x-notes"] = quote("\n".join(made.notes))
    return Response(made.data, media_type=media_type(made.name), headers=headers)


def refused(request: Request, error: Exception, status: int | None = None) -> Response:
    """What is answered to a request that is refused, with the error's own status where no other is told."""
    assert isinstance(error, RefusedError)
    language = "en" if request.query_params.get("lang") == "en" else "zh"
    said = {"error": {"code": error.code, "message": error.words.in_language(language)}}
    answer = json_answer(said, status or error.status)
    # What was not read of the request is not waited for.
    answer.headers["connection"] = "close"
    return answer
