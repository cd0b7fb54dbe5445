"""What a teacher wrote about herself and a «сейчас нет» are found by nobody else: pages, search, files, mail, history.

Every address of the whole project that can be opened is opened, so a page that is added later is looked at too.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_actor, make_post, make_user
from mentoring.core.actor import Actor
from mentoring.matching.actions import Wish, answer, mark_after_talk, save_request
from mentoring.matching.actions.readiness import Asked
from mentoring.matching.choices import Channel, MentorshipState, ReadinessState, Side
from mentoring.matching.models import Mentorship, Need, OwnRequest, Readiness
from mentoring.matching.tests.factories import make_mentor, make_need, make_pair, make_readiness, make_teacher
from mentoring.organizations.models import Organization
from mentoring.people.models import Person

WORDS = "Канарейка-слова боюсь родительских собраний"
IMAGE = "Канарейка-образ спокойный учитель"
READERS = (Role.HEAD, Role.CURATOR, Role.CLERK, Role.COUNCIL_MEMBER, Role.METHODOLOGIST, Role.DATA_OFFICER,
           Role.ADMINISTRATOR)  # fmt: skip
TOKENS = re.compile(r'name="(?:csrfmiddlewaretoken|form_token)" value="[^"]*"|X-CSRFToken[^}]*')
SUBJECTS = {
    "needs": {"need", "person"},
    "mentors": {"mentor"},
    "pairs": {"mentorship", "need"},
    "staff": {"employment"},
    "people": {"person"},
    "staff-access": {"person"},
    "readiness": {"readiness"},
    "organizations": {"organization"},
    "roles": set(),
    "messages": set(),
    "documents": set(),
    "files": set(),
    "acts": set(),
    "programs": {"program"},
}
LEAVING = ("logout", "read", "open")
EMPTY_OF_PEOPLE = ("/gallery/", "/ui/", "/login/", "/access/", "/entry/", "/demo/", "/system/", "/territories/")
Enter = Callable[[Person], Client]


def addresses() -> Iterator[str]:
    """Names of all addresses of the project, with their namespace."""
    yield from _names(get_resolver().url_patterns, "")


def _names(patterns: list[URLPattern | URLResolver], space: str) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _names(pattern.url_patterns, inner)
        elif pattern.name:
            yield f"{space}{pattern.name}"


def opened(client: Client, things: list[models.Model]) -> dict[str, str]:
    """Everything that this browser can read: pages without an argument, pages of these things, spreadsheets."""
    pages = {url: _body(client.get(url)) for name in addresses() for url in _urls(name, things)}
    for words in ("боюсь", "собраний", "спокойный", "сейчас нет"):
        pages[f"search {words}"] = _body(client.get(reverse("workspace:search"), {"q": words}))
    sheets = [name for name in addresses() if name.endswith("_export") and "journal" not in name]
    files = {f"file {url}": _body(client.post(url)) for name in sheets for url in _urls(name, things)}
    return pages | files


def _urls(name: str, things: list[models.Model]) -> Iterator[str]:
    """Addresses under one name; an address that takes an id gets the ids of what stands under its first word."""
    if any(word in name for word in LEAVING):
        return
    try:
        found = [reverse(name)]
    except NoReverseMatch:
        found = [url for thing in things if (url := _url_of(name, thing))]
    yield from (url for url in found if not url.startswith(EMPTY_OF_PEOPLE))


def _url_of(name: str, thing: models.Model) -> str:
    """The address of this thing under the name; empty where other things stand there."""
    try:
        url = reverse(name, args=[thing.public_id])
    except NoReverseMatch:
        return ""
    kinds = SUBJECTS.get(url.split("/")[1])
    return url if kinds is None or thing._meta.model_name in kinds else ""


def _body(response: object) -> str:
    content = b"".join(response) if response.streaming else response.content  # type: ignore[attr-defined]
    if content[:2] == b"PK":
        book = zipfile.ZipFile(io.BytesIO(content))
        return " ".join(book.read(part).decode(errors="ignore") for part in book.namelist() if part.startswith("xl/"))
    return TOKENS.sub("", content.decode(errors="ignore"))


def stored_text(but: type[models.Model]) -> str:
    """All text of the database outside one model: journal, messages, queue, drafts, receipts, sessions."""
    found = []
    for model in apps.get_models():
        if model is not but:
            found += [str(row) for row in model._base_manager.values_list()]
    return " ".join(found)


@pytest.fixture
def readers(school: Organization, client_as: Enter) -> dict[str, Client]:
    """A browser for each role of the school, and one of a colleague without a role."""
    found = {"коллега": client_as(_signed(make_teacher(organization=school)))}
    for role in READERS:
        person = _signed(make_teacher(organization=school))
        make_post(person, role, school)
        found[role] = client_as(person)
    return found


def _signed(person: Person) -> Person:
    return make_user(person=person).person


def things_of(school: Organization, person: Person) -> list[models.Model]:
    """What pages are opened of: the person, her work, everything of matching."""
    rows: list[models.Model] = [school, person, *person.employments.all()]
    for model in (Need, OwnRequest, Readiness, Mentorship):
        rows += list(model.objects.all())
    return rows


@pytest.mark.slow
def test_her_words_are_found_by_nobody_else(school: Organization, readers: dict[str, Client], day: date) -> None:
    mentor = make_mentor(organization=school)
    person = make_teacher(organization=school)
    author = make_actor(person=person)
    wish = Wish(words=WORDS, wished_image=IMAGE, areas=["parents"])
    request = save_request(organization=school, person=person, wish=wish, version=None, today=day, by=author)
    make_pair(organization=school, mentor=mentor, need=request.need, state=MentorshipState.RECOMMENDED)
    readers["её наставник"] = Client()
    readers["её наставник"].force_login(make_user(person=mentor.person))

    for who, client in readers.items():
        for url, body in opened(client, things_of(school, person)).items():
            assert "Канарейка" not in body, f"{who}: {url}"

    assert "Канарейка" not in stored_text(OwnRequest)


def test_author_finds_her_words(school: Organization, client_as: Enter, day: date) -> None:
    person = _signed(make_teacher(organization=school))
    author = make_actor_of(person)
    save_request(organization=school, person=person, wish=Wish(words=WORDS), version=None, today=day, by=author)

    assert WORDS in _body(client_as(person).get(reverse("matching:own_request")))


def make_actor_of(person: Person) -> Actor:
    """The person who has a user already."""
    return Actor(user_id=person.user.pk, person_id=person.pk)


def test_withdrawn_words_are_nowhere(school: Organization, client_as: Enter, day: date) -> None:
    person = _signed(make_teacher(organization=school))
    author = make_actor_of(person)
    save_request(organization=school, person=person, wish=Wish(words=WORDS), version=None, today=day, by=author)

    client_as(person).post(reverse("matching:own_request_withdraw"))

    assert "Канарейка" not in stored_text(Person)


def test_words_are_not_printed_by_a_failure(school: Organization, day: date, caplog: pytest.LogCaptureFixture) -> None:
    person = make_teacher(organization=school)
    browser = Client(raise_request_exception=False)
    browser.force_login(make_user(person=person))

    browser.post(reverse("matching:own_request"), {"words": WORDS, "areas": ["нет такого"]})

    assert "Канарейка" not in caplog.text


@pytest.mark.slow
def test_refusals_read_as_silence_everywhere(school: Organization, readers: dict[str, Client]) -> None:
    """The same pages before and after «сейчас нет» of both sides: not a letter differs but in the journal."""
    mentor, need = make_mentor(organization=school), make_need(organization=school)
    asked = [
        make_readiness(organization=school, person=person, side=side, state=ReadinessState.ASKED)
        for person, side in ((mentor.person, Side.MENTOR), (need.person, Side.MENTEE))
    ]
    authors = [make_actor(person=readiness.person) for readiness in asked]
    things = [*things_of(school, mentor.person), mentor]
    browsers = [readers[who] for who in ("коллега", Role.HEAD, Role.CURATOR, Role.CLERK, Role.COUNCIL_MEMBER)]
    before = [opened(client, things) for client in browsers]

    for readiness, author in zip(asked, authors, strict=True):
        answer(readiness=readiness, state=ReadinessState.DECLINED, by=author)

    for earlier, client in zip(before, browsers, strict=True):
        later = opened(client, things)
        assert not [url for url in earlier if earlier[url] != later[url] and not url.startswith(OWN_TRACES)]


OWN_TRACES = ("/restricted/", "/journal/", "/organizations/")  # the journal; what the readers have just taken out


def test_answers_stand_in_nobodys_journal(school: Organization, readers: dict[str, Client]) -> None:
    readiness = make_readiness(
        organization=school, person=make_teacher(organization=school), state=ReadinessState.ASKED
    )
    answer(readiness=readiness, state=ReadinessState.DECLINED, by=make_actor(person=readiness.person))

    for client in readers.values():
        assert "Ответ о готовности" not in _body(client.get(reverse("audit:journal")))


def test_curator_reads_a_refusal_in_her_journal_only(school: Organization, readers: dict[str, Client]) -> None:
    person = make_teacher(organization=school)
    make_readiness(organization=school, person=person, state=ReadinessState.DECLINED)

    body = _body(readers[Role.CURATOR].get(reverse("matching:restricted_journal")))

    assert person.last_name in body
    assert "Сейчас не готов(а)" in body


def test_mark_after_a_talk_leaves_one_trace_for_both_answers(school: Organization, curator: Actor, day: date) -> None:
    """What the journal keeps of «готова» and of «сейчас нет» does not tell one from the other."""
    traces = []
    for state in (ReadinessState.READY, ReadinessState.DECLINED):
        person = make_teacher(organization=school)
        mark_after_talk(organization=school, people=[Asked(person, Side.MENTOR)], state=state, today=day, by=curator)
        event = apps.get_model("audit", "Event").objects.order_by("-pk").first()
        traces.append((event.name, event.fields, event.restricted))

    assert traces[0] == traces[1]
    assert Readiness.objects.filter(channel=Channel.TALK).count() == 2
