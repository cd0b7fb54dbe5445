"""The shell: menu, who is signed in, demo, display, messages, errors."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import include, path, reverse

from mentoring.core.actor import ANONYMOUS, actor_of
from mentoring.core.errors import AlreadyDone, NotAllowed, Refusal, WrongState
from mentoring.ui import errors, shell
from mentoring.ui.context import draft_owner, page
from mentoring.ui.display import Display
from mentoring.ui.menu import MenuItem, build_menu, menu
from mentoring.ui.messages import tell, undo_of
from mentoring.ui.middleware import RefusalMiddleware
from mentoring.ui.pages import render_page
from mentoring.ui.shapes import Who

CURATOR = actor_of(user_id=1, person_id=1)


@pytest.fixture
def items(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, MenuItem]]:
    """An empty menu to fill."""
    monkeypatch.setattr(menu, "_items", {})
    return menu._items


def item(title: str, order: int, **extra: object) -> MenuItem:
    """An item that leads to the gallery."""
    return MenuItem(title=title, url_name="ui:gallery", icon="users", order=order, **extra)  # type: ignore[arg-type]


def test_menu_shows_what_the_actor_may_open(items: dict[str, MenuItem]) -> None:
    menu.register("a", item("Всем", 1))
    menu.register("b", item("Никому", 2, is_shown=lambda actor: False))

    built = build_menu(CURATOR, path="/")

    assert [link.title for link in built.near] == ["Всем"]
    assert build_menu(ANONYMOUS, path="/").groups == []


def test_first_four_are_near_the_rest_far(items: dict[str, MenuItem]) -> None:
    for number in range(6):
        menu.register(str(number), item(f"Пункт {number}", number, group="Порядок" if number > 2 else ""))

    built = build_menu(CURATOR, path="/")

    assert len(built.near) == 4
    assert [link.title for group in built.far for link in group.items] == ["Пункт 4", "Пункт 5"]
    assert [group.title for group in built.groups] == ["", "Порядок"]


def test_present_page_is_marked(items: dict[str, MenuItem]) -> None:
    menu.register("a", item("Оформление", 1, count=lambda actor: 7))

    link = build_menu(CURATOR, path=reverse("ui:gallery_section", args=["forms"])).near[0]

    assert link.current
    assert link.count == 7


def test_item_of_a_page_that_is_not_there_is_left_out(items: dict[str, MenuItem]) -> None:
    menu.register("a", MenuItem(title="Нигде", url_name="nowhere:at_all", icon="users", order=1))

    assert build_menu(CURATOR, path="/").near == []


def test_context_counts_nothing_before_it_is_asked(items: dict[str, MenuItem]) -> None:
    menu.register("a", item("Пары", 1, count=lambda actor: pytest.fail("counted too early")))
    request = RequestFactory().get("/")
    request.actor = CURATOR  # type: ignore[attr-defined]

    page(request)


def test_each_form_gets_its_own_token() -> None:
    token = page(RequestFactory().get("/"))["form_token"]

    assert callable(token)
    assert token() != token()


def test_drafts_of_each_person_have_a_word_of_their_own() -> None:
    own, others = (draft_owner(actor_of(user_id=user_id, person_id=7)) for user_id in (1, 2))

    assert own != others
    assert len(own) == 32
    assert draft_owner(ANONYMOUS) == ""


def test_shell_asks_who_is_signed_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shell.identities, "_items", {"a": lambda request: Who(name="Агеева")})
    monkeypatch.setattr(shell.demo_flags, "_items", {"a": lambda request: True})
    context = page(RequestFactory().get("/"))

    assert context["who"].name == "Агеева"  # type: ignore[attr-defined]
    assert context["demo"]


def test_display_survives_the_cookie() -> None:
    chosen = Display(theme="dark", vision="low", size="2", spacing="3", colors="blue")
    response = HttpResponse()
    chosen.write(response)
    request = RequestFactory().get("/")
    request.COOKIES["display"] = response.cookies["display"].value

    assert Display.read(request) == chosen


@pytest.mark.parametrize("cookie", ["", "x", "dark", "<script>.low", "dark.low.9.9.9.9", "." * 50])
def test_bad_cookie_does_no_harm(cookie: str) -> None:
    request = RequestFactory().get("/")
    request.COOKIES["display"] = cookie

    assert "<" not in Display.read(request).attributes


def test_display_takes_known_values_only() -> None:
    assert Display().changed_by({"theme": "pink", "size": "2"}) == Display(size="2")


def test_display_by_default_leaves_the_choice_to_the_machine() -> None:
    assert Display().attributes == ""
    assert Display(theme="dark").attributes == ' data-theme="dark"'


def test_undo_stands_beside_a_message() -> None:
    assert undo_of('{"url": "/undo/", "label": "Отменить"}') == {"url": "/undo/", "label": "Отменить"}
    assert undo_of("") is None


def test_error_pages_say_what_to_do() -> None:
    request = RequestFactory().get("/")
    pages = {
        400: errors.bad_request(request),
        403: errors.permission_denied(request, NotAllowed("Решает совет.")),
        404: errors.page_not_found(request, Http404()),
        409: errors.conflict(request, "Приказ уже подписан."),
        422: errors.unprocessable(request, "Срок длиннее года."),
        500: errors.server_error(request),
    }

    assert [answer.status_code for answer in pages.values()] == list(pages)
    assert all("На главную" in answer.content.decode() for answer in pages.values())
    assert "Решает совет." in pages[403].content.decode()
    assert "Приказ уже подписан." in pages[409].content.decode()


@pytest.mark.parametrize(
    ("refusal", "status"),
    [(NotAllowed("Нет."), 403), (WrongState("Поздно."), 409), (Refusal("Нельзя."), 422), (AlreadyDone(), 409)],
)
def test_refusal_becomes_a_page(refusal: Refusal, status: int) -> None:
    answer = RefusalMiddleware(lambda request: HttpResponse()).process_exception(RequestFactory().get("/"), refusal)

    assert answer is not None
    assert answer.status_code == status
    assert refusal.message in answer.content.decode()


def test_other_failures_go_on() -> None:
    middleware = RefusalMiddleware(lambda request: HttpResponse())

    assert middleware.process_exception(RequestFactory().get("/"), ValueError()) is None


@login_not_required
def swapped(request: HttpRequest) -> HttpResponse:
    """A view that answers htmx with its fragment and the messages."""
    tell(request, "Пара согласована.", undo_url="/undo/")
    return render_page(request, "page.html", Card(word="да"), fragment="answer")


@login_not_required
def refused(request: HttpRequest) -> HttpResponse:
    """A view whose action refuses."""
    raise Refusal("Срок длиннее года.")


@dataclass(frozen=True)
class Card:
    """What the page is given."""

    word: str


urlpatterns = [path("", include("mentoring.ui.urls")), path("swapped/", swapped), path("refused/", refused)]

PAGE = "<html>{% partialdef answer inline %}<p id=answer>{{ word }}</p>{% endpartialdef %}</html>"
FROM_MEMORY = [("django.template.loaders.locmem.Loader", {"page.html": PAGE}), *settings.LOADERS]
ENGINE = copy.deepcopy(settings.TEMPLATES)
ENGINE[0]["OPTIONS"]["loaders"] = [("template_partials.loader.Loader", FROM_MEMORY)]
HTMX = {"HX-Request": "true"}


class TestSwap:
    """A part of a page comes with the messages, or with the reason of a refusal."""

    @pytest.fixture(autouse=True)
    def own_pages(self) -> Iterator[None]:
        """Addresses and a template of these tests alone."""
        with override_settings(ROOT_URLCONF=__name__, TEMPLATES=ENGINE):
            yield

    def test_browser_gets_the_whole_page(self, client: Client) -> None:
        assert "<html>" in client.get("/swapped/").content.decode()

    def test_htmx_gets_the_fragment_and_the_messages(self, client: Client) -> None:
        html = client.get("/swapped/", headers=HTMX).content.decode()

        assert html.startswith("<p id=answer>да</p>")
        assert 'hx-swap-oob="innerHTML:#messages"' in html
        assert "Пара согласована." in html
        assert 'action="/undo/"' in html

    def test_boosted_link_gets_the_whole_page(self, client: Client) -> None:
        assert "<html>" in client.get("/swapped/", headers={**HTMX, "HX-Boosted": "true"}).content.decode()

    def test_refusal_comes_to_htmx_as_a_message(self, client: Client) -> None:
        answer = client.get("/refused/", headers=HTMX)

        assert answer.status_code == 422
        assert answer["HX-Retarget"] == "#messages"
        assert "Срок длиннее года." in answer.content.decode()

    def test_refusal_comes_to_a_browser_as_a_page(self, client: Client) -> None:
        answer = client.get("/refused/")

        assert answer.status_code == 422
        assert "Так сделать нельзя" in answer.content.decode()


def test_page_is_given_a_mapping_or_a_record() -> None:
    with pytest.raises(TypeError, match="not int"):
        render_page(RequestFactory().get("/"), "ui/errors/422.html", 7)
