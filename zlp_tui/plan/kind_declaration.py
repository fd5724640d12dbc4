"""`Kind`: what the declaration of a kind of line says. The declarations stand in `kinds.py`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Else = Literal["null", "item", "line", "keep"]
"""What becomes of a line that refers to one that may not be shown: the reference becomes None, it is left out of the
tuple of references, the whole line is left out, or nothing."""

ANY: Final = ("*",)
"""A reference to a line of any kind."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that holds the id of another line, or a tuple of ids.

    `to` are the kinds it can name. `otherwise` is what happens when that line may not be read, and with `in_view` also
    when it was taken back.
    """

    field: str
    to: tuple[str, ...]
    otherwise: Else = "null"
    in_view: bool = True


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of line. `name` is also the name of its table and `of` in the history.

    `place` is the field that holds its lines: of the `PlanView`, or of the view type of `parent`, whose part it then is
    and whose scope it has; `parent_column` names the parent. `view` is None for rows that are no line of their own.
    `words` is the column that a line is told by; `quoted` are the columns that are shown as a quotation.
    `topic` is the topic its lines belong to, by id, or the role of one; None where a line names its own (`topic`).
    `domain` is the field with its life domain. `columns` are the fields whose column has another name, `derived` those
    without one, `unread` the columns without a field. `compared` are the fields, besides the words, that are compared
    between editions; `counts`: a change of it is a change of what was agreed on, so it must be compared.
    """

    name: str
    view: type[DataclassInstance] | None
    place: str
    parent: str | None = None
    parent_column: str = ""
    words: str | None = None
    quoted: tuple[str, ...] = ()
    topic: str | None = None
    domain: str | None = None
    references: tuple[Reference, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    derived: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()
    said: Mapping[str, str] = field(default_factory=dict)
    """By field that holds a day: the field with how it was said, when that was no exact day. They count as one."""
    voices: Mapping[str, str] = field(default_factory=dict)
    """By column with words or a pick that are not of the `voice` of the line: the column with who said it. Whoever
    writes the one is kept in the other (`tables/voices.py`)."""
    counts: bool = False
    replaces: bool = False
    stays_in_view: bool = False
    """Whether a line that was taken back is still in the view, marked as such."""
    can_be_withdrawn: bool = False
    told_with_whole: bool = False
    """Whether a part is told as its whole where it is told what is new."""
    kept_by_program: bool = False
    """Whether the program keeps it on its own, so that nobody's leave is asked: it is nobody's answer."""

    @property
    def read_fields(self) -> tuple[str, ...]:
        """The fields of the view type that are read from columns, in their order."""
        if self.view is None:
            return ()
        return tuple(f.name for f in fields(self.view) if f.name not in self.derived)

    @property
    def has_scope_of_whole(self) -> bool:
        """Whether a part is read by whoever may read its whole: it has no domain of its own and is about no other
        line."""
        about_lines = (ref for ref in self.references if ref.otherwise == "line" and ref.to != ("person",))
        return self.domain is None and not any(about_lines)

    @property
    def is_plain_part(self) -> bool:
        """Whether a part is in the view whenever its whole is: nothing else makes that it is left out."""
        depends = any(reference.otherwise == "line" for reference in self.references)
        return self.parent is not None and self.has_scope_of_whole and not depends

    def view_type(self) -> type[DataclassInstance]:
        """The view type; `LookupError` for rows that are no line of their own."""
        if self.view is None:
            raise LookupError(f"{self.name} has no view type")
        return self.view

    def column(self, name: str) -> str:
        """The column that a field of the view type is read from."""
        return self.columns.get(name, name)
