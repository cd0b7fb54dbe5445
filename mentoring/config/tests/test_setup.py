"""`mentoring setup`, `doctor` and `entry`: from an empty folder to the first sign-in."""

import argparse
import os
import shlex
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.db import connection
from django.test import Client

from mentoring.accounts.choices import Role
from mentoring.accounts.models import Post, User
from mentoring.config.serve import about_others, use_stored_address
from mentoring.config.setup import doctor
from mentoring.config.setup.creation import create_system, entry_lines, issue_from_console, said
from mentoring.config.setup.desk import MissingAnswerError
from mentoring.config.setup.place import PlaceRefusedError, address_here, kind_of_place, refuse_network_share
from mentoring.config.setup.questions import as_command, ask, settlement
from mentoring.core import clock
from mentoring.core.actor import system_actor
from mentoring.core.errors import Refusal
from mentoring.core.models import Job
from mentoring.organizations.choices import Level, Profile
from mentoring.organizations.models import Installation, Organization, Territory

SYSTEM = system_actor("setup")
KINDERGARTEN = {
    "profile": "organization",
    "type": "kindergarten",
    "organization_name": "МБДОУ «Детский сад № 5»",
    "short_name": "Детский сад № 5",
    "region": "Алтайский край",
    "municipality": "Барнаул",
    "admin": "Белоусова Вера Ивановна",
    "duties": "head,curator,clerk",
}
FLAGS = (
    "profile",
    "type",
    "organization_name",
    "short_name",
    "place",
    "head_title",
    "url",
    "region",
    "municipality",
    "time_zone",
    "admin",
    "gender",
    "login",
    "duties",
)


def options(**given):
    return (
        argparse.Namespace(**dict.fromkeys(FLAGS), no_second_factor=False)
        if not given
        else argparse.Namespace(**(dict.fromkeys(FLAGS) | {"no_second_factor": False} | given))
    )


def answers(**changes):
    return ask(options(**(KINDERGARTEN | changes)), is_person_there=False)


@pytest.mark.django_db
def test_kindergarten_of_one_gets_all_duties_and_no_password():
    created = create_system(answers=answers(no_second_factor=True), by=SYSTEM)

    user = User.objects.get()
    roles = set(Post.objects.filter(person=user.person).values_list("role", flat=True))
    installation = Installation.objects.get()
    assert roles == {Role.ADMINISTRATOR, Role.HEAD, Role.CURATOR, Role.CLERK}
    assert not user.has_usable_password()
    assert (installation.profile, installation.second_factor_required) == (Profile.ORGANIZATION, False)
    assert [each.name for each in Territory.objects.order_by("path")] == [
        "Российская Федерация",
        "Алтайский край",
        "Барнаул",
    ]
    assert created.organization.place == "г. Барнаул"


@pytest.mark.django_db
def test_printed_link_and_code_let_the_first_administrator_in():
    cache.clear()
    created = create_system(answers=answers(no_second_factor=True), by=SYSTEM)
    words = said(created)
    link = next(word for word in words.split() if "/entry/" in word)
    client = Client()

    client.get(link.removeprefix(django_settings.PUBLIC_BASE_URL))
    client.post(
        "/entry/choose/", {"username": "vera.b", "password": "вьюга сундук пароход", "again": "вьюга сундук пароход"}
    )

    assert client.get("/roles/").status_code == 200
    assert created.issued.code[:4] + "-" + created.issued.code[4:8] in words


@pytest.mark.django_db
def test_municipality_hangs_its_committee_on_the_city():
    given = answers(profile="municipality", type="committee", duties="committee")

    created = create_system(answers=given, by=SYSTEM)

    roles = set(Post.objects.values_list("role", flat=True))
    assert created.organization.territory.level == Level.MUNICIPALITY
    assert roles == {Role.ADMINISTRATOR, Role.COMMITTEE}
    assert Installation.objects.get().second_factor_required


@pytest.mark.django_db
def test_region_has_no_municipality():
    given = answers(profile="region", type="committee", duties="committee", municipality=None)

    assert create_system(answers=given, by=SYSTEM).organization.territory.level == Level.REGION


