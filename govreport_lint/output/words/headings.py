"""The words that stand before what is said of a finding, the same in every output."""

from __future__ import annotations

from ...finding import Severity
from ...language import Text

SEVERITY_WORDS = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("疑点", "warning"),
    Severity.INFO: Text("提示", "info"),
}
DO = Text("建议：", "To do: ")
BASIS = Text("依据：", "Basis: ")
NOTE = Text("提示：", "Note: ")
MENDED = Text("可自动改正", "can be mended by --fix")
