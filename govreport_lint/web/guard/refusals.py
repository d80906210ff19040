"""Why a request is not answered, in Chinese and English, with the status that says so to programs."""

from __future__ import annotations

from ...language import Text


class RefusedError(Exception):
    """A request that is not answered; ``code`` is for programs, ``words`` are for people."""

    def __init__(self, status: int, code: str, words: Text) -> None:
        super().__init__(words.en)
        self.status = status
        self.code = code
        self.words = words


def too_large(most: int) -> RefusedError:
    """More bytes than one request may bring."""
    size = most // 2**20
    words = Text(f"文件过大，一次最多 {size} MB", f"too large: at most {size} MB at once")
    return RefusedError(413, "too-large", words)


def too_slow() -> RefusedError:
    """A body that does not come to its end."""
    return RefusedError(
        408, "too-slow", Text("上传中断或太慢，请重试", "the upload stopped or was too slow; please try again")
    )


def too_busy() -> RefusedError:
    """More requests wait than may."""
    return RefusedError(
        503, "busy", Text("正在处理的文件太多，请稍后再试", "too many files at once; please try again soon")
    )


def malformed(words: Text) -> RefusedError:
    """A request that does not say what it must."""
    return RefusedError(400, "malformed", words)


def unreadable(words: Text) -> RefusedError:
    """A file that cannot be read as a report."""
    return RefusedError(422, "unreadable", words)


def unknown() -> RefusedError:
    """What there is not, or not any more."""
    return RefusedError(404, "unknown", Text("没有这一项，或已经清除", "there is no such thing, or not any more"))
