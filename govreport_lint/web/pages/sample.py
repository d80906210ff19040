"""A report to try the page with: of a town that does not exist, in the official form, with the usual mistakes."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from ...rulebook.forms import form_of_year
from ...template.blank_docx import blank_docx
from ...template.blank_report import Blank, BlankSection, blank_report
from ...template.blank_tables import Key, table_grid

NAME = "样例：示例县示范镇人民政府2024年政府信息公开工作年度报告.docx"
_ORGAN, _YEAR = "示例县示范镇人民政府", 2024
_PROSE = {
    1: (
        "（一）主动公开情况。2024年，示范镇通过县政府门户网站主动公开政府信息86条，其中政策文件6条，财政信息12条，民生信息68条。",
        # The table has 12.
        "（二）依申请公开情况。全年收到政府信息公开申请21件，上年结转1件，办结12件，结转下年度继续办理1件。",
        "（三）政府信息管理情况。落实发布前审核制度，全年制发行政规范性文件1件，现行有效5件，均已公开并标注有效性。",
        "（四）政府信息公开平台建设情况。按月检查县政府门户网站示范镇专栏,更新办事指南和联系方式。",
        "（五）监督保障情况。把政府信息公开纳入村和站所年度考核，组织一次社会评议，未发生需要追究责任的情形。",
    ),
    5: (
        "存在的主要问题：一是政策解读形式单一，图解和问答少；二是村级公开专栏更新不够及时。",
        "改进情况：一是新增图解模板，全年发布图解4篇；二是按季度通报村级专栏更新情况，下一步把更新时限写入村级考核。",
    ),
    6: ("2024年，示范镇没有收取政府信息公开信息处理费。",),
}
_APPLICATIONS = {
    "received": (10, 2, 12),
    "carried_in": (1, 0, 1),
    # Five and one are six.
    "granted": (5, 1, 5),
    "partly_granted": (1, 0, 1),
    "refused_process": (1, 0, 1),
    "unavailable_not_held": (2, 1, 3),
    "declined_petition": (1, 0, 1),
    "handled_total": (10, 2, 12),
    "carried_out": (1, 0, 1),
}
_OTHERS: dict[Key, str] = {
    ("disclosure", "normative_documents", "issued"): "1",
    ("disclosure", "normative_documents", "in_force"): "5",
    ("disclosure", "licences", "decisions"): "126",
    ("disclosure", "penalties", "decisions"): "8",
    ("remedies", "review", "upheld"): "1",
    ("remedies", "review", "pending"): "1",
    # One upheld and one pending are two.
    ("remedies", "review", "total"): "1",
}


def sample_report() -> bytes:
    """The sample as a Word file; the same bytes each time."""
    blank = blank_report(_ORGAN, _YEAR)
    figures = dict(_OTHERS)
    for row, printed in _APPLICATIONS.items():
        for column, value in zip(("natural_person", "business", "total"), printed, strict=True):
            figures["applications", row, column] = str(value)
    sections = tuple(_written(number, section, figures) for number, section in enumerate(blank.sections, 1))
    # A period that ends too early; a date that the blank report leaves open.
    preamble = blank.preamble.replace("12月31日", "11月30日")
    return blank_docx(Blank(blank.title, preamble, sections, (_ORGAN, f"{_YEAR + 1}年1月20日")))


def _written(number: int, section: BlankSection, figures: Mapping[Key, str]) -> BlankSection:
    """The section with its text, or with its table filled in."""
    if section.grid is None:
        return replace(section, paragraphs=_PROSE[number])
    table = next(each for each in form_of_year(_YEAR).tables if each.section == number)
    return replace(section, grid=table_grid(table, figures))
