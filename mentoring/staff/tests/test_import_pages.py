from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.db.models import F
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mentoring.core.actor import Actor
from mentoring.core.background import drain
from mentoring.core.models import Job
from mentoring.core.spreadsheets.reader import read_workbook
from mentoring.organizations.models import Organization
from mentoring.people.tests.factories import make_person
from mentoring.staff import storage
from mentoring.staff.choices import ImportState
from mentoring.staff.models import Employment, StaffImport
from mentoring.staff.tests.factories import make_employment
from mentoring.staff.tests.loads import NEW_TEACHER, list_file, plan, take, upload
from mentoring.staff.views import uploads

pytestmark = pytest.mark.django_db

TWICE = ("Ежова Ксения Павловна", "учитель", "01.09.2020", "5", "", "", "")
WRONG = ("Орлов Пётр Ильич", "учитель", "31.02.2020", "", "", "", "")
ONE_PAGES = ("import_detail", "import_progress", "import_bad_rows")
VERBS = ("import_columns", "import_choices", "import_apply", "import_undo", "import_drop", "import_settle")


def send(client: Client, content: bytes, name: str = "список.xlsx", **extra: str) -> StaffImport:
    client.post(reverse("staff:import_upload"), {"file": upload(content, name), **extra})
    return StaffImport.objects.latest("pk")


def url(name: str, loaded: StaffImport) -> str:
    return reverse(f"staff:{name}", args=[loaded.public_id])


def shown(client: Client, loaded: StaffImport, tab: str = "") -> str:
    return client.get(url("import_detail", loaded), {"tab": tab}).content.decode()


def apply(client: Client, loaded: StaffImport) -> str:
    loaded.refresh_from_db()
    return client.post(url("import_apply", loaded), {"version": loaded.version}, follow=True).content.decode()


def csv(*lines: str) -> bytes:
    return "\n".join(lines).encode()


def test_missing_columns_are_told_before_loading(curator_client: Client, ready_school: Organization) -> None:
    content = csv("ФИО;Кем трудится;Категория", "Ежова Ксения Павловна;учитель;первая", "Орлов Пётр Ильич;учитель;нет")
    page = shown(curator_client, send(curator_client, content, "список.csv"))

    assert "Нет столбца «должность»" in page
    assert "Нет столбца «стаж или дата приёма»" in page
    assert "Загрузить 2" in page


def test_nothing_is_missed_in_a_whole_list(curator_client: Client, ready_school: Organization) -> None:
    assert "Нет столбца" not in shown(curator_client, send(curator_client, list_file(NEW_TEACHER)))


def test_upload_waits_for_the_basis(curator_client: Client) -> None:
    assert curator_client.get(reverse("staff:import_upload")).status_code == 409


def test_small_list_is_planned_at_once(curator_client: Client, ready_school: Organization) -> None:
    loaded = send(curator_client, list_file(NEW_TEACHER, TWICE, WRONG))

    page = shown(curator_client, loaded)
    assert "Загрузить 2" in page
    assert "1\u00a0строка с ошибкой" in page
    assert not Employment.objects.exists()


def test_large_list_is_planned_by_the_worker(
    curator_client: Client, ready_school: Organization, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "AT_ONCE_BYTES", 10)
    loaded = send(curator_client, list_file(NEW_TEACHER))
    assert "Читаем файл" in shown(curator_client, loaded)
    assert "Читаем файл" in curator_client.get(url("import_progress", loaded)).content.decode()

    Job.objects.update(not_before=F("created_at"))
    drain()

    assert "Список прочитан" in curator_client.get(url("import_progress", loaded)).content.decode()
    assert "Загрузить 1" in shown(curator_client, loaded)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Файл пустой"),
        (b"%PDF-1.7", "Это PDF"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 100, "рисунок"),
    ],
)
def test_wrong_file_says_one_sentence(
    content: bytes, words: str, curator_client: Client, ready_school: Organization
) -> None:
    answer = curator_client.post(reverse("staff:import_upload"), {"file": upload(content)}, follow=True)

    assert answer.status_code in (200, 422)
    assert words in answer.content.decode()


def test_too_large_file_is_refused(curator_client: Client, ready_school: Organization) -> None:
    answer = curator_client.post(reverse("staff:import_upload"), {"file": upload(b"0" * (12 * 1024 * 1024 + 1))})

    assert answer.status_code == 422
    assert "12 МБ" in answer.content.decode().replace("\u00a0", " ")
    assert not StaffImport.objects.exists()


def test_no_file_is_asked_for(curator_client: Client, ready_school: Organization) -> None:
    assert curator_client.post(reverse("staff:import_upload"), {}).status_code == 422


