"""The interchange JSON: a whole strategy as one document, in and out without loss.

Format `strategidesk`, version 1; its JSON Schema is `resources/schema/strategi.schema.json`.
"""

from strategidesk.model.interchange.reading import decode, decode_json, read
from strategidesk.model.interchange.writing import dump, encode

__all__ = ["decode", "decode_json", "dump", "encode", "read"]
