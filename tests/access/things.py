"""One thing of every kind that an address can name, made by the same actions that people use where they matter."""

from datetime import date, timedelta
from typing import Any

from allauth.mfa.models import Authenticator

from mentoring.accounts.actions import invite
from mentoring.accounts.choices import Role
from mentoring.accounts.models import Post
from mentoring.accounts.selectors import actor_for
from mentoring.core import clock
from mentoring.core.actor import Actor
from mentoring.core.models import Job
from mentoring.documents.actions import Upload, store_file
from mentoring.documents.models import Document
from mentoring.documents.tests.factories import PDF_BYTES, make_act
from mentoring.matching.actions import Asked, announce_pairs, cancel_pair, print_slips
from mentoring.matching.choices import MentorState, NeedState, ReadinessState
from mentoring.matching.choices import Side as PairSide
from mentoring.matching.models import Mentor, Mentorship
from mentoring.matching.tests.factories import make_mentor, make_need, make_pair, make_readiness, make_request
from mentoring.notifications.actions import notify
from mentoring.people.models import Person
from mentoring.programs.actions import GoalInput, Notice, add_goal, draft_program, give_notice
from mentoring.programs.choices import EndInitiator
from mentoring.programs.tests.factories import TODAY, Case, make_order, prepared, running, signed
from mentoring.staff import storage
from mentoring.staff.actions import plan_list, take_list
from mentoring.staff.models import Employment, StaffImport, WorkBreak
from mentoring.staff.tests.factories import make_basis
from tests.access.passkeys import registered
from tests.access.sides import Side

BREAK_SINCE = date(2026, 2, 2)
DECIDED = {"decision_kind": "sole", "decision_clause": "3.4", "decided_on": TODAY, "kinds": ["traditional"]}
NOVICE = {"hired_on": date(2026, 9, 1), "total_experience_months": 3, "teaching_experience_months": 2}


def actor(person: Person) -> Actor:
    """This person after signing in with both factors."""
    return actor_for(person.user, second_factor=True)


def make_all(side: Side) -> dict[str, Any]:
    """Everything of one school, by the names that tests/access/objects.py uses."""
    found: dict[str, Any] = {"basis": make_basis(organization=side.organization)}
    found |= _accounts(side) | _staff(side) | _acts(side)
    found |= _matching(side)
    found |= _programs(side, found["mentor"])
    found |= _papers(found)
    return found


def _accounts(side: Side) -> dict[str, Any]:
    teacher, mentor, head = (side.people[role] for role in ("teacher", "mentor", "head"))
    applicant = side.employ(last_name=side.marks.leader)
    issued = invite(person=teacher, organization=side.organization, by=actor(head))
    message = notify(
        person=mentor,
        kind="tests",
        title=side.words("сообщение"),
        body=side.words("сообщение"),
        dedup_key=f"tests-{side.organization.pk}",
        organization_id=side.organization.pk,
    )
    waiting = Post.objects.create(
        person=applicant,
        role=Role.COMMITTEE,
        organization=side.organization,
        valid_from=TODAY,
        awaits_second=True,
        basis=side.words("приказ"),
    )
    passkey = Authenticator.objects.create(
        user=mentor.user,
        type=Authenticator.Type.WEBAUTHN,
        data={"name": side.words("ключ"), "credential": registered(side.organization.code.encode())},
    )
    dead = Job.objects.create(name="notifications.mail", payload={}, not_before=clock.now(), dead_at=clock.now())
    return {"code": issued.code, "message": message, "post_waiting": waiting, "passkey": passkey, "job": dead}


def _staff(side: Side) -> dict[str, Any]:
    employment = Employment.objects.get(person=side.people["teacher"], organization=side.organization)
    WorkBreak.objects.create(employment=employment, kind="care", since=BREAK_SINCE)
    rows = f"ФИО;Должность\n{side.marks.teacher} Жанна Олеговна;{side.words('список')}\n;{side.words('список')}\n"
    file = storage.put([rows.encode()])
    loaded = take_list(
        organization=side.organization,
        name=f"{side.words('список')}.csv",
        file=file,
        by=actor(side.people["clerk"]),
    )
    plan_list(loaded=loaded, by=actor(side.people["clerk"]))
    return {"employment": employment, "import": StaffImport.objects.get(pk=loaded.pk)}


def _acts(side: Side) -> dict[str, Any]:
    upload = Upload(f"{side.words('скан')}.pdf", PDF_BYTES + side.organization.code.encode() + b"\n%%EOF\n")
    file = store_file(organization=side.organization, upload=upload, by=actor(side.people["clerk"]))
    title = f"Положение о наставничестве ({side.words('акт')})"
    return {"file": file, "act": make_act(organization=side.organization, title=title, file=file)}


