"""What each key of a configuration is for, as the documentation and the schema tell it: the one source of both."""

from __future__ import annotations

from collections.abc import Mapping

from ..language import Text


def key_words() -> Mapping[str, Text]:
    """The words by key; a key of a table has that of the table before it: ``per_file.files``."""
    return {
        "extends": Text("先读的配置文件，如县里发的一份；本文件在它之上改", "configurations read first; this one changes them"),
        "packs": Text("自己的规则包", "rule packs of one's own"),
        "select": Text("只查这些规则：代码、代码的开头或规则名；空为全部", "only these rules; empty: all of them"),
        "ignore": Text("不查的规则", "rules that are not asked"),
        "extend_select": Text("在 select 之外再查的规则", "rules that are asked besides select"),
        "extend_ignore": Text("在 ignore 之外再不查的规则", "rules that are not asked besides ignore"),
        "severity": Text("规则的级别：error、warning、info，off 为不查", "severities of rules; off: not asked"),
        "per_file": Text("只对部分文件的规定", "what holds for some files only"),
        "per_file.files": Text("文件：模式同 .gitignore，从配置文件所在的文件夹算起", "files: patterns as in .gitignore"),
        "per_file.ignore": Text("这些文件不查的规则", "rules that are not asked of these files"),
        "per_file.severity": Text("这些文件上规则的级别", "severities of rules for these files"),
        "locked": Text("锁定的规则：在此之上的配置和命令行不能不查、降级", "rules that nobody below may switch off or soften"),
        "suppress": Text("写在报告之外的说明：不报哪个问题，为什么", "findings that are settled outside the reports"),
        "suppress.rule": Text("规则", "the rule"),
        "suppress.files": Text("文件：模式同 .gitignore", "files: patterns as in .gitignore"),
        "suppress.reason": Text("理由（必填）", "the reason, which is required"),
        "suppress.fingerprint": Text("问题的指纹（JSON 输出中有）", "the finding's fingerprint"),
        "suppress.place": Text("位置，如 表三 · 总计，或 applications/granted/total", "the place, in words or keys"),
        "suppress.until": Text("有效到哪一天，过后又报", "the last day on which it counts"),
        "inline_suppressions": Text("报告中的注释（govreport-lint: disable …）算数", "comments in the reports count"),
        "unused_suppressions": Text("没有用处、写错、到期的说明：error 为不通过，warning 只提示，off 不提示", "what settles nothing"),
        "baseline": Text("基线文件：其中已有的问题不再报", "the baseline: findings in it are known"),
        "exclude": Text("文件夹中不查的文件：模式同 .gitignore", "files in folders that are left out"),
        "strict_files": Text("文件夹中不是年报的文件也算未能检查", "a file in a folder that is no report is a fault"),
        "previous": Text("上年的年报：文件，或各单位年报的文件夹", "last year's report, or a folder of them"),
        "fail_on": Text("有此级别以上的问题时退出状态为 1", "the lowest severity that fails"),
        "format": Text("输出：text，或 sarif=结果.sarif 这样写入文件", "outputs, also into files: sarif=out.sarif"),
        "lang": Text("输出语言", "the language of the output"),
        "jobs": Text("进程数；0 为按文件多少自定", "processes; 0: as many as the files are worth"),
        "audit": Text("县级审核的设置", "settings of the county's audit"),
        "audit.deadline": Text("报送期限（月-日），按单位类别", "deadlines (month-day) by kind of unit"),
        "audit.verticals_count": Text("垂管单位计入汇总", "units under vertical management count in the sums"),
        "audit.similarity": Text("重复率疑点", "the share of repeated text that is a doubt"),
        "audit.copied": Text("基本照搬", "the share from which a text is a copy"),
        "audit.similarity_min_chars": Text("第六部分多少字起算", "how long section six has to be to count"),
        "audit.versions": Text("几份不同的报告：newest 取最新，ask 由人来定", "several versions: newest counts, or ask"),
        "audit.contact": Text("审核意见的联系人", "who is named in the letters"),
        "audit.phone": Text("联系电话", "the telephone in the letters"),
        "audit.return_by": Text("修改稿的报送期限", "the day by which reports are to be returned"),
        "audit.inline_suppressions": Text("报告中的注释算数", "comments in the reports count"),
    }  # fmt: skip
