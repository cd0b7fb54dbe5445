"""What each address is asked with: its own or foreign object, an absent one, a body where an empty one says nothing.

An address that stands neither in PLAIN, SCOPED nor OBJECTS fails the test of the matrix.
"""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from mentoring.programs.models import Consent
from mentoring.reference.books import activities
from tests.access import matrix
from tests.access.sides import Side
from tests.access.things import BREAK_SINCE
from tests.access.world import World

Kwargs = Mapping[str, Any]
Maker = Callable[[Side], Kwargs]

NOTHING_THERE = "NOTHING2HERE22"
VARIANT = f"{matrix.OWN}: "

# Addresses without an object: about oneself, for everybody, or about all that one sees.
PLAIN = (
    *("account_inactive", "account_login", "account_logout", "account_reauthenticate"),
    *("mfa_activate_totp", "mfa_add_webauthn", "mfa_authenticate", "mfa_deactivate_totp"),
    *("mfa_generate_recovery_codes", "mfa_index", "mfa_login_webauthn", "mfa_reauthenticate"),
    *("mfa_reauthenticate_webauthn", "mfa_view_recovery_codes"),
    *("accounts:choose", "accounts:close_sessions", "accounts:code_entry", "accounts:demo", "accounts:demo_enter"),
    *("accounts:display", "accounts:email", "accounts:forgotten", "accounts:login_name", "accounts:password"),
    *("accounts:people_export", "accounts:people_list", "accounts:person_options", "accounts:post_add"),
    *("accounts:post_export", "accounts:post_list", "accounts:profile", "accounts:second_factor", "accounts:slips"),
    *("audit:jobs", "audit:journal", "audit:journal_export", "audit:looks", "audit:mine"),
    *("documents:act_list", "documents:document_chosen", "documents:document_export", "documents:document_list"),
    "documents:signing",
    "reference:book_list",
    *("matching:own_request", "matching:own_request_withdraw", "matching:mentor_wish", "matching:readiness_list"),
    "matching:slip_enter",
    *("notifications:message_list", "notifications:read_all"),
    *("organizations:installation", "organizations:organization_add", "organizations:organization_export"),
    *("organizations:organization_list", "organizations:own", "organizations:territory_add"),
    "organizations:territory_list",
    *("programs:program_export", "programs:program_list"),
    *("ui:gallery", "ui:gallery_options"),
    *("workspace:home", "workspace:needed", "workspace:search"),
)

# Addresses about one organisation, named by «?organization=…».
SCOPED = (
    "documents:act_add",
    *("matching:choose_all", "matching:mentor_add", "matching:mentor_admit", "matching:mentor_export"),
    *("matching:mentor_list", "matching:mentorship_announce", "matching:mentorship_decide"),
    *("matching:mentorship_export", "matching:mentorship_list", "matching:need_add", "matching:need_confirm"),
    *("matching:need_export", "matching:need_list", "matching:readiness_ask", "matching:readiness_review"),
    *("matching:readiness_slips", "matching:readiness_talk", "matching:restricted_journal"),
    *("matching:update_complete", "matching:update_list"),
    *("programs:defaults", "programs:path", "programs:signing"),
    *("staff:basis", "staff:basis_end", "staff:basis_paper", "staff:employment_add", "staff:employment_export"),
    *("staff:employment_list", "staff:gender_guess", "staff:import_list", "staff:import_template"),
    "staff:import_upload",
)


def _thing(name: str) -> Maker:
    return lambda side: {"public_id": side.things[name].public_id}


def _person(role: str) -> Maker:
    return lambda side: {"public_id": side.people[role].public_id}


def _with_break(side: Side) -> Kwargs:
    return {"public_id": side.things["employment"].public_id, "since": BREAK_SINCE}


def _own_consent(side: Side) -> Consent:
    return side.things["program_running"].consents.get(kind="mentor")


def _line(name: str) -> Maker:
    key = f"{name}_id"
    return lambda side: {"public_id": side.things["program"].public_id, key: side.things[name].public_id}


def _all(names: str, maker: Maker) -> dict[str, Maker]:
    return dict.fromkeys(names.split(), maker)


