"""«Her words» and a «нет» are found by nobody else: pages, search, files, mail, history, queue, logs."""

import logging
from collections.abc import Callable, Iterator

import pytest
from django.core import mail
from django.urls import reverse

from mentoring.core.background import drain
from mentoring.documents.models import Document
from mentoring.matching.actions import answer
from mentoring.matching.choices import ReadinessState, Side
from mentoring.matching.models import OwnRequest, Readiness
from mentoring.matching.tests.factories import make_need, make_pair, make_readiness
from mentoring.programs.actions import accept_programs, draft_pair_order, mark_signed, prepare_papers
from mentoring.programs.models import Consent
from mentoring.programs.tests.factories import TODAY, sign_order
from tests.access import asking, matrix, objects, rows
from tests.access.things import DECIDED, actor
from tests.access.world import Browser, World, undone

HER_WORDS = "strekoza"  # in Latin letters, so that it reads the same inside an address
DIFFICULTY = "kuznechik"
NOBODYS_WORDS = "nichegonet"
ROWS = matrix.read_rows()
EVERYBODY = (
    *("head", "curator", "council_member", "clerk", "mentor", "mentee", "data_officer"),
    *("administrator", "methodologist", "committee"),
)
FILES = ("documents:document_word", "documents:document_pdf", "documents:file", "staff:import_bad_rows")
# Pages about entering the site and empty forms; some make keys anew on each opening.
ASIDE = ("ui:", "mfa_", "account_", "accounts:", "organizations:", "staff:import", "staff:basis")
JOURNAL = "matching:restricted_journal own"


def snapshot(world: World, role: str) -> dict[str, bytes]:
    """Every page and spreadsheet that the role opens in the own school, without tokens."""
    column = matrix.ROLES.index(role)
    pages = {}
    for (url_name, method, whose), letters in ROWS.items():
        is_read = method == "GET" or url_name.endswith("_export")
        is_told = url_name not in FILES and not url_name.startswith(ASIDE)
        if is_read and is_told and whose != matrix.FOREIGN and letters[column] == "+":
            asked = objects.asked(world, url_name, whose)
            answer = world.browsers[role].ask(method, asked.url, asked.body)
            pages[f"{url_name} {whose}"] = asking.read(asking.plain(answer)).encode()
    return pages


def told_apart(world: World, first: Callable[[], None], second: Callable[[], None]) -> list[str]:
    """Pages of everybody but the author on which the two happenings can be told apart."""
    seen = []
    for happen in (first, second):
        with undone():
            happen()
            drain()
            seen.append({(role, page): body for role in EVERYBODY for page, body in snapshot(world, role).items()})
    return [f"{role}: {page}\n" for (role, page), body in seen[0].items() if seen[1][role, page] != body]


@pytest.fixture
def author(world: World) -> Browser:
    """A teacher who has not written anything yet."""
    return world.browsers["teacher"]


def _write(author: Browser, words: str, **more: str) -> int:
    url = reverse("matching:own_request")
    return author.post(url, {"words": words, "wished_image": f"образ: {words}", **more}).status_code


def test_her_words_lie_in_one_row_alone(world: World, author: Browser, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, "django.template")  # it tells of every variable that is not there
    assert _write(author, f"боюсь собраний, {HER_WORDS}", areas="methods") == 302
    assert _write(author, f"и ещё: {HER_WORDS}", version="1") == 302
    assert _write(author, f"старая вкладка: {HER_WORDS}", version="1") == 409
    assert _write(author, HER_WORDS * 600) == 422
    drain()

    stored = OwnRequest.objects.get(person=world.people["teacher"])
    assert HER_WORDS in stored.words
    assert set(rows.holding(HER_WORDS)) == {"matching.OwnRequest.words", "matching.OwnRequest.wished_image"}
    assert HER_WORDS not in caplog.text
    assert not [letter for letter in mail.outbox if HER_WORDS in str(letter.message())]


