"""What the interchange JSON looks like: names and version, declared once."""

from strategidesk.model.noun import Noun, fields_of
from strategidesk.model.schema import Schema

FORMAT = "strategidesk"
VERSION = 1
PICTURES = "pictures"  # [{"id": sha256 of the bytes in hex, "data": base64}]


def listed(schema: Schema) -> tuple[type[Noun], ...]:
    """The nouns that have a list of their own at the top."""
    return tuple(noun for noun in schema.nouns if not noun.meta.single and not noun.meta.inside)


def inner(schema: Schema) -> tuple[type[Noun], ...]:
    """The nouns listed inside another thing; those whose holder is gone stand at the top."""
    return tuple(noun for noun in schema.nouns if noun.meta.inside)


def nested(schema: Schema, holder: type[Noun]) -> tuple[type[Noun], ...]:
    """The nouns that are listed inside a thing of this noun."""
    return tuple(
        noun for noun in inner(schema) if fields_of(noun)[noun.meta.inside].to == holder.meta.entity
    )
