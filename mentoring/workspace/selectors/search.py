"""Search over what the actor may see."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from mentoring.core.actor import Actor
from mentoring.core.wording import search_text
from mentoring.documents.models import Document
from mentoring.matching.models import Mentorship
from mentoring.people.models import Person
from mentoring.staff.models import Employment

SEARCH_LIMIT = 10  # of each kind
ONE_MORE = SEARCH_LIMIT + 1


@dataclass(frozen=True)
class Found:
    """One line of a search result."""

    title: str
    note: str
    url: str


@dataclass(frozen=True)
class SearchResult:
    """What was found, by kind; empty kinds are left out."""

    words: str
    groups: Sequence[tuple[str, Sequence[Found]]]
    is_cut: bool = False
    """True when more was found than is shown."""

    @property
    def total(self) -> int:
        """Lines on the page."""
        return sum(len(lines) for _, lines in self.groups)


def search(actor: Actor, *, words: str) -> SearchResult:
    """Find people, papers and pairs that the actor may see; own words of mentees are never searched."""
    normalized = search_text(words)
    if not normalized:
        return SearchResult(words, [])
    people = Person.objects.visible_to(actor).matching(normalized).order_by("search", "pk")[:ONE_MORE]
    groups = [
        ("Люди", _found_people(actor, list(people))),
        ("Документы", _found_papers(actor, words.strip())),
        ("Пары", _found_pairs(actor, list(people))),
    ]
    return SearchResult(
        words,
        [(title, lines[:SEARCH_LIMIT]) for title, lines in groups if lines],
        is_cut=any(len(lines) > SEARCH_LIMIT for _, lines in groups),
    )


def _found_people(actor: Actor, people: list[Person]) -> list[Found]:
    works = {
        work.person_id: work
        for work in Employment.objects.visible_to(actor)
        .filter(person__in=people)
        .select_related("organization")
        .order_by("pk")
    }
    return [
        Found(
            title=str(person),
            note=f"{work.position_title}, {work.organization}" if (work := works.get(person.pk)) else "",
            url=reverse("staff:employment_detail", args=[work.public_id]) if work else "",
        )
        for person in people
        if person.pk in works
    ]


def _found_papers(actor: Actor, words: str) -> list[Found]:
    papers = Document.objects.visible_to(actor).filter(number=words).order_by("-created_at", "pk")[:ONE_MORE]
    return [
        Found(
            title=f"{paper.title} № {paper.number}",
            note=paper.get_state_display(),
            url=reverse("documents:document_detail", args=[paper.public_id]),
        )
        for paper in papers
    ]


def _found_pairs(actor: Actor, people: list[Person]) -> list[Found]:
    ids = [person.pk for person in people]
    visible = Mentorship.objects.visible_to(actor).live()
    pairs = visible.filter(mentor__person_id__in=ids) | visible.filter(mentees__person_id__in=ids)
    return [
        Found(
            title=f"{pair.mentor.person} — {', '.join(str(mentee.person) for mentee in pair.mentees.all())}",
            note=pair.get_state_display(),
            url=reverse("matching:mentorship_detail", args=[pair.public_id]),
        )
        for pair in pairs.with_people().distinct().order_by("-created_at", "pk")[:ONE_MORE]
    ]
