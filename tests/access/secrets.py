"""What each role may read of the own school, and that it may read nothing of another.

A kind of words stands here with the roles that may meet it; everybody else meets it nowhere: not on a page, in a file,
a message or a header. The matrix in the design of rights says why (rows 8–13, 20, 26, 36).
"""

from collections.abc import Iterator

from tests.access.sides import Side
from tests.access.world import ABOVE, World

LEADERS = ("curator", "head")
PAIR = ("mentor", "mentee")
ALLOWED: dict[str, tuple[str, ...]] = {
    "сокровенное": ("mentee",),
    "сообщение": ("mentor",),
    "ключ": ("mentor",),
    "нужда": ("council_member", *LEADERS),
    "план": (*PAIR, "council_member", *LEADERS),
    "наставник": ("mentor", "mentee", "council_member", *LEADERS),
    "список": ("clerk", *LEADERS),
    "скан": ("clerk", *LEADERS),
    "итоги-teacher": ("teacher", "council_member", "clerk", *LEADERS),
}
CONTACTS = ("teacher", "clerk", *LEADERS)
STEM = 6


def shown(world: World, role: str, text: str) -> Iterator[str]:
    """Everything in the (small-lettered) text that this role should not have met."""
    if role in ABOVE:
        yield from _above(world, role, text)
        return
    yield from _foreign(world.foreign, text)
    for about, roles in ALLOWED.items():
        if role not in roles and world.own.words(about) in text:
            yield f"words of the kind «{about}»"
    if role not in CONTACTS and any(contact in text for contact in _contacts(world.own)):
        yield "contacts of a teacher"


def _contacts(side: Side) -> tuple[str, str]:
    work = side.things["employment"]
    return work.email.lower(), work.phone.lower()


def _foreign(side: Side, text: str) -> Iterator[str]:
    marks = side.marks
    for word in (marks.teacher, marks.officer, marks.leader, marks.words):
        if word.lower()[:STEM] in text:
            yield f"«{word}» of another school"


def _above(world: World, role: str, text: str) -> Iterator[str]:
    """The city sees organisations and officials; the administrator also who holds which post; nobody teachers."""
    for side in (world.own, world.foreign):
        marks = side.marks
        hidden = [marks.teacher, *(side.words(about) for about in ALLOWED)]
        if role != "administrator":
            hidden.append(marks.officer)
        yield from (f"«{word}» of a school" for word in hidden if word.lower() in text)
    if world.elsewhere.marks.teacher.lower()[:STEM] in text:
        yield "another city"
