"""``govreport-lint serve``: the page for who does not use a terminal."""

from __future__ import annotations

import sys
from pathlib import Path

from ..configuration.in_force import in_force
from ..configuration.place import configuration_file
from ..errors import ReadError
from ..language import Text
from ..output.words.printable import printable
from ..program_file import program_file
from ..web.serving import serve as served
from ..web.settings import Settings
from .console.message_window import show
from .console.statuses import FAULT
from .options.chosen import chosen_rules

_UNOPENED = Text(
    "没有找到浏览器。请复制这个网址（按 Ctrl+C），在浏览器中打开：\n{address}",
    "No browser was found. Please copy this address (Ctrl+C) and open it in one:\n{address}",
)


def serve(*, host: str, port: int | None, open_browser: bool, config: str | None, language: str) -> int:
    """Serve the page until Ctrl+C; returns the exit status. A program of one file may be ended by the page too."""
    force = in_force(configuration_file(()) if config is None else Path(config), {})
    settings = Settings(
        token="",
        choice=chosen_rules(force),
        audit=force.configuration.audit,
        may_quit=program_file() is not None,
    )

    def unopened(address: str) -> None:
        show(_UNOPENED.filled(address=address).in_language(language))

    try:
        return served(host, port, open_browser=open_browser, language=language, settings=settings, unopened=unopened)
    except ReadError as error:
        print(f"{printable(error.path)}：{printable(error.reason_in(language))}", file=sys.stderr)
        return FAULT