ACCESS = "accounts:block accounts:cancel_codes accounts:forget_factor accounts:person_access accounts:unblock"
POSTS = "accounts:post_deputy accounts:post_detail accounts:post_revoke"
PAPERS = " ".join(
    f"documents:document_{name}"
    for name in ("acquaint", "cancel", "detail", "number", "pdf", "printed", "scan", "sign", "word")
)
MENTORS = " ".join(f"matching:mentor_{name}" for name in ("detail", "edit", "leave_verb", "pause_verb", "resume_verb"))
CANDIDATES = "matching:mentor_admit_verb matching:mentor_return_verb"
PAIRS = "matching:mentee_add matching:mentorship_cancel matching:mentorship_detail"
ORGANIZATIONS = " ".join(
    f"organizations:{name}" for name in ("close", "merge", "organization_detail", "rename", "settings")
)
NAMES = "people:case_forms people:rename people:reset_case_forms"
PROGRAMS = "programs:end_notice programs:goal_add programs:item_add programs:library programs:step_out " + " ".join(
    f"programs:program_{name}"
    for name in (
        *("accept", "agree", "consideration", "detail", "note", "pdf", "replace", "respread", "shape", "terms"),
        "word",
    )
)
ITEMS = " ".join(f"programs:item_{name}" for name in ("agree", "down", "edit", "remove", "restore", "up"))
GOALS = " ".join(f"programs:goal_{name}" for name in ("edit", "remove", "restore"))
WORK = " ".join(
    f"staff:{name}"
    for name in (
        *("break_add", "dismissal", "dismissal_undo", "employment_detail", "employment_edit", "employment_keep"),
        *("employment_remove", "identity_edit", "position_change"),
    )
)
IMPORTS = " ".join(
    f"staff:import_{name}"
    for name in ("apply", "bad_rows", "choices", "columns", "detail", "drop", "progress", "settle", "undo")
)

OBJECTS: dict[str, Maker] = {
    **_all(ACCESS, _person("teacher")),
    **_all(POSTS, _thing("post_curator")),
    "accounts:post_confirm": _thing("post_waiting"),
    "accounts:code_link": lambda side: {"code": side.things["code"]},
    "audit:job_repeat": lambda side: {"pk": side.things["job"].pk},
    **_all("documents:act_change documents:act_end", _thing("act")),
    **_all(PAPERS, _thing("document")),
    "documents:check": lambda side: {"token": side.things["order"].check_token},
    "documents:file": _thing("file"),
    **_all(MENTORS, _thing("mentor")),
    **_all(CANDIDATES, _thing("candidate")),
    **_all(PAIRS, _thing("pair")),
    **_all("matching:choose_one matching:need_detail", _thing("need")),
    "matching:need_reconsider": _thing("need_denied"),
    "matching:need_dismiss": lambda side: {"public_id": side.things["need"].person.public_id},
    "matching:readiness_answer": _thing("asked"),
    "matching:slip": lambda side: {"code": side.things["slip"]},
    "mfa_remove_webauthn": lambda side: {"pk": side.things["passkey"].pk},
    "notifications:open": _thing("message"),
    **_all(ORGANIZATIONS, lambda side: {"public_id": side.organization.public_id}),
    "organizations:territory_edit": lambda side: {"public_id": side.territory.public_id},
    **_all(NAMES, _person("teacher")),
    "programs:consent_decline": _thing("consent"),
    "programs:end_take_back": _thing("program_running"),
    "programs:order_redraft": _thing("order_draft"),
    **_all(PROGRAMS, _thing("program")),
    **_all(ITEMS, _line("item")),
    **_all(GOALS, _line("goal")),
    **_all(WORK, _thing("employment")),
    "reference:book_detail": lambda side: {"name": "norms"},
    **_all("staff:break_end staff:break_remove", _with_break),
    **_all(IMPORTS, _thing("import")),
    "ui:gallery_section": lambda side: {"section": "buttons"},
}

# Their objects belong to no school.
COMMON = ("audit:job_repeat", "reference:book_detail", "ui:gallery_section")

