"""The JSON in which known people are handed in: names, or objects with posts and a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.phone_numbers import digits_of
from safetydesk.domain.roster_sheet import KnownPerson, RosterPost
from safetydesk.exchange.json_fields import read_document

if TYPE_CHECKING:
    from safetydesk.exchange.json_fields import Field

_LIST = "people"


def read_people(content: bytes, file: str) -> list[KnownPerson]:
    """``["王伟", …]``, ``[{"name", "posts", "phone"}, …]``, or either under the key ``people``.

    Raises:
        BadInput: the document is not of that shape.
    """
    text = content.decode("utf-8-sig", errors="replace").strip()
    document = read_document(f'{{"{_LIST}": {text}}}' if text.startswith("[") else text, file)
    return [_person(person) for person in document[_LIST].elements()]


def _person(field: Field) -> KnownPerson:
    if isinstance(field.value, str):
        return KnownPerson(field.text("姓名"))
    posts = tuple(post.choice(RosterPost) for post in field.elements_of("posts"))
    phones = [field["phone"]] if field.given("phone") else list(field.elements_of("phones"))
    return KnownPerson(
        field["name"].text("姓名"), posts, tuple(digits_of(phone.text("号码")) for phone in phones)
    )
