"""Makes what a job needs: the system's parts where they are missing, and the environment `.venv`.

    python .ci/environment.py JOB        (demo, window, test, bundle)

Says one line for each thing it does, nothing when all is there. Ends with 1 and the exact
command for the administrator where a needed part cannot be installed from here.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import parts

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "strategidesk-made-from"
LOG = ROOT / "build" / "setup.log"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PIP = [str(PYTHON), "-m", "pip", "install", "--quiet", "--no-input", "--no-deps"]


def main(job: str) -> int:
    """Prepare for one job; 0 when it can be done."""
    try:
        return _prepare(job)
    except PermissionError as error:
        _say(f"{error.filename} belongs to somebody else; work in a folder of your own")
        return 1


def _prepare(job: str) -> int:
    wanted = parts.missing(job)
    whole = _venv_works()
    stale = not whole or _made()[1:] != [_recipe()]
    venv = parts.every_part()["venv"]
    if not whole and not venv.present():
        wanted = [venv, *wanted]
    if wanted or stale:
        LOG.unlink(missing_ok=True)
    if wanted and not _install(wanted):
        return 1
    if not stale:
        return 0
    return 0 if _make_venv() else 1


def _say(line: str) -> None:
    print(f"strategidesk: {line}", flush=True)


def _install(wanted: list[parts.Part]) -> bool:
    """Bring the parts in where that is allowed; true when no needed one is still missing."""
    apt = _apt([part for part in wanted if part.needed] != [])
    if apt is not None:
        _say(f"installing {_titles(wanted)} (once)")
        packages = [package for part in wanted for package in part.debian]
        if not _apt_get(apt, packages):
            _say(f"apt-get did not manage; its words are in {LOG.relative_to(ROOT)}")
        wanted = [part for part in wanted if not part.present()]
    needed = [part for part in wanted if part.needed]
    optional = [part for part in wanted if not part.needed]
    if needed:
        _say(f"missing, and must be installed first: {_titles(needed)}")
    if optional:
        _say(f"missing, so that what needs it is left out: {_titles(optional)}")
    if wanted:
        _say("to get what is missing:")
        _say(f"    {_command(wanted)}")
    return not needed


def _apt(needed: bool) -> list[str] | None:
    """How this user may call apt-get; None where it cannot be done.

    A password is asked for only where a needed part is missing and somebody sits there.
    """
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return ["env"]
    if shutil.which("sudo") is None:
        return None
    if subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0:
        return ["sudo", "-n", "env"]
    if needed and sys.stdin.isatty() and not os.environ.get("CI"):
        _say("sudo may ask for your password")
        return ["sudo", "env"]
    return None


def _apt_get(prefix: list[str], packages: list[str]) -> bool:
    """Install Debian packages; the list of packages is fetched only if the first try fails."""
    apt = [*prefix, "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]
    apt += ["-o", "DPkg::Lock::Timeout=300"]
    install = [*apt, "install", "--no-install-recommends", *packages]
    return _run(install) or (_run([*apt, "update"]) and _run(install))


def _make_venv() -> bool:
    if not _venv_works():
        _say("making the environment .venv")
        # the Python under a running .venv, which is cleared first
        base = getattr(sys, "_base_executable", sys.executable)
        if not _run([base, "-m", "venv", "--clear", str(VENV)]):
            return _failed("making the environment")
    _say("installing the Python packages of requirements.lock (a few minutes, once)")
    lock = str(ROOT / "requirements.lock")
    if not _run([*PIP, "--require-hashes", "--only-binary", ":all:", "-r", lock]):
        return _failed("installing the Python packages")
    if not _run([*PIP, "--no-build-isolation", "--editable", str(ROOT)]):
        return _failed("installing StrategiDesk into .venv")
    STAMP.write_text(f"{ROOT}\n{_recipe()}", encoding="utf-8")
    return True


def _recipe() -> str:
    """What `.venv` is made from: another value means that it must be refreshed."""
    digest = hashlib.sha256()
    for name in ("requirements.lock", "pyproject.toml"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def _made() -> list[str]:
    """Where `.venv` was made, and from what; empty where that is not known."""
    return STAMP.read_text(encoding="utf-8").splitlines() if STAMP.is_file() else []


def _venv_works() -> bool:
    """Whether `.venv` is whole: not moved here, its Python starts, is new enough and has pip."""
    if not PYTHON.is_file() or _made()[:1] not in ([], [str(ROOT)]):
        return False
    question = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    done = subprocess.run([str(PYTHON), "-c", question], capture_output=True, check=False)
    return done.returncode == 0


def _run(command: list[str]) -> bool:
    """Run a command quietly, its words kept in the log; true when it went well."""
    LOG.parent.mkdir(exist_ok=True)
    environment = os.environ | {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    with LOG.open("a", encoding="utf-8") as log:
        log.write(f"$ {' '.join(command)}\n")
        log.flush()
        done = subprocess.run(
            command, stdin=None, stdout=log, stderr=log, env=environment, cwd=ROOT, check=False
        )
    return done.returncode == 0


def _failed(what: str) -> bool:
    _say(f"{what} failed; the last words of {LOG.relative_to(ROOT)}:")
    for line in LOG.read_text(encoding="utf-8", errors="replace").splitlines()[-15:]:
        print(f"    {line}", flush=True)
    return False


def _titles(some: list[parts.Part]) -> str:
    return ", ".join(part.title for part in some)


def _command(some: list[parts.Part]) -> str:
    line = parts.install_command(tuple(package for part in some for package in part.debian))
    return line if shutil.which("apt-get") else f"(on Debian) {line}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