def test_doubled_upload_is_one_list(curator_client: Client, ready_school: Organization) -> None:
    form = [{"file": upload(list_file(NEW_TEACHER), "список.xlsx"), "form_token": "one"} for _ in range(2)]

    first, second = (curator_client.post(reverse("staff:import_upload"), values) for values in form)

    assert (second.status_code, second.url) == (302, first.url)
    assert StaffImport.objects.count() == 1
    assert len(list(storage.folder().glob(StaffImport.objects.get().path))) == 1


def test_every_tab_shows_its_rows(curator_client: Client, ready_school: Organization) -> None:
    changed = make_person(full_name="Панина Вера Олеговна")
    make_employment(organization=ready_school, person=changed, category="first")
    make_employment(organization=ready_school, person=make_person(full_name="Уходова Ия Ильинична"))
    row = ("Панина Вера Олеговна", "учитель математики", "", "", "высшая", "", "")
    loaded = send(curator_client, list_file(NEW_TEACHER, row, TWICE, TWICE, WRONG))

    assert "Новикова Анна Игоревна" in shown(curator_client, loaded, "new")
    assert "высшая категория</ins>" in shown(curator_client, loaded, "changed")
    assert "Этот человек уже есть" in shown(curator_client, loaded, "doubtful")
    errors = shown(curator_client, loaded, "errors")
    assert "31.02.2020" in errors
    assert "строка 6" in errors
    assert "Уходова" in shown(curator_client, loaded, "gone")
    assert "Пед. стаж на 01.09.2026" in shown(curator_client, loaded, "columns")
    assert shown(curator_client, loaded, "нет такой")


def test_list_is_loaded_and_undone(curator_client: Client, ready_school: Organization) -> None:
    loaded = send(curator_client, list_file(NEW_TEACHER, TWICE))

    page = apply(curator_client, loaded)
    assert "Список загружен: 2" in page
    assert Employment.objects.count() == 2
    undone = curator_client.post(url("import_undo", loaded), follow=True).content.decode()

    assert "Загрузка отменена" in undone
    assert not Employment.objects.exists()


def test_doubled_click_loads_once(curator_client: Client, ready_school: Organization) -> None:
    loaded = send(curator_client, list_file(NEW_TEACHER))
    for _ in range(2):
        curator_client.post(url("import_apply", loaded), {"version": loaded.version, "form_token": "one"})

    assert Employment.objects.count() == 1
    assert curator_client.post(url("import_apply", loaded), {"version": loaded.version}).status_code == 409


def test_plan_made_old_by_another_load_is_made_anew(curator_client: Client, ready_school: Organization) -> None:
    mine, theirs = (send(curator_client, list_file(NEW_TEACHER, TWICE)) for _ in range(2))
    apply(curator_client, theirs)

    page = apply(curator_client, mine)

    assert "план пересчитан" in page
    assert "Загружать нечего" in page
    assert Employment.objects.count() == 2


def test_questions_are_answered(curator_client: Client, ready_school: Organization) -> None:
    loaded = send(curator_client, list_file(TWICE, TWICE))
    answers = {"version": loaded.version, "tab": "doubtful", "row:Педагоги!3": "other", "row:Другой!7": "other"}

    page = curator_client.post(url("import_choices", loaded), answers, follow=True).content.decode()

    assert "Загрузить 2" in page
    loaded.refresh_from_db()
    assert loaded.choices == {"Педагоги!3": "other"}


@pytest.mark.parametrize("version", ["", "7", "x" * 30])
def test_answers_of_an_old_tab_are_refused(version: str, curator_client: Client, ready_school: Organization) -> None:
    loaded = send(curator_client, list_file(TWICE, TWICE))

    answer = curator_client.post(url("import_choices", loaded), {"version": version, "row:Педагоги!3": "other"})

    assert answer.status_code == 409


def test_unknown_column_is_assigned_by_hand(curator_client: Client, ready_school: Organization) -> None:
    row = ("Новикова Анна Игоревна", "учитель", "8 913 123-45-67")
    loaded = send(curator_client, list_file(row, headings=("ФИО", "Должность", "Куда звонить")))

    curator_client.post(
        url("import_columns", loaded),
        {"version": loaded.version, "column:0": "full_name", "column:1": "position", "column:2": "phone"},
    )
    apply(curator_client, loaded)

    assert Employment.objects.get().phone == "+79131234567"


def test_list_without_headings_is_read_by_hand(curator_client: Client, ready_school: Organization) -> None:
    rows = [("Петров Иван Иванович", "учитель"), ("Сидорова Анна Ивановна", "воспитатель")]
    loaded = send(curator_client, list_file(*rows, headings=("кто", "что")))
    page = shown(curator_client, loaded)
    assert "Людей в файле не видно" in page

    curator_client.post(
        url("import_columns", loaded), {"version": loaded.version, "column:0": "full_name", "column:1": "position"}
    )
    apply(curator_client, loaded)

    assert Employment.objects.count() == 2


