"""One-time codes: issued, used once, expired, guessed, and never a way to greater rights."""

from datetime import timedelta

import pytest
from django.contrib.auth.hashers import check_password, make_password

from mentoring.accounts import codes
from mentoring.accounts.actions import (
    block_user,
    cancel_codes,
    forget_second_factor,
    invite,
    invite_many,
    unblock_user,
    use_code,
)
from mentoring.accounts.choices import InvitationPurpose, Role
from mentoring.accounts.models import Invitation, User
from mentoring.accounts.selectors import CodeState, actor_for, invitation_by_code, state_of_code
from mentoring.accounts.tests.conftest import member
from mentoring.accounts.tests.factories import make_post, make_user, make_worker
from mentoring.audit.models import Event
from mentoring.core import clock
from mentoring.core.errors import NotAllowed, Refusal, WrongState
from mentoring.organizations.choices import OrganizationType
from mentoring.organizations.tests.factories import make_organization

pytestmark = pytest.mark.django_db
PASSWORD = "вьюга сундук пароход"


@pytest.fixture
def teacher(school):
    return make_worker(school, full_name="Ежова Мария Сергеевна")


def use(issued, username="ezhova.new"):
    return use_code(
        invitation=issued.invitation,
        username=username,
        password_hash=make_password(PASSWORD),
        by=actor_for(issued.user),
    )


def test_curator_invites_a_teacher(school, curator, teacher):
    issued = invite(person=teacher, organization=school, by=curator.actor)

    assert issued.user.username == "ezhova.ms"
    assert not issued.user.has_usable_password()
    assert issued.invitation.purpose == InvitationPurpose.FIRST_ENTRY
    assert Event.objects.filter(name="accounts.invitation.issued").exists()


def test_code_itself_is_not_kept(school, curator, teacher):
    issued = invite(person=teacher, organization=school, by=curator.actor)

    stored = Invitation.objects.values_list("code_hash", flat=True).get()
    assert issued.code not in stored
    assert len(issued.code) == codes.PRINTED_LENGTH


@pytest.mark.parametrize("change", [str.lower, "-".join, lambda code: f" {code} "])
def test_code_is_found_however_it_is_typed(school, curator, teacher, change):
    issued = invite(person=teacher, organization=school, by=curator.actor)

    assert invitation_by_code(change(issued.code)) == issued.invitation


def test_code_typed_in_the_other_layout_is_found():
    assert codes.hash_of("АВСЕ НКМР 2345") == codes.hash_of("ABCEHKMP2345")


def test_code_opens_once(school, curator, teacher):
    issued = invite(person=teacher, organization=school, by=curator.actor)

    user = use(issued)

    assert (user.username, check_password(PASSWORD, user.password)) == ("ezhova.new", True)
    assert state_of_code(Invitation.objects.get()) is CodeState.USED
    with pytest.raises(WrongState):
        use(issued)


def test_expired_code_opens_nothing(school, curator, teacher):
    issued = invite(person=teacher, organization=school, by=curator.actor)
    Invitation.objects.update(expires_at=clock.now() - timedelta(seconds=1))

    with pytest.raises(WrongState):
        use(issued)


def test_new_code_makes_the_former_one_useless(school, curator, teacher):
    first = invite(person=teacher, organization=school, by=curator.actor)

    invite(person=teacher, organization=school, by=curator.actor)

    first.invitation.refresh_from_db()
    assert state_of_code(first.invitation) is CodeState.CANCELLED


def test_cancelled_code_opens_nothing(school, curator, teacher):
    issued = invite(person=teacher, organization=school, by=curator.actor)

    cancel_codes(user=issued.user, organization=school, by=curator.actor)

    with pytest.raises(WrongState):
        use(issued)


def test_taken_login_is_refused_and_the_code_stays_good(school, curator, teacher):
    make_user(username="taken")
    issued = invite(person=teacher, organization=school, by=curator.actor)

    with pytest.raises(Refusal, match="занято"):
        use(issued, username="taken")
    assert use(issued, username="free-name").username == "free-name"