def test_her_words_fall_into_no_log_when_the_page_breaks(
    world: World, author: Browser, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("the database is away")

    caplog.set_level(logging.DEBUG)
    logging.getLogger("django.request").setLevel(logging.DEBUG)
    monkeypatch.setattr("mentoring.matching.views.requests.actions.save_request", broken)

    assert _write(author, HER_WORDS) == 500
    assert "the database is away" in caplog.text
    assert HER_WORDS not in caplog.text
    assert not [letter for letter in mail.outbox if HER_WORDS in str(letter.message())]


def test_withdrawing_leaves_nothing(author: Browser):
    _write(author, HER_WORDS)
    assert author.post(reverse("matching:own_request_withdraw")).status_code == 302
    assert not list(rows.holding(HER_WORDS))


@pytest.mark.slow
def test_her_words_are_read_by_nobody_else(world: World, author: Browser):
    _write(author, HER_WORDS, areas="methods")
    need = OwnRequest.objects.get(person=world.people["teacher"]).need
    pair = make_pair(organization=need.organization, mentor=world.own.things["mentor"], need=need, **DECIDED)
    drain()
    found = [f"{role} {page}" for role in EVERYBODY for page in _holding(world, role, HER_WORDS)]
    for name, thing in (("matching:need_detail", need), ("matching:mentorship_detail", pair)):
        url = reverse(name, args=[thing.public_id])
        found += [
            f"{role} {url}" for role in EVERYBODY if HER_WORDS in asking.text_of(world.browsers[role].ask("GET", url))
        ]
    assert found == []
    assert list(_holding(world, "teacher", HER_WORDS)) == ["matching:own_request own"]


@pytest.mark.parametrize("role", EVERYBODY)
def test_search_and_filters_find_none_of_her_words(world: World, author: Browser, role: str):
    _write(author, HER_WORDS)
    browser = world.browsers[role]
    lists = ("matching:need_list", "matching:mentorship_list", "programs:program_list", "documents:document_list")
    for name in ("workspace:search", *lists, "staff:employment_list", "notifications:message_list"):
        pages = [
            asking.plain(browser.ask("GET", f"{reverse(name)}?q={words}")).decode().replace(words, "")
            for words in (NOBODYS_WORDS, HER_WORDS)
        ]
        assert pages[0] == pages[1], name


def test_difficulties_stand_in_the_programme_and_its_own_paper_alone(world: World):
    office, program = actor(world.people["head"]), world.own.things["program"]
    program.items.update(aimed_text=DIFFICULTY, result=DIFFICULTY)
    type(program).objects.filter(pk=program.pk).update(problem=DIFFICULTY, difficulties_edited_at=program.created_at)
    organization = world.own.organization
    accept_programs(organization=organization, programs=[program], by=office)
    prepare_papers(organization=organization, programs=[program], today=TODAY, by=office)
    consents = list(Consent.objects.filter(program=program))
    mark_signed(
        organization=organization, consents=consents, signed_on=TODAY, first_number="77-н", today=TODAY, by=office
    )
    order = draft_pair_order(organization=organization, programs=[program], today=TODAY, by=office)
    sign_order(order, office, number="77-о")
    drain()

    assert set(_kinds_of_papers(DIFFICULTY)) == {"program"}
    places = {"programs.Program.problem", "programs.ProgramItem.aimed_text", "programs.ProgramItem.result"}
    assert set(rows.holding(DIFFICULTY)) == places | {"documents.Document.payload"}
    assert not [letter for letter in mail.outbox if DIFFICULTY in str(letter.message())]


@pytest.mark.slow
def test_a_no_of_readiness_is_known_to_its_author_and_the_restricted_journal(world: World):
    """Both sides say «сейчас нет»: one on her page, one through the action behind it; for all others it is silence."""
    asked_mentor: Readiness = world.own.things["asked"]
    school, novice = world.own.organization, world.own.employ()
    make_need(organization=school, person=novice)
    asked_mentee = make_readiness(organization=school, person=novice, side=Side.MENTEE, state=ReadinessState.ASKED)

    def say_no() -> None:
        answered = world.browsers["teacher"].post(
            reverse("matching:readiness_answer", args=[asked_mentor.public_id]), {"answer": "not_now"}
        )
        assert answered.status_code == 302
        answer(readiness=asked_mentee, state=ReadinessState.DECLINED, by=actor(novice))

    told = told_apart(world, lambda: None, say_no)
    assert told == [f"curator: {JOURNAL}\n"], "".join(told)


@pytest.mark.slow
def test_pages_do_not_tell_who_of_a_pair_said_no(world: World):
    waiting = world.own.things["program_others"].consents
    mentor, mentee = (waiting.get(kind=kind) for kind in ("mentor", "mentee"))

    def decline(consent: Consent) -> Callable[[], None]:
        url = reverse("programs:consent_decline", args=[consent.public_id])
        return lambda: _posted(world.browsers["curator"], url)

    told = told_apart(world, decline(mentor), decline(mentee))
    assert told == [f"curator: {JOURNAL}\n"], "".join(told)


def _posted(browser: Browser, url: str) -> None:
    assert browser.post(url).status_code == 302


def _holding(world: World, role: str, word: str) -> Iterator[str]:
    return (page for page, body in snapshot(world, role).items() if word in body.decode().lower())


def _kinds_of_papers(word: str) -> Iterator[str]:
    return (paper.kind for paper in Document.objects.all() if word in str(paper.payload))