def test_refused_columns_cannot_be_assigned(curator_client: Client, ready_school: Organization) -> None:
    row = ("Новикова Анна Игоревна", "0101 123456", "учитель")
    loaded = send(curator_client, list_file(row, headings=("ФИО", "Паспорт", "Должность")))

    page = shown(curator_client, loaded, "columns")

    assert "Паспорт" in page
    assert "123456" not in page
    assert "123456" not in str(loaded.plan)


def test_bad_rows_come_back_as_a_spreadsheet(
    curator_client: Client, ready_school: Organization, tmp_path: Path
) -> None:
    loaded = send(curator_client, list_file(NEW_TEACHER, WRONG))
    path = tmp_path / "bad.xlsx"
    path.write_bytes(curator_client.get(url("import_bad_rows", loaded)).content)

    rows = read_workbook(path).sheets[0].rows

    assert [row[0] for row in rows] == ["ФИО", "Орлов Пётр Ильич"]
    assert "31.02.2020" in str(rows[1])


def test_mended_rows_are_loaded_without_touching_others(
    curator_client: Client, ready_school: Organization, tmp_path: Path
) -> None:
    first = send(curator_client, list_file(NEW_TEACHER, TWICE, WRONG))
    apply(curator_client, first)
    mended = ("Орлов Пётр Ильич", "учитель", "28.02.2020", "", "", "", "")

    apply(curator_client, send(curator_client, list_file(mended)))

    assert Employment.objects.filter(gone_since=None).count() == 3


def test_errors_are_settled(curator_client: Client, ready_school: Organization) -> None:
    loaded = send(curator_client, list_file(NEW_TEACHER, WRONG))
    done = apply(curator_client, loaded)
    assert "Ошибки разобраны" in done
    assert "Исправьте её в файле" in done

    curator_client.post(url("import_settle", loaded))

    loaded.refresh_from_db()
    assert not loaded.has_open_errors
    assert "Ошибки разобраны" not in shown(curator_client, loaded)


def test_dropped_list_is_gone(curator_client: Client, ready_school: Organization) -> None:
    loaded = send(curator_client, list_file(NEW_TEACHER))

    page = curator_client.post(url("import_drop", loaded), follow=True).content.decode()

    assert "Список не загружен" in page
    assert "Списков ещё не загружали" in page
    loaded.refresh_from_db()
    assert loaded.state == ImportState.DROPPED
    assert "Ничего из этого файла в списке нет" in shown(curator_client, loaded)


def test_earlier_loads_are_listed(curator_client: Client, ready_school: Organization) -> None:
    apply(curator_client, send(curator_client, list_file(NEW_TEACHER), name="осень.xlsx"))

    page = curator_client.get(reverse("staff:import_list")).content.decode()

    assert "осень.xlsx" in page
    assert "загружен" in page


def test_template_is_recognised_and_its_example_stays_out(curator_client: Client, ready_school: Organization) -> None:
    template = curator_client.get(reverse("staff:import_template")).content

    loaded = send(curator_client, template)

    assert loaded.counts.get("new", 0) == 0
    fields = {column["field"] for column in loaded.plan["columns"] if column["sheet"] == "Педагоги"}
    assert None not in fields
    assert len(fields) == 13


def test_strangers_find_no_list(stranger_client: Client, ready_school: Organization, curator: Actor) -> None:
    loaded = plan(ready_school, NEW_TEACHER, by=curator)

    assert {stranger_client.get(url(name, loaded)).status_code for name in ONE_PAGES} == {404}
    assert {stranger_client.post(url(name, loaded)).status_code for name in VERBS} == {404}


def test_council_finds_no_list(council_client: Client, ready_school: Organization, curator: Actor) -> None:
    loaded = take(ready_school, list_file(NEW_TEACHER), by=curator)

    assert council_client.get(url("import_detail", loaded)).status_code == 404
    pages = ("import_list", "import_upload", "import_template")
    assert {council_client.get(reverse(f"staff:{name}")).status_code for name in pages} == {403}


@pytest.mark.parametrize("tab", ["new", "doubtful", "errors", "gone", "columns"])
def test_plan_asks_the_same_number_of_queries(
    tab: str, curator_client: Client, ready_school: Organization, curator: Actor, day: date
) -> None:
    few, many = (
        plan(
            ready_school,
            *[(f"Ив{chr(1072 + n % 32)}{'ан' * (n // 32)} Анна", *NEW_TEACHER[1:]) for n in range(size)],
            by=curator,
        )
        for size in (10, 300)
    )
    shown(curator_client, few, tab)

    counts = []
    for loaded in (few, many):
        with CaptureQueriesContext(connection) as queries:
            shown(curator_client, loaded, tab)
        counts.append(len(queries))

    assert counts[0] == counts[1]