@pytest.mark.django_db
def test_failure_leaves_nothing():
    with pytest.raises(Refusal, match="адрес"):
        create_system(answers=replace(answers(), public_url="не адрес"), by=SYSTEM)

    assert [model.objects.count() for model in (Installation, Territory, Organization)] == [0, 0, 0]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"admin": None}, "--admin"),
        ({"admin": "Белоусова"}, "фамилию и имя"),
        ({"admin": "Ким Саша"}, "--gender"),
        ({"type": "school-42"}, "--type"),
        ({"profile": None}, "--profile"),
        ({"duties": "head,царь"}, "царь"),
        ({"time_zone": "Марс"}, "--time-zone"),
        ({"login": "a b"}, "Имя для входа"),
        ({"url": "сайт школы"}, "не адрес сайта"),
        ({"head_title": "1"}, "не должность"),
        ({"profile": "municipality", "type": "committee", "duties": "committee", "no_second_factor": True}, "фактор"),
    ],
)
def test_missing_or_wrong_answer_names_the_flag(changes, words):
    with pytest.raises(MissingAnswerError, match=words):
        answers(**changes)


def test_person_at_the_console_is_asked_what_is_missing():
    replies = ["1", "2", "Детский сад № 5", "", "Алтайский край", "г. Рубцовск", "", "", "", "", "Ким Саша", "1"]
    replies = iter([*replies, "head, curator"])

    given = ask(options(), is_person_there=True, read=lambda question: next(replies))

    assert (given.profile, given.type) == (Profile.ORGANIZATION, "kindergarten")
    assert given.short_name == "Детский сад № 5"
    assert (given.place, given.head_title) == ("г. Рубцовск", "заведующий")
    assert (given.gender, given.duties) == ("female", (Role.HEAD, Role.CURATOR))


def test_wrong_answer_is_asked_again_and_takes_no_other_with_it():
    replies = iter(["9", "1", "2", "Сад № 5", "", "Алтайский край", "Барнаул", "Марс", "Омск", "", "5", "заведующая"])
    replies = iter([*replies, "мой сайт", "sad5.ru", "Белоусова", "Белоусова Вера Ивановна", "царь", ""])
    said = []

    given = ask(options(), is_person_there=True, read=lambda question: next(replies), say=said.append)

    assert (given.time_zone, given.head_title, given.public_url) == ("Asia/Omsk", "заведующая", "http://sad5.ru")
    assert (given.full_name, str(given.admin)) == ("Сад № 5", "Белоусова Вера Ивановна")
    assert len(said) == 6
    assert all(line.endswith("\n") for line in said)


def test_answers_are_given_back_as_flags():
    given = answers(login="vera.b", url="sad5.ru", no_second_factor=True)

    words = shlex.split(as_command(given))

    flags = dict(zip(words[2:-1:2], words[3:-1:2], strict=True))
    assert words[:2] == ["mentoring", "setup"]
    assert (flags["--organization-name"], flags["--url"]) == ("МБДОУ «Детский сад № 5»", "http://sad5.ru")
    assert words[-1] == "--no-second-factor"
    again = {flag.removeprefix("--").replace("-", "_"): value for flag, value in flags.items()}
    assert ask(options(**again, no_second_factor=True), is_person_there=False) == given


@pytest.mark.parametrize(
    ("town", "place"),
    [
        ("Рубцовск", "г. Рубцовск"),
        ("г. Рубцовск", "г. Рубцовск"),
        ("г.Рубцовск", "г.Рубцовск"),
        ("город Рубцовск", "город Рубцовск"),
        ("Рубцовский район", "Рубцовский район"),
        ("с. Поспелиха", "с. Поспелиха"),
        ("Горно-Алтайск", "г. Горно-Алтайск"),
    ],
)
def test_town_is_called_a_town_once(town, place):
    assert settlement(town) == place


@pytest.mark.django_db
def test_address_and_title_are_kept(settings):
    created = create_system(answers=answers(url="http://192.168.1.10:8000/", head_title="Заведующая"), by=SYSTEM)

    assert Installation.objects.get().public_url == "http://192.168.1.10:8000"
    assert created.organization.title_of_head == "заведующая"
    assert "http://192.168.1.10:8000/entry/" in said(created)
    assert "HOST=0.0.0.0" in said(created)


@pytest.mark.django_db
def test_address_of_this_computer_is_told_to_reach_nobody_else():
    created = create_system(answers=answers(), by=SYSTEM)

    assert Installation.objects.get().public_url == ""
    assert "только на этом компьютере" in said(created)


