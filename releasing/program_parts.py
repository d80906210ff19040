"""What PyInstaller does not find by itself of what the program of one file needs, and what it needs not."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import distribution

from PyInstaller.utils.hooks import collect_data_files, collect_submodules, copy_metadata

PACKAGE = "govreport_lint"
# Loaded by names that are put together while the program runs.
LOADED_BY_NAME = (PACKAGE, "uvicorn", "python_multipart", "pypdfium2_raw")
# The program asks these for their versions: what was kept of a report depends on them.
ASKED_FOR_VERSION = ("msgspec", "markdown-it-py", "pypdfium2", "openpyxl", "rapidfuzz")
# What libraries would use if it were there, and nothing here comes to.
NOT_NEEDED = (
    "PIL", "numpy", "lxml", "tkinter", "unittest", "pydoc", "doctest", "setuptools", "pkg_resources", "pip", "trio",
    "IPython", "pygments", "cryptography", "distutils", "lib2to3",
)  # fmt: skip


def data_files() -> list[tuple[str, str]]:
    """Files of the package that are no modules: rules, forms, the page's looks."""
    return list(collect_data_files(PACKAGE))


def hidden_modules() -> list[str]:
    """Modules that no import names."""
    found = [module for name in LOADED_BY_NAME for module in collect_submodules(name)]
    return sorted({*found, *compiled_modules("tomli")})


def compiled_modules(library: str) -> Iterable[str]:
    """The modules beside a library that mypyc compiled it to, whose name is a number."""
    for path in distribution(library).files or ():
        if len(path.parts) == 1 and "__mypyc." in path.name:
            yield path.name.partition(".")[0]


def copied_metadata() -> list[tuple[str, str]]:
    """What says the versions of libraries."""
    return [entry for name in ASKED_FOR_VERSION for entry in copy_metadata(name)]


def left_out() -> list[str]:
    """Modules that are not taken along."""
    return list(NOT_NEEDED)
