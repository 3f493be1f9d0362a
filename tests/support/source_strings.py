"""The English source strings of the program, collected from its code and its declarations."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from strategidesk.cli.arguments import COMMANDS as VERBS
from strategidesk.desk.exports import EXPORTS
from strategidesk.desk.registry import COMMANDS
from strategidesk.model import choices
from strategidesk.model.noun import fields_of
from strategidesk.model.schema import STANDARD

PACKAGE = Path(__file__).parents[2] / "strategidesk"
SPEAKING = {"tr", "mark", "Mistake", "Finding", "Progress", "Notice"}  # what people read


def of_code(folder: Path = PACKAGE) -> dict[str, str]:
    """Every text that is translated or becomes an error, with the file that holds it."""
    trees = _trees(folder)
    raising = SPEAKING | set(_errors(trees.values()))
    found: dict[str, str] = {}
    for path, tree in trees.items():
        constants = _constants(tree)
        for text in _spoken(tree, raising, constants):
            found.setdefault(text, str(path.relative_to(folder)))
        for text in constants.values():
            if " " in text and text.endswith("."):  # a sentence that waits in a constant
                found.setdefault(text, str(path.relative_to(folder)))
    return found


def of_errors(folder: Path = PACKAGE) -> set[str]:
    """Every template of what can go wrong."""
    trees = _trees(folder).values()
    names = _errors(trees)
    return {text for tree in trees for text in _spoken(tree, names, _constants(tree))}


def _trees(folder: Path) -> dict[Path, ast.Module]:
    return {
        path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.py"))
    }


def literals(folder: Path = PACKAGE) -> set[str]:
    """Every string that stands in the code."""
    return {
        node.value
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def of_declarations() -> set[str]:
    """Every label of nouns, fields, choices, commands and exports."""
    labels = {verb.help for verb in VERBS}
    labels |= {argument.help for verb in VERBS for argument in verb.arguments}
    labels |= {str(vars(command)["label"]) for command in COMMANDS}
    labels |= {export.label for export in EXPORTS}
    for noun in STANDARD.nouns:
        labels |= {noun.meta.label, noun.meta.label_plural}
        labels |= {field.label for field in fields_of(noun).values() if field.label}
    for name in vars(choices):
        if name.isupper():
            labels |= set(getattr(choices, name).values())
    return labels


def _errors(trees: Iterable[ast.Module]) -> set[str]:
    """The names of UserError and everything that descends from it."""
    bases: dict[str, set[str]] = {}
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                bases[node.name] = {base.id for base in node.bases if isinstance(base, ast.Name)}
    found = {"UserError"}
    while more := {name for name, above in bases.items() if above & found} - found:
        found |= more
    return found


def _constants(tree: ast.Module) -> dict[str, str]:
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name) and target.id.isupper()
    }


def _spoken(tree: ast.Module, names: set[str], constants: dict[str, str]) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
        if name not in names:
            continue
        for part in (part for argument in _texts(name, node) for part in _branches(argument)):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value
            elif isinstance(part, ast.Name) and part.id in constants:
                yield constants[part.id]


def _texts(name: str, call: ast.Call) -> list[ast.expr]:
    """The arguments of a call that are texts for people: the first, of some the last."""
    return call.args[-1:] if name in ("Progress", "Notice") else call.args[:1]


def _branches(argument: ast.expr) -> list[ast.expr]:
    return [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]
