"""Who may ask: whoever has the token, from a page of this server or from none, by a name that is the server's own.

The token stands in the address, and no cookie gives any right, so another page in the same browser has nothing that it
could send; the name is looked at because a page may give its own name the address of this machine.
"""

from __future__ import annotations

from hmac import compare_digest

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..settings import Settings

_STRANGER = (
    "请用程序给出的完整网址打开（网址中带有一串密钥）。\n"
    "Please open the whole address that the program printed; a key is part of it.\n"
)
_READING = ("GET", "HEAD")
_OWN_SITES = ("same-origin", "none")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


class Gate:
    """Lets through what may ask, with the token taken off its address; all else gets the same refusal."""

    def __init__(self, inner: ASGIApp, settings: Settings) -> None:
        self._inner = inner
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._inner(scope, receive, send)
            return
        guarded = _with_headers(send)
        rest = self._behind_token(scope["path"])
        if rest is None or not self._may_ask(scope):
            await PlainTextResponse(_STRANGER, 403)(scope, receive, guarded)
            return
        await self._inner({**scope, "path": rest, "raw_path": rest.encode()}, receive, guarded)

    def _behind_token(self, path: str) -> str | None:
        """The rest of an address behind the token; None where it is not the right one."""
        _, _, behind = path.partition("/")
        token, slash, rest = behind.partition("/")
        right = compare_digest(token.encode("utf-8", "replace"), self._settings.token.encode())
        return "/" + rest if right and slash else None

    def _may_ask(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        known = self._settings.hosts
        if known and _name_of(host) not in known:
            return False
        if scope["method"] in _READING:
            return True
        origin = headers.get("origin")
        own = f"{scope['scheme']}://{host}"
        return origin in (None, own) and headers.get("sec-fetch-site", "none") in _OWN_SITES


def _name_of(host: str) -> str:
    """The name in a ``Host`` header, without its port."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdigit() else host).lower()


def _with_headers(send: Send) -> Send:
    """Sends answers with what every one of them says to the browser."""

    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            headers.setdefault("content-security-policy", POLICY)
        await send(message)

    return guarded