@pytest.mark.django_db
def test_site_starts_under_the_address_that_was_written(monkeypatch):
    monkeypatch.setenv("MENTORING_OWN_URL", "http://127.0.0.1:8000")
    create_system(answers=answers(url="http://192.168.1.10:8000"), by=SYSTEM)

    address = use_stored_address()

    assert os.environ["MENTORING_OWN_URL"] == address == "http://192.168.1.10:8000"
    assert "слышит только этот компьютер" in about_others(address, "127.0.0.1")
    assert about_others(address, "0.0.0.0") == ""


MOUNTS = """/dev/sda1 / ext4 rw 0 0
server:/share /mnt/share nfs4 rw 0 0
//server/disk /mnt/my\\040disk cifs rw 0 0
/dev/sdb1 /mnt/share/local xfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/data", "ext4"),
        ("/mnt/share/data", "nfs4"),
        ("/mnt/my disk/data", "cifs"),
        ("/mnt/share/local/data", "xfs"),
    ],
)
def test_kind_of_place_is_read_from_mounts(tmp_path, folder, kind):
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)

    assert kind_of_place(Path(folder), mounts) == kind


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="the database of a server lies elsewhere")
def test_network_share_is_refused(tmp_path):
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)

    with pytest.raises(PlaceRefusedError, match="сетевом диске"):
        refuse_network_share(Path("/mnt/share/data"), mounts)
    refuse_network_share(Path("/srv/data"), mounts)


@pytest.fixture
def data_folder(tmp_path, settings):
    settings.DATA_DIR = tmp_path
    return tmp_path


def sentences(*, good):
    return " ".join(finding.sentence for finding in doctor.examine() if finding.is_good is good)


@pytest.mark.django_db
def test_healthy_installation_has_no_complaints(data_folder, monkeypatch):
    create_system(answers=answers(), by=SYSTEM)
    # The database of tests lies in memory or writes nothing to the disk: its settings have a test of their own.
    monkeypatch.setattr(doctor, "_pragmas", lambda: doctor.Finding(True, "настройки базы"))

    assert sentences(good=False) == ""


@pytest.mark.django_db
def test_doctor_names_what_is_wrong(data_folder, monkeypatch):
    key = data_folder / "secret_key"
    key.write_text("x")
    key.chmod(0o644)
    long_ago = clock.now() - 2 * doctor.LONGEST_WAIT
    Job.objects.create(name="core.sweep", not_before=long_ago)
    Job.objects.create(name="core.sweep", not_before=long_ago, dead_at=long_ago)
    monkeypatch.setattr(doctor, "wrong_pragmas", lambda: "synchronous=1")

    found = sentences(good=False)

    for words in ("chmod 600", "очередь стоит 30", "1\u00a0работа остановилась", "mentoring setup"):
        assert words in found
    assert connection.vendor != "sqlite" or "synchronous=1" in found


@pytest.mark.django_db
def test_full_disk_is_told(data_folder, monkeypatch):
    monkeypatch.setattr(doctor, "LEAST_FREE_BYTES", 2**60)

    assert "освободите место" in sentences(good=False)


@pytest.mark.django_db
def test_console_lets_in_who_lost_everything():
    create_system(answers=answers(login="vera"), by=SYSTEM)
    user = User.objects.get()
    user.authenticator_set.create(type="totp", data={"secret": "x"})

    issued = issue_from_console(login="VERA", forget_factor=True, by=SYSTEM)

    assert not user.authenticator_set.exists()
    assert any(issued.code in line for line in entry_lines(issued))


@pytest.mark.django_db
def test_console_knows_no_strangers():
    with pytest.raises(Refusal, match="нет"):
        issue_from_console(login="nobody", forget_factor=False, by=SYSTEM)


def test_roles_are_told_in_russian_words():
    given = answers(duties="руководитель, Куратор")

    assert given.duties == (Role.HEAD, Role.CURATOR)
    with pytest.raises(MissingAnswerError, match="завхоз"):
        answers(duties="завхоз")


def test_link_of_the_first_entry_leads_to_the_port_of_the_site(monkeypatch):
    monkeypatch.setenv("PORT", "8461")
    monkeypatch.delenv("HOST", raising=False)

    assert address_here() == "http://127.0.0.1:8461"
