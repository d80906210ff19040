"""Where a report ends on a page: at what a web site prints around its articles."""

from __future__ import annotations

import re

_FOOTER = re.compile(
    r"版权所有|主办单位|主办[:：]|承办单位|网站地图|网站标识码|公网安备|ICP备|技术支持|扫一扫|扫描二维码|分享到|分享至"
    r"|附件下载|打印本页|关闭窗口|关闭本页|上一篇|下一篇|上一条|下一条|相关链接|相关信息|相关文章|友情链接|责任编辑|责编[:：]"
    r"|浏览次数|点击次数|访问量|阅读次数|Copyright|联系我们|关于我们|隐私|无障碍浏览|返回顶部|页面导航|^\W*打印\W*(?:关闭)?\W*$|^\W*关闭\W*$"
)
_METADATA = re.compile(
    r"^\W*(?:发布日期|发布时间|发文日期|公开日期|成文日期|生成日期|日期|时间|来源|信息来源|作者|字号|字体|浏览|阅读|打印|分享|收藏|索引号"
    r"|标题|文号|栏目|发布机构|发布单位|原文链接|采集时间|本地目录|页面链接|单位|当前位置|您的位置|您现在的位置)"
)
_LONGEST = 80


def is_footer(text: str) -> bool:
    """Whether a paragraph belongs to the page and not to the report."""
    found = _FOOTER.search(text) if len(text) <= _LONGEST else None
    # Words of the site after a full sentence were glued to the report's own paragraph.
    return found is not None and "。" not in text[: found.start()]


def is_metadata(text: str) -> bool:
    """Whether a paragraph is a line that a site prints about an article (date, source, font size)."""
    return len(text) <= _LONGEST and bool(_METADATA.match(text))
