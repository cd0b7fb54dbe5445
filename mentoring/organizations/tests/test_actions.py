"""The register: opening, names with dates, joining, closing; territories; the installation."""

from datetime import date

import pytest

from mentoring.accounts.choices import Role
from mentoring.accounts.models import Post
from mentoring.accounts.tests.factories import make_actor
from mentoring.audit.models import Event
from mentoring.core import background
from mentoring.core.actor import system_actor
from mentoring.core.errors import NotAllowed, Refusal, Stale, WrongState
from mentoring.organizations.actions import (
    Names,
    NewOrganization,
    Settings,
    add_territory,
    call_head,
    change_settings,
    close_organization,
    create_installation,
    keep_installation,
    merge_organization,
    register_organization,
    rename_organization,
)
from mentoring.organizations.choices import Level, OrganizationType, Profile
from mentoring.organizations.models import Installation, Organization
from mentoring.organizations.registries import effects_of_closing
from mentoring.organizations.selectors import name_on
from mentoring.organizations.tests.factories import make_organization, make_territory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture
def city():
    return make_territory()


@pytest.fixture
def committee(city):
    organization = make_organization(territory=city, type=OrganizationType.COMMITTEE)
    return make_actor(Role.COMMITTEE, organization=organization)


@pytest.fixture
def school(city):
    return make_organization(territory=city, full_name="Школа № 7", short_name="Школа № 7")


def new_school(city, code="school-1"):
    names = Names(full_name="МБОУ «Лицей № 1»", short_name="Лицей № 1")
    return NewOrganization(names=names, type=OrganizationType.SCHOOL, territory=city, code=code)


def test_committee_registers_a_school_with_its_first_name(committee, city):
    school = register_organization(given=new_school(city), today=TODAY, by=committee)

    assert [name.short_name for name in school.names.all()] == ["Лицей № 1"]
    assert school.search == "лицей 1 мбоу лицей 1 school 1"
    assert Event.objects.filter(name="organizations.organization.registered", subject_id=school.pk).exists()


def test_committee_registers_nothing_in_a_foreign_city(committee):
    with pytest.raises(NotAllowed):
        register_organization(given=new_school(make_territory()), today=TODAY, by=committee)


def test_taken_code_is_refused(committee, city):
    register_organization(given=new_school(city), today=TODAY, by=committee)

    with pytest.raises(Refusal, match="кодом"):
        register_organization(given=new_school(city), today=TODAY, by=committee)


def rename(school, by, since, short_name="Лицей № 7"):
    names = Names(full_name=f"МБОУ «{short_name}»", short_name=short_name)
    return rename_organization(
        organization=school, names=names, since=since, basis="Постановление № 5", today=TODAY, by=by
    )


def test_new_name_leaves_the_former_one_with_its_time(committee, school):
    rename(school, committee, date(2026, 9, 1))

    school.refresh_from_db()
    assert school.short_name == "Лицей № 7"
    assert name_on(school, date(2026, 8, 31)) == "Школа № 7"
    assert name_on(school, date(2026, 9, 1)) == "МБОУ «Лицей № 7»"


def test_name_of_the_future_comes_into_use_on_its_day(committee, school):
    rename(school, committee, date(2027, 1, 1))
    school.refresh_from_db()
    assert school.short_name == "Школа № 7"

    job = background.Job.objects.get(name="organizations.use_names")
    assert job.not_before.astimezone().date() >= date(2026, 12, 31)


def test_earlier_name_does_not_replace_the_present_one(committee, school):
    rename(school, committee, date(2026, 9, 1))

    rename(school, committee, date(2020, 9, 1), short_name="Гимназия № 7")

    school.refresh_from_db()
    assert school.short_name == "Лицей № 7"


def test_two_names_of_one_day_are_refused(committee, school):
    rename(school, committee, date(2026, 9, 1))

    with pytest.raises(Refusal, match="На эту дату"):
        rename(school, committee, date(2026, 9, 1), short_name="Гимназия № 7")


def settings(place, week_days=5, head_title="директор"):
    return Settings(place=place, head_title=head_title, week_days=week_days)


def test_head_changes_settings_of_her_own_school_only(school):
    head = make_actor(Role.HEAD, organization=school)
    change_settings(organization=school, settings=settings("г. Бийск", 6), version=1, by=head)

    with pytest.raises(NotAllowed):
        change_settings(organization=make_organization(), settings=settings("г. Бийск", 6), version=1, by=head)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("Директор", "директор"), ("  и. о.  директора ", "и. о. директора"), ("Заведующая", "заведующая")],
)
def test_title_of_the_head_is_kept_as_it_stands_in_a_sentence(school, typed, kept):
    head = make_actor(Role.HEAD, organization=school)
    change_settings(organization=school, settings=settings("г. Бийск", head_title=typed), version=1, by=head)

    school.refresh_from_db()
    assert (school.head_title, school.title_of_head) == (kept, kept)