def _matching(side: Side) -> dict[str, Any]:
    organization = side.organization
    facts = {"results": side.words("наставник"), "reason": side.words("наставник"), "capacity": 6}
    mentor = make_mentor(organization=organization, person=side.people["mentor"], **facts)
    candidate = make_mentor(organization=organization, person=side.employ(), state=MentorState.CANDIDATE, **facts)
    waiting = make_need(organization=organization, person=_novice(side), reason=side.words("нужда"))
    denied = make_need(
        organization=organization,
        person=_novice(side),
        state=NeedState.NOT_REQUIRED,
        not_required_reason=side.words("нужда"),
    )
    author = side.people["mentee"]
    request = make_request(
        organization=organization,
        person=author,
        words=side.words("сокровенное"),
        wished_image=side.words("сокровенное"),
    )
    asked = make_readiness(organization=organization, person=side.people["teacher"], state=ReadinessState.ASKED)
    declined = make_readiness(
        organization=organization, person=waiting.person, side=PairSide.MENTEE, state=ReadinessState.DECLINED
    )
    by = actor(side.people["curator"])
    [slip] = print_slips(
        organization=organization, people=[Asked(candidate.person, PairSide.MENTOR)], today=TODAY, by=by
    )
    found = {"mentor": mentor, "candidate": candidate, "need": waiting, "need_denied": denied, "request": request}
    found |= {"asked": asked, "declined": declined, "slip": slip.code}
    return found | _pairs(side, mentor)


def _pairs(side: Side, mentor: Mentor) -> dict[str, Any]:
    """A pair of which nobody knows yet, a proposed one, and one that came to nothing."""
    untold = _pair(side, mentor, _novice(side), state="recommended", **DECIDED)
    proposed = _pair(side, mentor, _novice(side))
    gone = _pair(side, mentor, _novice(side), state="recommended", **DECIDED)
    by = actor(side.people["curator"])
    announce_pairs(mentorships=[gone], today=TODAY, by=by)
    cancel_pair(mentorship=Mentorship.objects.get(pk=gone.pk), today=TODAY, by=by)
    return {"pair_untold": untold, "pair_proposed": proposed, "pair_gone": Mentorship.objects.get(pk=gone.pk)}


def _programs(side: Side, mentor: Mentor) -> dict[str, Any]:
    """Programmes of the role's own pair (a draft), of a running pair, of a pair in which no role stands."""
    draft = _case(side, mentor, side.people["mentee"])
    program = draft.program
    words = {"problem": side.words("план"), "aim": side.words("план")}
    type(program).objects.filter(pk=program.pk).update(**words)
    item = program.items.order_by("position", "pk").first()
    type(item).objects.filter(pk=item.pk).update(aimed_text=side.words("план"))
    goal = add_goal(program=draft.now, goal=GoalInput(text=side.words("план")), by=draft.mentor)
    others = _case(side, make_mentor(organization=side.organization, person=side.employ(), capacity=2), _novice(side))
    prepared(others)
    runs = running(_case(side, mentor, _novice(side)))
    notice = Notice(initiator=EndInitiator.MUTUAL, given_on=TODAY, ends_on=TODAY + timedelta(days=30))
    end = give_notice(program=runs.now, notice=notice, today=TODAY, by=runs.office)
    ready = signed(_case(side, mentor, _novice(side)))
    return {
        "program": draft.now,
        "pair": draft.pair,
        "item": item,
        "goal": goal,
        "program_others": others.now,
        "pair_others": others.pair,
        "program_running": runs.now,
        "end": end,
        "order_draft": make_order([ready]),
    }


def _papers(found: dict[str, Any]) -> dict[str, Any]:
    """Papers of the programmes: the mentor's own consent, a stranger's, the programme, the signed order."""
    running_consents = found["program_running"].consents.order_by("pk")
    waiting = found["program_others"].consents.order_by("pk")
    return {
        "document": running_consents.get(kind="mentor").document,
        "document_others": waiting.get(kind="mentor").document,
        "program_paper": found["program_others"].paper,
        "consent": waiting.get(kind="mentee"),
        "order": Document.objects.get(order_lines__program=found["program_running"], kind="pair_order"),
    }


def _novice(side: Side) -> Person:
    return side.employ(**NOVICE)


def _pair(side: Side, mentor: Mentor, person: Person, **values: Any) -> Mentorship:
    need = make_need(organization=side.organization, person=person, reason=side.words("нужда"))
    return make_pair(organization=side.organization, mentor=mentor, need=need, **values)


def _case(side: Side, mentor: Mentor, person: Person) -> Case:
    """A decided and announced pair with the draft of its programme."""
    office = actor(side.people["head"])
    pair = _pair(side, mentor, person, state="recommended", **DECIDED)
    announce_pairs(mentorships=[pair], today=TODAY, by=office)
    program = draft_program(mentorship=pair, today=TODAY, by=office)
    return Case(side.organization, office, program, mentor=actor(mentor.person), mentee=actor(person))
