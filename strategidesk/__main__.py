"""Which front: the window, or a command. Imports the chosen one only."""

import gc
import sys


def main(arguments: list[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if given == ["--apart"]:
        from strategidesk.guard.child import main as work

        return work()
    if not given or (len(given) == 1 and given[0].lower().endswith(".strategi")):
        return window(given)
    from strategidesk.cli.main import run

    return run(given)


def window(arguments: list[str] | None = None) -> int:
    """Open the window, with a file where one is named."""
    given = sys.argv[1:] if arguments is None else arguments
    gc.disable()  # until the shell is warm: what is made before that is all kept
    from strategidesk.ui.app import run

    return run(given[0] if given else None)


if __name__ == "__main__":
    sys.exit(main())
