"""A folder of settings that LibreOffice starts from and that is thrown away afterwards."""

from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

Settings = Mapping[str, Mapping[str, bool | int]]  # by path in the registry, then by name

_OPEN = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
)
_QUIET: Settings = {
    "/org.openoffice.Office.Common/Misc": {"FirstRun": False},
    "/org.openoffice.Office.Common/Security/Scripting": {"MacroSecurityLevel": 3},  # none run
    "/org.openoffice.Office.Recovery/AutoSave": {"Enabled": False},
    "/org.openoffice.Office.Recovery/RecoveryInfo": {"Enabled": False},
    "/org.openoffice.Setup/Office": {"ooSetupInstCompleted": True},
}


def make(folder: Path, settings: Settings) -> str:
    """Fill a new folder; returns the argument by which LibreOffice takes it as its profile."""
    user = folder / "user"
    user.mkdir(parents=True)
    items = "".join(
        f"<item oor:path={quoteattr(path)}>{_props(props)}</item>\n"
        for path, props in (*_QUIET.items(), *settings.items())
    )
    text = f"{_OPEN}{items}</oor:items>\n"
    (user / "registrymodifications.xcu").write_text(text, encoding="utf-8")
    return f"-env:UserInstallation={folder.absolute().as_uri()}"


def _props(props: Mapping[str, bool | int]) -> str:
    return "".join(
        f'<prop oor:name={quoteattr(name)} oor:op="fuse"><value>{_value(value)}</value></prop>'
        for name, value in props.items()
    )


def _value(value: bool | int) -> str:
    return escape(str(value).lower())