def test_reset_keeps_the_login_name(school, curator, teacher):
    make_user(person=teacher, username="masha", password=make_password("старый пароль тут"))
    issued = invite(person=teacher, organization=school, by=curator.actor)

    assert issued.invitation.purpose == InvitationPurpose.RESET
    assert use(issued, username="other").username == "masha"


def test_namesakes_get_different_logins(school, curator, teacher):
    other = make_worker(school, full_name="Ежова Марина Степановна")

    issued = invite_many(invited=[(teacher, school), (other, school)], by=curator.actor)

    assert [each.user.username for each in issued] == ["ezhova.ms", "ezhova.ms2"]


def test_curator_invites_nobody_of_another_school(curator):
    foreign = make_organization()

    with pytest.raises(NotAllowed):
        invite(person=make_worker(foreign), organization=foreign, by=curator.actor)


def test_curator_invites_nobody_who_does_not_work_here(school, curator):
    with pytest.raises(Refusal, match="не работает"):
        invite(person=make_worker(make_organization()), organization=school, by=curator.actor)


def test_teacher_invites_nobody(school, teacher):
    with pytest.raises(NotAllowed):
        invite(person=teacher, organization=school, by=member(school).actor)


def test_curator_does_not_open_the_account_of_the_head(school, curator, head):
    with pytest.raises(NotAllowed, match="руководитель"):
        invite(person=head.person, organization=school, by=curator.actor)


def test_clerk_does_not_open_the_account_of_the_curator(school, curator):
    with pytest.raises(NotAllowed):
        invite(person=curator.person, organization=school, by=member(school, Role.CLERK).actor)


def test_head_does_not_open_the_account_of_who_leads_elsewhere(school, head, teacher):
    office = make_organization(territory=school.territory, type=OrganizationType.COMMITTEE)
    make_post(teacher, Role.COMMITTEE, office)

    with pytest.raises(NotAllowed):
        invite(person=teacher, organization=school, by=head.actor)


def test_refusal_of_one_leaves_no_codes_at_all(school, curator, teacher, head):
    with pytest.raises(NotAllowed):
        invite_many(invited=[(teacher, school), (head.person, school)], by=curator.actor)

    assert not Invitation.objects.exists()
    assert not User.objects.filter(person=teacher).exists()


def test_blocked_person_gets_no_code(school, head, teacher):
    user = make_user(person=teacher)
    block_user(user=user, organization=school, by=head.actor)

    with pytest.raises(Refusal, match="закрыт"):
        invite(person=teacher, organization=school, by=head.actor)
    unblock_user(user=user, organization=school, by=head.actor)
    assert invite(person=teacher, organization=school, by=head.actor).code


def test_blocked_person_is_out_at_once(school, head, teacher, client_as):
    user = make_user(person=teacher)
    client = client_as(teacher)
    assert client.get("/access/").status_code == 200

    block_user(user=user, organization=school, by=head.actor)

    assert client.get("/access/").status_code == 302


def test_nobody_blocks_herself_or_a_greater_one(school, head, curator):
    with pytest.raises(NotAllowed):
        block_user(user=curator.user, organization=school, by=curator.actor)
    with pytest.raises(NotAllowed):
        block_user(user=head.user, organization=school, by=curator.actor)


def test_school_does_not_block_who_works_elsewhere_too(school, head, teacher):
    make_post(teacher, Role.COUNCIL_MEMBER, make_organization())

    with pytest.raises(Refusal, match="нескольких"):
        block_user(user=make_user(person=teacher), organization=school, by=head.actor)


def test_second_factor_is_forgotten_by_who_may_and_told_to_its_owner(school, head, teacher):
    user = make_user(person=teacher)
    user.authenticator_set.create(type="totp", data={"secret": "x"})

    forget_second_factor(user=user, organization=school, by=head.actor)

    assert not user.authenticator_set.exists()
    assert teacher.messages.filter(kind="accounts.factor").exists()


def test_stranger_forgets_no_second_factor(school, stranger, teacher):
    with pytest.raises(NotAllowed):
        forget_second_factor(user=make_user(person=teacher), organization=school, by=stranger.actor)
