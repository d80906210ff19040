"""A new Word file: the least that Word, WPS and LibreOffice need, with the styles of an official document."""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

from .names import TRANSITIONAL
from .writing import new_entry

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_UNFIT = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A4 with the margins of GB/T 9704—2012, in twentieths of a point.
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" '
    'w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
)
_OTHERS = (("方正小标宋简体", "华文中宋"), ("仿宋_GB2312", "仿宋"), ("黑体", "SimHei"), ("宋体", "SimSun"))
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def new_package(title: str, body: str) -> bytes:
    """The bytes of a file with a body of paragraphs and tables, given as markup."""
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _links(("officeDocument", "word/document.xml"), ("core", "docProps/core.xml")),
        "word/document.xml": f'<w:document xmlns:w="{TRANSITIONAL}"><w:body>{body}{_PAGE}</w:body></w:document>',
        "word/_rels/document.xml.rels": _links(("styles", "styles.xml"), ("fontTable", "fontTable.xml")),
        "word/styles.xml": _styles(),
        "word/fontTable.xml": _fonts(),
        "docProps/core.xml": (
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escaped(title)}</dc:title></cp:coreProperties>'
        ),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(new_entry(name), (_DECLARATION + content).encode())
    return stream.getvalue()


def paragraph(text: str, style: str = "", *, ready: bool = False) -> str:
    """The markup of a paragraph; ``ready``: the text is escaped already."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = f'<w:r><w:t xml:space="preserve">{text if ready else escaped(text)}</w:t></w:r>' if text else ""
    return f"<w:p>{properties}{run}</w:p>"


def escaped(text: str) -> str:
    """The text as it stands between tags; characters that XML cannot hold are left out."""
    return escape(_UNFIT.sub("", text))


def _types() -> str:
    overrides = (
        ("/word/document.xml", f"{_WORD}.document.main+xml"),
        ("/word/styles.xml", f"{_WORD}.styles+xml"),
        ("/word/fontTable.xml", f"{_WORD}.fontTable+xml"),
        ("/docProps/core.xml", _CORE),
    )
    listed = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in overrides)
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    defaults = f'<Default Extension="rels" ContentType="{rels}"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{listed}</Types>'


def _links(*targets: tuple[str, str]) -> str:
    kinds = {"core": f"{_PACKAGE}/relationships/metadata/core-properties"}
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{kinds.get(kind, f"{_OFFICE}/{kind}")}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _fonts() -> str:
    """What stands in for the fonts of official documents where they are not installed."""
    listed = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:family w:val="auto"/></w:font>'
        for name, other in _OTHERS
    )
    return f'<w:fonts xmlns:w="{TRANSITIONAL}">{listed}</w:fonts>'


def _styles() -> str:
    line = '<w:spacing w:line="560" w:lineRule="exact"/>'
    body = f'{line}<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>'
    flush = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    space = '<w:spacing w:after="560" w:line="700" w:lineRule="exact"/>'
    table = f'<w:spacing w:line="240" w:lineRule="auto"/>{flush}<w:jc w:val="center"/>'
    styles = (
        _style("Normal", "Normal", body, _font("仿宋_GB2312", 32), default=True),
        _style("Title", "Title", f'{space}{flush}<w:jc w:val="center"/>', _font("方正小标宋简体", 44)),
        _style("Heading1", "heading 1", '<w:keepNext/><w:outlineLvl w:val="0"/>', _font("黑体", 32)),
        _style("TableText", "Table Text", table, _font("宋体", 18)),
        _style("TableTogether", "Table Together", f"<w:keepNext/>{table}", _font("宋体", 18)),
        _style("Signature", "Signature", '<w:ind w:rightChars="200" w:right="640"/><w:jc w:val="right"/>', ""),
    )
    figures = (
        '<w:style w:type="table" w:styleId="Figures"><w:name w:val="Figures"/><w:tblPr>'
        f"<w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr></w:style>"
    )
    return f'<w:styles xmlns:w="{TRANSITIONAL}">{"".join(styles)}{figures}</w:styles>'


def _style(key: str, name: str, paragraphs: str, runs: str, *, default: bool = False) -> str:
    mark = ' w:default="1"' if default else ""
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph"{mark} w:styleId="{key}"><w:name w:val="{name}"/>{based}<w:qFormat/>'
        f"<w:pPr>{paragraphs}</w:pPr><w:rPr>{runs}</w:rPr></w:style>"
    )


def _font(name: str, half_points: int) -> str:
    fonts = f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{name}"/>'
    return f'{fonts}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
