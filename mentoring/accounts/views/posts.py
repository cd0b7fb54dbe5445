"""«Роли»: who holds which post; appointing, confirming, taking away, deputies."""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.accounts import access
from mentoring.accounts.actions import (
    OutsidePost,
    Term,
    appoint_deputy,
    confirm_post,
    grant_post,
    grant_to_new,
    note_export,
    revoke_post,
)
from mentoring.accounts.choices import Role
from mentoring.accounts.exports import posts_workbook
from mentoring.accounts.forms.lists import PostConditions, conditions
from mentoring.accounts.forms.posts import DeputyForm, GrantForm, person_options
from mentoring.accounts.middleware import ActorRequest
from mentoring.accounts.models import Post
from mentoring.accounts.selectors import PostFilter, organizations_granted, posts_seen, roles_granted
from mentoring.accounts.views.who import me
from mentoring.audit.selectors import story
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.core.errors import Refusal
from mentoring.organizations.models import Organization
from mentoring.reference.books import acting_title
from mentoring.ui.downloads import dated_name, download
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_options, render_page
from mentoring.ui.shapes import Link

PAGE_ROWS = 50
SORTS = {
    "name": ("person__search", "pk"),
    "-name": ("-person__search", "pk"),
    "role": ("role", "person__search", "pk"),
    "-role": ("-role", "person__search", "pk"),
    "from": ("valid_from", "pk"),
    "-from": ("-valid_from", "pk"),
}


@require_safe
def post_list(request: ActorRequest) -> HttpResponse:
    """The posts that the actor may see, filtered and sorted."""
    require(access.can_see_posts(request.actor))
    today = clock.today()
    form = PostConditions(request.GET)
    narrowed = _narrowed(form)
    posts = _sorted(request, posts_seen(request.actor, narrowed, today=today))
    page = Paginator(posts, PAGE_ROWS).get_page(request.GET.get("page"))
    places = organizations_granted(request.actor)
    context = {
        "page": page,
        "rows": [(post, _words_of(post, today)) for post in page],
        "form": form,
        "narrowed": narrowed,
        "may_grant": places.exists(),
        "is_narrowed": narrowed != PostFilter(),
    }
    return render_page(request, "accounts/post_list.html", context)


@require_safe
def post_export(request: ActorRequest) -> HttpResponse:
    """The same list as a spreadsheet."""
    require(access.can_see_posts(request.actor))
    today = clock.today()
    posts = _sorted(request, posts_seen(request.actor, _narrowed(PostConditions(request.GET)), today=today))
    note_export(user=me(request), event="accounts.posts.exported", by=request.actor)
    return download(posts_workbook(posts), name=dated_name("Роли", today))