def test_who_appoints_the_head_says_how_she_is_called(school, committee):
    call_head(organization=school, title="и. о. директора", by=committee)
    with pytest.raises(NotAllowed):
        call_head(organization=school, title="царь", by=make_actor(Role.CURATOR, organization=school))

    school.refresh_from_db()
    assert school.title_of_head == "и. о. директора"


def test_curator_does_not_change_settings(school):
    curator = make_actor(Role.CURATOR, organization=school)

    with pytest.raises(NotAllowed):
        change_settings(organization=school, settings=settings("г. Бийск", 6), version=1, by=curator)


def test_older_settings_are_refused(school):
    head = make_actor(Role.HEAD, organization=school)
    change_settings(organization=school, settings=settings("г. Бийск", 6), version=1, by=head)

    with pytest.raises(Stale):
        change_settings(organization=school, settings=settings("г. Барнаул", 5), version=1, by=head)


def test_closing_shows_what_it_ends_and_ends_it(committee, school):
    head = make_actor(Role.HEAD, organization=school)
    effects = effects_of_closing(school, day=date(2026, 12, 1), actor=committee)
    assert next(effect.count for effect in effects if effect.what == "Роли") == 1

    close_organization(organization=school, closed_on=date(2026, 12, 1), by=committee)

    assert Post.objects.get(person_id=head.person_id).valid_until == date(2026, 11, 30)
    assert not Organization.objects.open_on(date(2026, 12, 1)).filter(pk=school.pk).exists()


def test_merged_school_points_to_its_successor(committee, school, city):
    successor = make_organization(territory=city)

    merge_organization(organization=school, into=successor, closed_on=date(2026, 12, 1), by=committee)

    school.refresh_from_db()
    assert (school.merged_into, school.closed_on) == (successor, date(2026, 12, 1))


def test_school_is_not_merged_into_itself_or_a_closed_one(committee, school, city):
    closed = make_organization(territory=city, closed_on=date(2026, 1, 1))

    for successor in (school, closed):
        with pytest.raises(Refusal):
            merge_organization(organization=school, into=successor, closed_on=date(2026, 12, 1), by=committee)


def test_school_is_not_merged_into_a_foreign_city(committee, school):
    with pytest.raises(NotAllowed):
        merge_organization(organization=school, into=make_organization(), closed_on=date(2026, 12, 1), by=committee)


def test_closed_school_is_not_closed_twice(committee, school):
    close_organization(organization=school, closed_on=date(2026, 12, 1), by=committee)

    with pytest.raises(WrongState):
        close_organization(organization=school, closed_on=date(2026, 12, 2), by=committee)


def test_municipality_is_put_under_a_region_only(city):
    system = system_actor("setup")

    with pytest.raises(Refusal, match="уровень"):
        add_territory(name="Район", level=Level.MUNICIPALITY, parent=city, time_zone="Asia/Barnaul", by=system)


def test_unknown_time_zone_is_refused():
    with pytest.raises(Refusal, match="пояса"):
        add_territory(name="Россия", level=Level.FEDERATION, parent=None, time_zone="Марс", by=system_actor("setup"))


def test_committee_adds_no_second_top(committee):
    with pytest.raises(Refusal, match="входит"):
        add_territory(name="Луна", level=Level.FEDERATION, parent=None, time_zone="UTC", by=committee)


def installation(profile, top):
    return create_installation(
        profile=profile, top=top, is_demo=False, second_factor_required=True, by=system_actor("setup")
    )


def test_installation_is_created_once(school):
    installation(Profile.ORGANIZATION, school)

    with pytest.raises(WrongState):
        installation(Profile.ORGANIZATION, school)


def test_second_factor_is_turned_off_in_a_single_organisation_only(school):
    administrator = make_actor(Role.ADMINISTRATOR, organization=school)
    installation(Profile.MUNICIPALITY, school)

    with pytest.raises(Refusal, match="одной организации"):
        keep_installation(second_factor_required=False, by=administrator)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("192.168.1.10:8000", "http://192.168.1.10:8000"),
        ("https://sad8.ru/", "https://sad8.ru"),
        ("http://localhost:8000", ""),
        ("127.0.0.1", ""),
        ("", ""),
    ],
)
def test_address_of_the_site_is_kept_when_others_can_follow_it(school, typed, kept):
    administrator = make_actor(Role.ADMINISTRATOR, organization=school)
    installation(Profile.MUNICIPALITY, school)

    keep_installation(address=typed, by=administrator)

    assert Installation.objects.get().public_url == kept
    assert Installation.objects.get().second_factor_required


def test_what_is_no_address_is_refused(school):
    administrator = make_actor(Role.ADMINISTRATOR, organization=school)
    installation(Profile.MUNICIPALITY, school)

    with pytest.raises(Refusal, match="не адрес сайта"):
        keep_installation(address="сайт нашего сада", by=administrator)


def test_person_does_not_create_an_installation(committee, school):
    with pytest.raises(NotAllowed):
        create_installation(
            profile=Profile.ORGANIZATION, top=school, is_demo=True, second_factor_required=False, by=committee
        )
