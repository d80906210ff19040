"""The head of a page that is one file: its looks within it, and a policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources

from .markup import Markup, el

_SHARED = ("ground.css", "pieces.css")


def head_element(title: str, style: str, script: str = "") -> Markup:
    """The head; only this ``style`` and this ``script`` are ever used, and nothing is loaded."""
    scripts = f"script-src {_digest(script)}; " if script else ""
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; {scripts}img-src data:; base-uri 'none'; form-action 'none'"
    )
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=Markup(policy)),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("meta", name="referrer", content="no-referrer"),
        el("link", rel="icon", href="data:,"),
        el("title", title),
        el("style", Markup(style)),
    )


def shared_style() -> str:
    """The looks that every page has: colours, type, pieces of tables."""
    return "".join(source(__package__, name) for name in _SHARED)


def source(package: str | None, name: str) -> str:
    """A file in the folder ``look`` beside the modules of a package; line ends are those that a browser hashes."""
    text = resources.files(str(package)).joinpath("look", name).read_text("utf-8")
    return text.replace("\r\n", "\n")


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'"
