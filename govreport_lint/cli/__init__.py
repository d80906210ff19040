"""The command line: parse options, call the API, print. ``main`` is the program."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from .console.statuses import BROKEN_PIPE, FAULT, INTERRUPTED, USAGE, OutputClosedError


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and end the process with its exit status."""
    # Nearly all that is made at the start lives to the end: looking through it for garbage takes a tenth of a run.
    gc.set_threshold(100_000, 20, 20)
    status = run(sys.argv[1:] if arguments is None else arguments)
    gc.freeze()
    sys.exit(status)


def run(arguments: Sequence[str]) -> int:
    """Run the program; returns its exit status. No exception leaves it but those of the interpreter's end."""
    from ..user_cache import expressions
    from .console.console_encoding import prepare_streams

    prepare_streams()
    known = expressions.put_back()
    try:
        status = _command(list(arguments))
        sys.stdout.flush()
        expressions.keep(known)
    except KeyboardInterrupt:
        return INTERRUPTED
    except (BrokenPipeError, OutputClosedError):
        _forget_output()
        return BROKEN_PIPE
    except OSError as error:
        return _fault(f"无法写出结果 cannot write the output：{error.strerror or error}")
    except Exception as error:
        return _fault(f"程序内部错误 internal fault：{type(error).__name__}：{error}")
    return status


_FAULTY = "规则包、配置或基线有误  faulty rule pack, configuration or baseline："


def _command(arguments: list[str]) -> int:
    import click

    if os.environ.get("_GOVREPORT_LINT_COMPLETE"):
        from .completion.answer import answer

        return answer(os.environ)
    from ..errors import OutputError, RuleError
    from .commands import program
    from .console.usage import usage_words

    try:
        status = program().main(arguments, prog_name="govreport-lint", standalone_mode=False)
    except click.ClickException as error:
        click.echo(usage_words(error), err=True)
        return USAGE
    except click.Abort:
        return INTERRUPTED
    except RuleError as error:
        from .console.faulty_file import error_lines

        click.echo(
            "\n".join([_FAULTY, *error_lines(error, _language(arguments))]),
            err=True,
        )
        return USAGE
    except OutputError as error:
        click.echo(f"--format {error}（{error.english}）", err=True)
        return USAGE
    return status if isinstance(status, int) else 0


def _language(arguments: list[str]) -> str:
    """The language that is asked for, of a run that came to nothing."""
    from itertools import pairwise

    return "en" if "--lang=en" in arguments or ("--lang", "en") in pairwise(arguments) else "zh"


def _fault(words: str) -> int:
    from ..output.words.printable import printable

    print(f"govreport-lint：{printable(words)}", file=sys.stderr)
    return FAULT


def _forget_output() -> None:
    """Nobody reads any more: keep the interpreter from complaining when it closes standard output."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