# More objects of the own school, where who may see one does not say who may see another.
VARIANTS: dict[str, dict[str, Maker]] = {
    "accounts:person_access": {"the head": _person("head")},
    "accounts:block": {"the head": _person("head")},
    "accounts:post_detail": {"a clerk's post": _thing("post_clerk")},
    "accounts:post_revoke": {"the head's post": _thing("post_head")},
    **{
        f"documents:document_{name}": {
            "a stranger's consent": _thing("document_others"),
            "an order": _thing("order"),
            "a programme": _thing("program_paper"),
        }
        for name in ("detail", "word", "pdf")
    },
    "programs:consent_decline": {"her own paper": lambda side: {"public_id": _own_consent(side).public_id}},
    "documents:document_cancel": {"a signed order": _thing("order"), "a draft": _thing("order_draft")},
    "matching:mentor_detail": {"a candidate": _thing("candidate")},
    "matching:mentorship_detail": {
        "nobody knows yet": _thing("pair_untold"),
        "proposed": _thing("pair_proposed"),
        "came to nothing": _thing("pair_gone"),
        "of others": _thing("pair_others"),
    },
    "matching:need_detail": {"her own words": lambda side: {"public_id": side.things["request"].need.public_id}},
    "matching:readiness_answer": {"a no": _thing("declined")},
    "people:case_forms": {"the mentee": _person("mentee")},
    "people:rename": {"the mentee": _person("mentee")},
    "programs:program_detail": {"of others": _thing("program_others"), "running": _thing("program_running")},
    "programs:program_word": {"of others": _thing("program_others")},
    "programs:item_edit": {
        "a line of another programme": lambda side: {
            "public_id": side.things["program_others"].public_id,
            "item_id": side.things["item"].public_id,
        }
    },
    "staff:employment_detail": {
        "the mentee": lambda side: {"public_id": side.people["mentee"].employments.get().public_id}
    },
}

# Bodies without which a form says what is missing before it asks who sends it.
BODIES: dict[str, Callable[[Side], dict[str, Any]]] = {
    "documents:document_cancel": lambda side: {"reason": "ошибка"},
    "matching:mentee_add": lambda side: {"need": str(side.things["need"].public_id)},
    "matching:readiness_ask": lambda side: {"people": str(side.people["teacher"].public_id)},
    "programs:library": lambda side: {"code": activities(organization_type=side.organization.type)[0].code},
}


@dataclass(frozen=True)
class Asked:
    """An address with everything it is asked with."""

    url: str
    absent: str
    body: dict[str, Any] = field(default_factory=dict)


def kinds_of(url_name: str) -> list[str]:
    """Whose objects this address is asked with."""
    if url_name in PLAIN or url_name in COMMON:
        return [matrix.OWN]
    variants = [f"{VARIANT}{words}" for words in VARIANTS.get(url_name, ())]
    return [matrix.OWN, *variants, matrix.FOREIGN]


def is_described(url_name: str) -> bool:
    """True when somebody has said what the address is asked with."""
    return url_name in PLAIN or url_name in SCOPED or url_name in OBJECTS


def asked(world: World, url_name: str, whose: str) -> Asked:
    """The address with the object of this school, and the same with an object that does not exist."""
    side = world.side(whose)
    body = BODIES[url_name](side) if url_name in BODIES else {}
    if url_name in PLAIN:
        return Asked(reverse(url_name), "", body)
    if url_name in SCOPED:
        path = reverse(url_name)
        there, absent = ({"organization": value} for value in (side.organization.public_id, uuid.uuid4()))
        return Asked(f"{path}?{urlencode(there)}", f"{path}?{urlencode(absent)}", body)
    maker = VARIANTS.get(url_name, {}).get(whose.removeprefix(VARIANT)) or OBJECTS[url_name]
    kwargs = dict(maker(side))
    return Asked(reverse(url_name, kwargs=kwargs), reverse(url_name, kwargs=_absent(kwargs)), body)


def _absent(kwargs: Kwargs) -> dict[str, Any]:
    """The same parameters with keys that nothing has."""
    return {name: _nothing_like(value) for name, value in kwargs.items()}


def _nothing_like(value: object) -> object:
    if isinstance(value, uuid.UUID):
        return uuid.uuid4()
    if isinstance(value, int):
        return 10**9
    return value if isinstance(value, date) else NOTHING_THERE
