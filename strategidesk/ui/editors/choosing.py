"""Which editor serves which kind of field."""

from strategidesk.model.fields import Field, Kind
from strategidesk.ui.editors.base import Editor
from strategidesk.ui.editors.field_name import FieldNameEditor
from strategidesk.ui.editors.flag import FlagEditor
from strategidesk.ui.editors.lists import ChoiceEditor, ReferenceEditor
from strategidesk.ui.editors.many import ReferencesEditor
from strategidesk.ui.editors.prose import ProseEditor
from strategidesk.ui.editors.text import DateEditor, LineEditor, NumberEditor
from strategidesk.ui.editors.wrapped import WrappedEditor


def editor_of(field: Field, wrapped: bool = False) -> Editor:
    """A new editor for a field; `wrapped`: lines of text are seen whole in narrow forms."""
    match field.kind:
        case Kind.LINE if field.of:
            return FieldNameEditor(field)
        case Kind.PROSE:
            return ProseEditor()
        case Kind.DATE:
            return DateEditor()
        case Kind.CHOICE:
            return ChoiceEditor(field)
        case Kind.NUMBER | Kind.WHOLE:
            return NumberEditor(field.kind)
        case Kind.FLAG:
            return FlagEditor()
        case Kind.REFERENCE:
            return ReferenceEditor(field)
        case Kind.REFERENCES:
            return ReferencesEditor(field)
        case _:
            return WrappedEditor() if wrapped else LineEditor()
