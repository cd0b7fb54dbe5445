"""Who sees papers, scans and acts, and who makes and cancels them: a table of roles."""

import pytest

from mentoring.accounts.choices import STAFF_ROLES, Role
from mentoring.accounts.tests.factories import make_actor
from mentoring.core.actor import ANONYMOUS, system_actor
from mentoring.documents import access
from mentoring.documents.actions import Upload, store_file
from mentoring.documents.models import Document, File, LocalAct
from mentoring.documents.tests.factories import PDF_BYTES, make_act, make_consent, make_signed_order
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.models import Person
from mentoring.people.tests.factories import make_person

pytestmark = pytest.mark.django_db(transaction=True)
KEEPERS = [pytest.param(role, id=Role(role).label) for role in STAFF_ROLES]
OTHERS = [pytest.param(role, id=role.label) for role in Role if role not in STAFF_ROLES]


@pytest.fixture
def school():
    return make_organization()


@pytest.mark.parametrize("role", KEEPERS)
def test_those_who_keep_papers_see_and_make_them(role, school):
    keeper = make_actor(role, organization=school)
    paper = make_consent(organization=school, signer=make_person())
    file = store_file(organization=school, upload=Upload("a.pdf", PDF_BYTES), by=keeper)

    assert list(Document.objects.visible_to(keeper)) == [paper]
    assert list(File.objects.visible_to(keeper)) == [file]
    assert access.can_keep_papers(keeper, school).allowed
    assert access.keeps_any_papers(keeper)


@pytest.mark.parametrize("role", OTHERS)
def test_other_roles_see_neither_papers_nor_scans(role, school):
    other = make_actor(role, organization=school)
    keeper = make_actor("clerk", organization=school)
    make_consent(organization=school, signer=make_person())
    store_file(organization=school, upload=Upload("a.pdf", PDF_BYTES), by=keeper)

    assert not Document.objects.visible_to(other).exists()
    assert not File.objects.visible_to(other).exists()
    assert not access.can_keep_papers(other, school).allowed
    assert not access.keeps_any_papers(other)


@pytest.mark.parametrize("role", KEEPERS)
def test_keepers_of_another_school_see_nothing(role, school):
    foreign = make_actor(role, organization=make_organization())
    make_consent(organization=school, signer=make_person())
    make_act(organization=school)

    assert not Document.objects.visible_to(foreign).exists()
    assert not LocalAct.objects.visible_to(foreign).exists()


def test_people_of_a_paper_see_it_and_not_the_others(school):
    teacher = make_actor(person=make_person())
    own = make_consent(organization=school, signer=Person.objects.get(pk=teacher.person_id))
    make_consent(organization=school, signer=make_person())

    assert list(Document.objects.visible_to(teacher)) == [own]
    assert not access.can_keep_papers(teacher, school).allowed


@pytest.mark.parametrize("actor", [ANONYMOUS, system_actor("schedule")], ids=["гость", "система"])
def test_an_actor_without_a_person_matches_nobody(actor, school):
    make_consent(organization=school)
    make_act(organization=school)

    assert not Document.objects.visible_to(actor).exists()
    assert not LocalAct.objects.visible_to(actor).exists()
    assert not File.objects.visible_to(actor).exists()


def test_every_post_of_the_organisation_sees_its_acts(school):
    act = make_act(organization=school)

    assert list(LocalAct.objects.visible_to(make_actor("council_member", organization=school))) == [act]


@pytest.mark.parametrize(("role", "allowed"), [("head", True), ("curator", False), ("clerk", False)])
def test_signed_paper_is_revoked_by_the_head_alone(role, allowed, school):
    order = make_signed_order(organization=school, by=make_actor("clerk", organization=school))

    assert access.can_cancel(make_actor(role, organization=school), order).allowed is allowed


def test_draft_for_two_signers_is_not_prepared_by_one_of_them(school):
    teacher = make_actor(person=make_person())
    other = make_person()

    assert access.can_draft(teacher, school, signer_ids=[teacher.person_id]).allowed
    assert not access.can_draft(teacher, school, signer_ids=[teacher.person_id, other.pk]).allowed
    assert not access.can_draft(teacher, school, signer_ids=[]).allowed
