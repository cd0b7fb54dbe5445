"""The public page behind a printed slip: one question, two answers, nothing else is shown."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.errors import Refusal
from mentoring.matching import actions
from mentoring.matching.actions.readiness import find_by_code, require_open
from mentoring.matching.choices import Side
from mentoring.matching.forms import CodeForm
from mentoring.matching.notifications import ASKED_TITLE
from mentoring.matching.views.readiness import ANSWERS
from mentoring.ui.pages import render_page


@login_not_required
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def slip_enter(request: ActorRequest) -> HttpResponse:
    """Take a code that is typed by hand."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["code"]
        if find_by_code(code) is not None:
            return redirect("matching:slip", "".join(sign for sign in code.upper() if sign.isalnum()))
        form.add_error("code", "Такого кода нет: проверьте знаки или попросите куратора напечатать новый листок.")
    status = 422 if form.errors else 200
    return _answer(render_page(request, "matching/slip_enter.html", {"form": form}, status=status))


@login_not_required
@sensitive_variables("code")
@require_http_methods(["GET", "POST"])
def slip(request: ActorRequest, code: str) -> HttpResponse:
    """Ask and take the answer; the answer that stands is never shown here: the paper may lie in other hands."""
    readiness = find_by_code(code)
    if readiness is None:
        raise Http404
    said, refused = False, ""
    try:
        require_open(readiness)
        state = ANSWERS.get(request.POST.get("answer", ""))
        if request.method == "POST":
            if state is None:
                raise Refusal("Выберите ответ: «Готов(а)» или «Сейчас нет».")
            actions.answer_by_code(code=code, state=state)
            said = True
    except Refusal as refusal:
        refused = refusal.message
    context = {
        "organization": readiness.organization,
        "person": readiness.person,
        "title": ASKED_TITLE[Side(readiness.side)],
        "is_mentor_side": readiness.side == Side.MENTOR,
        "said": said,
        "refused": refused,
    }
    return _answer(render_page(request, "matching/slip.html", context, status=409 if refused else 200))


def _answer(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response
