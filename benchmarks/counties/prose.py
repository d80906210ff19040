"""Prose of an honest unit: sentences put together anew for every unit and year, saying what its tables say."""

from __future__ import annotations

from random import Random

from .figures import Figures

_TOPICS = (
    "营商环境", "乡村振兴", "义务教育", "基层医疗", "养老服务", "就业创业", "食品安全", "住房保障", "水土保持", "道路养护", "秸秆禁烧",
    "森林防火", "防汛抗旱", "环境整治", "惠农补贴", "社会救助", "征地补偿", "财政预算", "安全生产", "文化惠民", "垃圾分类", "河湖管护",
    "数字政务", "信用建设", "招商引资", "科技创新", "残疾帮扶", "退役安置", "农村饮水", "危房改造", "老旧小区", "电动车辆", "校外培训",
    "医保报销", "公共交通", "粮食收购", "畜禽防疫", "土地流转", "燃气安全", "殡葬改革",
)  # fmt: skip
_ACTS = (
    "印制并发放明白纸", "召开村组院坝会", "录制方言短视频", "更新办事指引", "张贴图解海报", "组织入户讲解", "举办政策夜校", "开设电话专席",
    "制作流程导图", "整理常见问答", "选派联络专员", "走访经营主体", "邀请群众代表", "汇编标准目录", "设立流动服务点", "公布监督热线",
    "开通线上预约", "编写案例选编", "评选最美窗口", "推送手机提醒", "翻新公示橱窗", "回访办事群众", "梳理高频事项", "压缩审批材料",
    "公示分配名单", "直播答疑过程", "印发季度简报", "核对历史数据", "清查过期栏目", "归并重复信息",
)  # fmt: skip
_GAINS = (
    "群众满意度稳中有升", "来电咨询明显减少", "办理时长缩短近半", "村民提前知晓标准", "企业少跑了冤枉路", "基层干部有章可循", "投诉举报逐月下降",
    "申领流程更加透明", "工作衔接更加顺畅", "答复口径得到统一", "栏目维护责任到人", "数据来源可以追溯", "评议意见当场吸收", "偏远村组也能看懂",
    "老年群体方便查询", "窗口排队现象缓解", "问题线索及时移交", "公示时限得到保证", "解读形式丰富起来", "公开质量有所改善",
)  # fmt: skip
_LACKS = (
    "政策解读形式偏少", "栏目更新偶有滞后", "业务人员变动频繁", "部分文件公开偏慢", "村级公开发展不均", "互动回应深度不够", "档案数字化进展慢",
    "公众参与渠道偏窄", "答复文书用语生硬", "目录分类不够细致", "新媒体运营力量弱", "考核结果运用不足", "跨科室协同不紧密", "内容审核环节偏多",
)  # fmt: skip
_CURES = (
    "每季度轮训经办人员", "建立栏目巡查清单", "引入图文视频解读", "约请法律顾问把关", "明确首办负责制度", "把公开嵌入办文流程", "对照标准逐项补缺",
    "开展村级结对帮扶", "定期通报整改进度", "设置群众体验专员", "完善答复文书范本", "合并同类公示专栏", "推行双人复核制度", "扩充线上征集渠道",
)  # fmt: skip
_WHEN = (
    "年初",
    "春耕前后",
    "汛期之前",
    "上半年",
    "入夏以来",
    "三季度",
    "秋收时节",
    "下半年",
    "岁末",
    "换季之际",
    "全年",
    "每逢赶集日",
)


class Story:
    """The sentences of one report; none of them twice."""

    def __init__(self, draw: Random) -> None:
        self._draw = draw

    def sentence(self) -> str:
        """A sentence on something that was done."""
        draw = self._draw
        topics = draw.sample(_TOPICS, 3)
        acts, gain = draw.sample(_ACTS, 2), draw.choice(_GAINS)
        shapes = (
            f"{draw.choice(_WHEN)}围绕{topics[0]}{acts[0]}，就{topics[1]}{acts[1]}，{gain}。",
            f"针对{topics[0]}和{topics[1]}，{draw.choice(_WHEN)}{acts[0]}，同步{acts[1]}，{gain}。",
            f"在{topics[0]}方面{acts[0]}，在{topics[1]}方面{acts[1]}，{topics[2]}领域{gain}。",
            f"{draw.choice(_WHEN)}把{topics[0]}列为重点，先{acts[0]}，再{acts[1]}，{gain}。",
        )
        return draw.choice(shapes)

    def told(self, count: int) -> str:
        """So many sentences."""
        return "".join(self.sentence() for _ in range(count))

    def problems(self) -> str:
        """What is lacking."""
        lacks = self._draw.sample(_LACKS, 2)
        topics = self._draw.sample(_TOPICS, 2)
        return f"存在的主要问题：一是{topics[0]}相关{lacks[0]}；二是{topics[1]}相关{lacks[1]}。"

    def cures(self) -> str:
        """What is done about it."""
        cures = self._draw.sample(_CURES, 2)
        topics = self._draw.sample(_TOPICS, 2)
        return f"改进情况：一是{cures[0]}，先从{topics[0]}做起；二是{cures[1]}，带动{topics[1]}公开。"


def overview(figures: Figures, draw: Random, *, received: int | None = None) -> tuple[str, ...]:
    """The paragraphs of section one, five parts; the figure of 新收 is the table's unless another is given."""
    story = Story(draw)
    count = figures["applications", "received", "total"] if received is None else received
    told = f"全年收到政府信息公开申请{count}件。" if count else "全年未收到政府信息公开申请。"
    return (
        "（一）主动公开情况。" + story.told(4),
        "（二）依申请公开情况。" + told + story.told(2),
        "（三）政府信息管理情况。" + story.told(3),
        "（四）政府信息公开平台建设情况。" + story.told(3),
        "（五）监督保障情况。" + story.told(2) + "工作考核、社会评议按要求开展，没有发生责任追究的情形。",
    )


def problems(draw: Random) -> tuple[str, ...]:
    """The paragraphs of section five."""
    story = Story(draw)
    return story.problems() + story.sentence(), story.cures() + story.sentence()


FEES = ("本年度没有收取信息处理费。",)