@require_http_methods(["GET", "POST"])
def post_add(request: ActorRequest) -> HttpResponse:
    """Appoint to a role."""
    places = organizations_granted(request.actor)
    require(access.can_appoint(request.actor))
    values = request.POST if request.method == "POST" else None
    roles = [role for role in Role if any(role in roles_granted(request.actor, place) for place in places[:20])]
    initial = {"valid_from": clock.today(), "role": request.GET.get("role", ""), "head_title": _title_in(places)}
    form = GrantForm(values, actor=request.actor, organizations=places, roles=roles, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            post = _grant(request, form)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            words = (
                "Роль ждёт подтверждения второго человека." if post.awaits_second else "Роль назначена и уже действует."
            )
            tell(request, words)
            return redirect("accounts:post_detail", post.public_id)
    context = {"form": form, "trail": _trail(request), "has_choice": places.count() > 1}
    return render_page(request, "accounts/post_add.html", context, status=422 if form.errors else 200)


@require_safe
def post_detail(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """One post: whose, where, from–to, by which paper, deputies, history."""
    post = _post(request, public_id)
    today = post.organization.today()
    context = {
        "post": post,
        "state": _words_of(post, today),
        "head_title": post.organization.title_of_head if post.role == Role.HEAD and not post.acting_for_id else "",
        "deputies": [(deputy, _words_of(deputy, today)) for deputy in post.deputies.select_related("person")],
        "revoke": access.can_revoke(request.actor, post),
        "confirm": access.can_confirm(request.actor, post),
        "deputize": access.can_deputize(request.actor, post, today),
        "history": story(post),
        "trail": _trail(request),
    }
    return render_page(request, "accounts/post_detail.html", context)


@require_POST
def post_revoke(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Take the role away now."""
    post = revoke_post(post=_post(request, public_id), by=request.actor)
    tell(request, "Роль снята. Права закончились с этой минуты.")
    return redirect("accounts:post_detail", post.public_id)


@require_POST
def post_confirm(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Confirm a great right as the second person."""
    post = confirm_post(post=_post(request, public_id), by=request.actor)
    tell(request, "Роль подтверждена и уже действует.")
    return redirect("accounts:post_detail", post.public_id)


@require_http_methods(["GET", "POST"])
def post_deputy(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Appoint a deputy for a time."""
    post = _post(request, public_id)
    today = post.organization.today()
    require(access.can_deputize(request.actor, post, today))
    form = DeputyForm(request.POST or None, actor=request.actor, initial={"valid_from": today})
    if request.method == "POST" and form.is_valid():
        try:
            appoint_deputy(
                post=post, person=form.cleaned_data["person"], term=_term(form.cleaned_data), by=request.actor
            )
        except OutsidePost as outside:
            form.add_error(outside.field, outside.message)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, "Заместитель назначен. Права начнутся и закончатся в эти дни сами.")
            return redirect("accounts:post_detail", post.public_id)
    title = acting_title(post.organization.title_of_head) if post.role == Role.HEAD else ""
    context = {"form": form, "post": post, "head_title": title, "trail": [*_trail(request), _link_to(post)]}
    return render_page(request, "accounts/post_deputy.html", context, status=422 if form.errors else 200)


@require_safe
def options(request: ActorRequest) -> HttpResponse:
    """People for the combobox."""
    found, total = person_options(request.actor, request.GET.get("q", ""))
    return render_options(request, found, total=total)


def _post(request: ActorRequest, public_id: UUID) -> Post:
    rows = Post.objects.visible_to(request.actor)
    rows = rows.select_related("person", "organization__territory", "acting_for__person", "granted_by__person")
    return get_object_or_404(rows, public_id=public_id)


def _grant(request: ActorRequest, form: GrantForm) -> Post:
    values, person = form.cleaned_data, form.person()
    given: dict[str, Any] = {name: values[name] for name in ("role", "organization", "head_title") if name in values}
    given |= {"term": _term(values), "by": request.actor}
    if person is not None:
        return grant_post(person=person, **given)
    return grant_to_new(identity=form.identity(), other_than=form.other_than(), **given)


def _title_in(places: QuerySet[Organization]) -> str:
    """How the head is called where there is one organisation to choose."""
    few = list(places[:2])
    return few[0].title_of_head if len(few) == 1 else ""


def _term(values: dict[str, Any]) -> Term:
    return Term(valid_from=values["valid_from"], valid_until=values["valid_until"], basis=values["basis"])


def _narrowed(form: PostConditions) -> PostFilter:
    values = conditions(form)
    return PostFilter(words=values["q"], role=values["role"], state=values["state"])


def _sorted(request: ActorRequest, posts: QuerySet[Post]) -> QuerySet[Post]:
    return posts.order_by(*SORTS.get(request.GET.get("sort", ""), SORTS["name"]))


def _words_of(post: Post, today: date) -> tuple[str, str]:
    """The state of a post in a word and its tone."""
    if post.revoked_at is not None:
        return "снята", "quiet"
    if post.awaits_second:
        return "ждёт подтверждения", "now"
    if post.valid_from > today:
        return "начнётся", "accent"
    return ("действует", "good") if post.is_held_on(today) else ("закончилась", "quiet")


def _link_to(post: Post) -> Link:
    return Link(
        title=f"{post.get_role_display().capitalize()}: {post.person.full_name}",
        url=reverse("accounts:post_detail", args=[post.public_id]),
    )


def _trail(request: ActorRequest) -> list[Link]:
    """Up to the list of roles; who may not open it came from her own access."""
    if access.can_see_posts(request.actor):
        return [Link(title="Роли", url=reverse("accounts:post_list"))]
    return [Link(title="Мой доступ", url=reverse("accounts:profile"))]
