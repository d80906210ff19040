"""The objects of SARIF that are written, as the standard names their parts; what is not set is left out."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

VERSION = "2.1.0"
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

Level = Literal["error", "warning", "note"]


class Record(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="camel"):
    """What the objects have in common: camelCase, and nothing that is not set."""


class Message(Record, frozen=True):
    """A text, and the same as Markdown where it has a layout."""

    text: str
    markdown: str | None = None


class ArtifactLocation(Record, frozen=True):
    """A file: its URI from the folder that ``uri_base_id`` names, or its whole one."""

    uri: str
    uri_base_id: str | None = None


class Region(Record, frozen=True):
    """Lines and columns from 1, the end column exclusive; columns count characters."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int


class PhysicalLocation(Record, frozen=True):
    """A file and where in it; formats without lines have no region."""

    artifact_location: ArtifactLocation
    region: Region | None = None


class LogicalLocation(Record, frozen=True):
    """The place in the report's own words, and in its keys."""

    name: str
    fully_qualified_name: str
    kind: str


class Place(Record, frozen=True):
    """A location: in the file, in the report, and in words where the file has no lines."""

    physical_location: PhysicalLocation
    logical_locations: tuple[LogicalLocation, ...] = ()
    message: Message | None = None


class InsertedContent(Record, frozen=True):
    """The text that is put in."""

    text: str


class Replacement(Record, frozen=True):
    """A region and what takes its place."""

    deleted_region: Region
    inserted_content: InsertedContent


class ArtifactChange(Record, frozen=True):
    """The replacements in one file."""

    artifact_location: ArtifactLocation
    replacements: tuple[Replacement, ...]


class FixRecord(Record, frozen=True):
    """How a finding is mended, all of it or nothing."""

    description: Message
    artifact_changes: tuple[ArtifactChange, ...]


class SuppressionRecord(Record, frozen=True):
    """That somebody has settled a finding, with their reason."""

    kind: Literal["inSource", "external"]
    justification: str


class ResultRecord(Record, frozen=True):
    """One finding."""

    rule_id: str
    rule_index: int
    level: Level
    message: Message
    locations: tuple[Place, ...]
    partial_fingerprints: dict[str, str]
    fixes: tuple[FixRecord, ...] = ()
    suppressions: tuple[SuppressionRecord, ...] = ()
    properties: dict[str, str] = {}


class Configuration(Record, frozen=True):
    """The level that a rule has."""

    level: Level


class Descriptor(Record, frozen=True):
    """A rule, or a kind of notification."""

    id: str
    name: str | None = None
    short_description: Message | None = None
    full_description: Message | None = None
    help: Message | None = None
    default_configuration: Configuration | None = None
    properties: dict[str, str | tuple[str, ...]] = {}


class DescriptorReference(Record, frozen=True):
    """The kind of a notification."""

    id: str
    index: int


class Notification(Record, frozen=True):
    """What is told of the run and not of a report: a file that could not be read, files that were passed over."""

    level: Level
    message: Message
    descriptor: DescriptorReference
    locations: tuple[Place, ...] = ()


class Invocation(Record, frozen=True):
    """The run: whether every file could be checked, and what was told."""

    execution_successful: bool
    working_directory: ArtifactLocation
    tool_execution_notifications: tuple[Notification, ...] = ()


class Driver(Record, frozen=True):
    """The program with the rules that its results name."""

    name: str
    version: str
    rules: tuple[Descriptor, ...]
    notifications: tuple[Descriptor, ...]


class Tool(Record, frozen=True):
    """The program."""

    driver: Driver


class Artifact(Record, frozen=True):
    """A file that was checked."""

    location: ArtifactLocation
    roles: tuple[str, ...] = ("analysisTarget",)
    hashes: dict[str, str] = {}
