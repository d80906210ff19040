"""The media types of what is handed out, by the ending of its name."""

from __future__ import annotations

_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "sarif": "application/sarif+json",
    "csv": "text/csv; charset=utf-8",
    "zip": "application/zip",
    "xml": "application/xml",
}


def media_type(name: str) -> str:
    """The type of a file with a name, or with an ending alone; bytes of no known kind where it is none of them."""
    return _TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
