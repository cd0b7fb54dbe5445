"""«Мой запрос»: a teacher's own words, written on a phone, seen by nobody else."""

from collections.abc import Sequence

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from mentoring.accounts.middleware import ActorRequest
from mentoring.accounts.selectors import own_words_hidden_before
from mentoring.core.errors import NotAllowed, Refusal, Stale
from mentoring.matching import actions, books, selectors
from mentoring.matching.actions.requests import STALE
from mentoring.matching.forms import RequestForm
from mentoring.matching.models import OwnRequest
from mentoring.matching.views.own import Own, own_work
from mentoring.ui.conflicts import differences, on_version, settled
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page
from mentoring.ui.shapes import Difference


@sensitive_post_parameters("words", "wished_image")
@require_http_methods(["GET", "POST"])
def own_request(request: ActorRequest) -> HttpResponse:
    """Write or change one's own request."""
    own = own_work(request)
    stored = selectors.own_request(request.actor)
    if _is_closed(request, stored):
        return _closed(request)
    form = RequestForm(_posted(request, stored), day=own.today, initial=_initial(stored))
    conflict: Sequence[Difference] = []
    if request.method == "POST" and form.is_valid():
        try:
            _save(request, own, form)
        except Stale:
            conflict = _differences(form, selectors.own_request(request.actor))
            form = _with_version(request, own, selectors.own_request(request.actor))
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, "Запрос сохранён. Слова видите только вы; куратор увидит, что запрос есть, и отмеченное.")
            return redirect("matching:own_request")
    context = {"own": own, "form": form, "stored": stored, "conflict": conflict, "shared": _shared(own, stored)}
    status = 409 if conflict else 422 if form.errors else 200
    return _unstored(render_page(request, "matching/own_request.html", context, status=status))


def _shared(own: Own, stored: OwnRequest | None) -> list[str]:
    """Names of the areas that others see."""
    return [books.area_titles(own.today).get(area, area) for area in stored.areas] if stored else []


def _is_closed(request: ActorRequest, stored: OwnRequest | None) -> bool:
    """True while whoever issued the code of a new password might sit in her account."""
    closed_before = own_words_hidden_before(request.actor)
    return stored is not None and closed_before is not None and stored.updated_at < closed_before


def _closed(request: ActorRequest) -> HttpResponse:
    """The page without her words; what was sent to it is refused in the same sentence."""
    status = 409 if request.method == "POST" else 200
    return _unstored(render_page(request, "matching/own_request_closed.html", {}, status=status))


def _unstored(answer: HttpResponse) -> HttpResponse:
    """Nothing of hers stays in the browser."""
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
def own_request_withdraw(request: ActorRequest) -> HttpResponse:
    """Withdraw one's own request: the words are erased."""
    own = own_work(request)
    stored = selectors.own_request(request.actor)
    if stored is None:
        raise Http404
    actions.withdraw_request(request=stored, today=own.today, by=request.actor)
    tell(request, "Запрос отозван, слова стёрты. Написать снова можно в любой день.")
    return redirect("matching:own_request")


def _save(request: ActorRequest, own: Own, form: RequestForm) -> OwnRequest:
    return actions.save_request(
        organization=own.organization,
        person=own.person,
        wish=form.wish(),
        version=form.cleaned_data["version"],
        today=own.today,
        by=request.actor,
    )


def _initial(stored: OwnRequest | None) -> dict[str, object]:
    if stored is None:
        return {}
    return {
        "version": stored.version,
        "words": stored.words,
        "wished_image": stored.wished_image,
        "areas": stored.areas,
    }


def _differences(form: RequestForm, stored: OwnRequest | None) -> Sequence[Difference]:
    """What this tab typed beside what another tab saved; the author is the only reader of both."""
    if stored is None:
        raise NotAllowed("Запрос уже отозван. Откройте страницу заново.")
    theirs = _texts(stored)
    mine = {name: form.cleaned_data.get(name, "") for name in theirs}
    return differences(mine, theirs, labels={name: str(form.fields[name].label) for name in theirs})


def _texts(stored: OwnRequest) -> dict[str, str]:
    return {"words": stored.words, "wished_image": stored.wished_image}


def _posted(request: ActorRequest, stored: OwnRequest | None) -> QueryDict | None:
    """What was sent; where she chose the text saved before, that text."""
    if request.method != "POST":
        return None
    return settled(request.POST, _texts(stored) if stored else {})


def _with_version(request: ActorRequest, own: Own, stored: OwnRequest | None) -> RequestForm:
    """The same form over the newest version, so that the next save is taken."""
    data = on_version(request.POST, stored.version) if stored else request.POST
    fresh = RequestForm(data, day=own.today)
    fresh.add_error(None, STALE)
    return fresh
