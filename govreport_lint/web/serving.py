"""Starting the server on this machine and ending it, with nothing left behind."""

from __future__ import annotations

import importlib.util
import os
import secrets
import signal
import socket
import sys
import tempfile
import threading
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ..errors import ReadError
from ..language import Text
from .settings import OWN_NAMES, Settings

if TYPE_CHECKING:
    import uvicorn

_ADDRESS = Text("在浏览器中打开：{address}", "Open in a browser: {address}")
_END = Text("按 Ctrl+C 结束。文件只在本机处理，不留存。", "Ctrl+C ends it. Files are worked on here and not kept.")
_WIDE = Text("注意：同一网络中拿到这个网址的人都能使用。", "Whoever has this address can use it from the same network.")
_TAKEN = Text("端口 {port} 已被占用，请用 --port 换一个", "port {port} is taken; please name another one with --port")
_NO_LIBRARY = (
    '网页需要另外安装组件：pip install "govreport-lint[web]"',
    'the page needs another package: pip install "govreport-lint[web]"',
)
USUAL_PORT = 8321
_NEEDED = ("starlette", "uvicorn", "python_multipart", "anyio")
_EVERY = ("0.0.0.0", "::")
_OWN = ("127.0.0.1", "localhost", "::1")
_TEMPORARY = ("TMPDIR", "TEMP", "TMP")


def serve(
    host: str = "127.0.0.1",
    port: int | None = None,
    *,
    open_browser: bool = False,
    language: str = "zh",
    settings: Settings | None = None,
    unopened: Callable[[str], object] | None = None,
) -> int:
    """Serve the page until it is ended, and return 0.

    ``port`` None: the usual one, or any that is free; 0: any that is free. ``open_browser`` opens the page when it can
    be asked; ``unopened`` is called with the address where no browser could be opened. Raises ``ReadError`` where a
    library is missing or the port is taken.
    """
    if not all(map(importlib.util.find_spec, _NEEDED)):
        raise ReadError("serve", *_NO_LIBRARY)
    from .guard.temporary import temporary_folder

    own = replace(settings or Settings(token=""), token=secrets.token_urlsafe(24), hosts=_hosts(host))
    with _listening(host, port) as listening, temporary_folder() as folder, _temporary_files_in(folder), _told_to_end():
        number = listening.getsockname()[1]
        shown = "127.0.0.1" if host in _EVERY else host
        address = f"http://{f'[{shown}]' if ':' in shown else shown}:{number}/{own.token}/"
        server = _server(own, folder)
        print(_ADDRESS.filled(address=address).in_language(language))
        print((_END if host in _OWN else _WIDE).in_language(language), flush=True)
        if open_browser:
            threading.Timer(0.3, _open, (address, unopened)).start()
        server.run(sockets=[listening])
    return 0


def _open(address: str, unopened: Callable[[str], object] | None) -> None:
    opened = False
    with suppress(webbrowser.Error, OSError):
        opened = webbrowser.open(address)
    if not opened and unopened is not None:
        unopened(address)


def _server(settings: Settings, folder: Path) -> uvicorn.Server:
    import uvicorn

    from .application import application

    def end() -> None:
        server.should_exit = True

    config = uvicorn.Config(
        application(settings, folder, end),
        access_log=False,
        log_level="error",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=2,
        lifespan="on",
    )
    server = uvicorn.Server(config)
    return server


@contextmanager
def _listening(host: str, port: int | None) -> Iterator[socket.socket]:
    """A socket that listens; raises ``ReadError`` where the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as made:
        if sys.platform != "win32":
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((host, USUAL_PORT if port is None else port))
        except OSError as error:
            if port is not None:
                words = _TAKEN.filled(port=str(port))
                raise ReadError(f"{host}:{port}", words.zh, words.en) from error
            made.bind((host, 0))
        made.listen(256)
        yield made


def _hosts(host: str) -> tuple[str, ...]:
    """The names by which a server that listens at ``host`` may be called; none in particular where it may be any."""
    if host in _EVERY:
        return ()
    return OWN_NAMES if host in _OWN else (host.lower(), f"[{host.lower()}]")


@contextmanager
def _told_to_end() -> Iterator[None]:
    """Who is told to end, or whose terminal is closed, ends as by Ctrl+C: what was put down is taken away."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    # The server takes SIGTERM, ends in order, and raises it again for whoever had it before.
    before = {signal.SIGTERM: signal.signal(signal.SIGTERM, interrupted)}
    if sys.platform != "win32":
        before[signal.SIGHUP] = signal.signal(signal.SIGHUP, lambda *_: signal.raise_signal(signal.SIGTERM))
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _temporary_files_in(folder: Path) -> Iterator[None]:
    """Whatever this process and those that it starts put down for a moment, they put into a folder."""
    before, environment = tempfile.tempdir, {name: os.environ.get(name) for name in _TEMPORARY}
    tempfile.tempdir = str(folder)
    os.environ.update(dict.fromkeys(_TEMPORARY, str(folder)))
    try:
        yield
    finally:
        tempfile.tempdir = before
        for name, value in environment.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
