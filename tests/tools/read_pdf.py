"""A PDF as it is read again: what stands in it, and what it says of itself."""

from __future__ import annotations

import io
from collections import Counter
from typing import Final

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

UNSEEN: Final = "\u200b\u200c\u200d\ufe0e\ufe0f"


def opened(pdf: bytes) -> PdfReader:
    """The PDF."""
    return PdfReader(io.BytesIO(pdf))


def letters(text: str) -> str:
    """A text without what a line may end with, so that it does not matter where lines are broken."""
    return "".join(sign for sign in text if not sign.isspace() and sign not in UNSEEN)


def letters_of(pdf: bytes) -> str:
    """All text of a PDF, page after page, without white space."""
    return letters("".join(page.extract_text() for page in opened(pdf).pages))


def root_of(pdf: bytes) -> DictionaryObject:
    """What the PDF says of itself as a document."""
    root = opened(pdf).trailer["/Root"].get_object()
    assert isinstance(root, DictionaryObject)
    return root


def tags_of(pdf: bytes) -> Counter[str]:
    """How often each kind of element stands in the structure that is read aloud."""
    tags, left = Counter[str](), [root_of(pdf)["/StructTreeRoot"]]
    while left:
        element = left.pop().get_object()
        if isinstance(element, ArrayObject):
            left += element
        elif isinstance(element, DictionaryObject):
            tags.update([str(element["/S"])] if "/S" in element else [])
            left += [element.raw_get("/K")] if "/K" in element else []
    return tags
