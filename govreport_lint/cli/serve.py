"""``govreport-lint serve``: the page for who does not use a terminal."""

from __future__ import annotations

import sys
from pathlib import Path

from ..configuration.in_force import in_force
from ..configuration.place import configuration_file
from ..errors import ReadError
from ..output.words.printable import printable
from ..web.serving import serve as served
from ..web.settings import Settings
from .console.statuses import FAULT
from .options.chosen import chosen_rules


def serve(*, host: str, port: int | None, open_browser: bool, config: str | None, language: str) -> int:
    """Serve the page until Ctrl+C; returns the exit status."""
    force = in_force(configuration_file(()) if config is None else Path(config), {})
    settings = Settings(token="", choice=chosen_rules(force), audit=force.configuration.audit)
    try:
        return served(host, port, open_browser=open_browser, language=language, settings=settings)
    except ReadError as error:
        print(f"{printable(error.path)}：{printable(error.reason_in(language))}", file=sys.stderr)
        return FAULT
