"""The command line: arguments in, one clear line and an exit code out.

Exit codes: 0 done; 1 done, but something needs a person; 2 wrong usage; 3 refused, nothing written.
"""

import argparse
import importlib
import os
import sys
from typing import NoReturn

from strategidesk import __version__, language
from strategidesk.cli.arguments import COMMANDS, Verb
from strategidesk.errors import UsageError, UserError
from strategidesk.language import tr

DONE = 0
WRONG_USAGE = 2
REFUSED = 3
STOPPED = 130  # by Ctrl+C, as shells have it

PROGRAM = "strategidesk"


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USAGE, f"{PROGRAM}: {message} ({self.prog} --help)\n")


def run(arguments: list[str]) -> int:
    """Run one command; returns its exit code."""
    language.use(language.of_environment(language.SOURCE))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        options = parser().parse_args(arguments)
        verb: Verb = options.verb
        module = importlib.import_module(f"strategidesk.cli.{verb.module}")
        code = getattr(module, verb.function)(options)
        sys.stdout.flush()
        return int(code or DONE)
    except SystemExit as end:
        return int(end.code or 0)
    except UsageError as error:
        return _told(error, WRONG_USAGE)
    except UserError as error:
        return _told(error, REFUSED)
    except KeyboardInterrupt:
        print(f"{PROGRAM}: {tr('Stopped. Nothing was changed.')}", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def parser() -> argparse.ArgumentParser:
    """All commands with their arguments."""
    top = _Parser(PROGRAM, description=tr("Draft, decide and follow up a municipal strategy."))
    top.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    _add(top, COMMANDS)
    return top


def _add(parser: argparse.ArgumentParser, verbs: tuple[Verb, ...]) -> None:
    commands = parser.add_subparsers(metavar=tr("COMMAND"), required=True)
    for verb in verbs:
        one = commands.add_parser(verb.name, help=tr(verb.help), description=tr(verb.help))
        for argument in verb.arguments:
            argument.add_to(one)
        if verb.verbs:
            _add(one, verb.verbs)
        else:
            one.set_defaults(verb=verb)


def _told(error: UserError, code: int) -> int:
    text = " ".join(str(error).split())
    print(f"{PROGRAM}: {text}", file=sys.stderr)
    return code
