"""Where a finding is: the file by its URI, lines and columns where it has any, the place in the report's words."""

from __future__ import annotations

from ....finding import Finding
from ....form import Form
from ....lines import Span
from ...run import Run
from ...words.file_paths import file_uri, folder_uri, relative_uri
from ...words.told_findings import Told
from .records import ArtifactLocation, LogicalLocation, Message, PhysicalLocation, Place, Region

BASE = "%SRCROOT%"


def artifact(path: str, run: Run) -> ArtifactLocation:
    """The file, from the folder of the run on where it lies in it."""
    uri = relative_uri(path, run.base)
    return (
        ArtifactLocation(uri=file_uri(path, run.base)) if uri is None else ArtifactLocation(uri=uri, uri_base_id=BASE)
    )


def base_folder(run: Run) -> ArtifactLocation:
    """The folder of the run."""
    return ArtifactLocation(uri=folder_uri(run.base))


def region(span: Span) -> Region:
    """The lines and columns of a span, which counts them as SARIF does."""
    return Region(start_line=span.line, start_column=span.column, end_line=span.end_line, end_column=span.end_column)


def whole_file(path: str, run: Run) -> Place:
    """A file as a whole."""
    return Place(physical_location=PhysicalLocation(artifact_location=artifact(path, run)))


def place_of(finding: Finding, words: Told, form: Form, path: str, run: Run) -> Place:
    """Where a finding is. Of a file without lines the position is told in words."""
    spot = region(finding.span) if finding.span else None
    return Place(
        physical_location=PhysicalLocation(artifact_location=artifact(path, run), region=spot),
        logical_locations=(_logical(finding, words, form),),
        message=None if finding.span or not words.position else Message(text=words.position),
    )


def _logical(finding: Finding, words: Told, form: Form) -> LogicalLocation:
    place = finding.place
    keys = [form.key, f"section-{place.section}" if place.section else "", place.table, place.row, place.column]
    kinds = {"cell": place.row and place.column, "row": place.row, "column": place.column, "table": place.table}
    kind = next((kind for kind, key in kinds.items() if key), "section" if place.section else "report")
    return LogicalLocation(name=words.place, fully_qualified_name="/".join(filter(None, keys)), kind=kind)
