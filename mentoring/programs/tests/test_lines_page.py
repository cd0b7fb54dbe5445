"""Lines of a programme in place: two people at one line, the library, goals."""

import json
import re

import pytest

from mentoring.programs.actions import edit_item, remove_item
from mentoring.programs.forms.plans import ItemForm
from mentoring.programs.models import ProgramItem
from mentoring.programs.tests.factories import Case, make_case
from mentoring.programs.tests.pages import Enter, url
from mentoring.programs.tests.test_editing import line_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]
HTMX = {"HX-Request": "true"}


def posted(item: ProgramItem, **changes: str) -> dict[str, str]:
    """What the form of a line sends when these fields are changed by hand."""
    initial = ItemForm.initial_of(item)
    sent = {name: "" if value is None else str(value) for name, value in initial.items()}
    return sent | changes


def words(html: str) -> list[str]:
    """What a part of a page says, from the content of the programme to the messages."""
    start = html.index('<div class="stack stack--wide" id="program"')
    return re.sub(r"<[^>]+>", " ", html[start:].split('<div class="messages', maxsplit=1)[0]).split()


def test_line_is_edited_in_place(enter: Enter, case: Case) -> None:
    item, browser = case.items[0], enter(case.mentee)
    edit = url(case, "item_edit", item.public_id)
    assert 'name="aimed_text"' in browser.get(edit).content.decode()

    answer = browser.post(edit, posted(item, aimed_text="трудно начать урок вовремя"))

    assert answer.status_code == 302
    assert case.items[0].aimed_text == "трудно начать урок вовремя"
    assert case.now.difficulties_edited_at is not None


def test_swapped_part_equals_the_reloaded_one(enter: Enter, case: Case) -> None:
    item, browser = case.items[0], enter(case.mentee)

    part = browser.post(url(case, "item_edit", item.public_id), posted(item, result="Итог"), headers=HTMX)
    page = browser.get(url(case)).content.decode()

    text = part.content.decode()
    assert text.lstrip().startswith('<div class="stack stack--wide" id="program"')
    assert "Результат: Итог" in text
    assert part["HX-Replace-Url"].startswith(url(case))
    assert words(page)[: len(words(text))] == words(text)


def test_two_people_at_one_line_with_different_fields_lose_nothing(enter: Enter, case: Case) -> None:
    item = case.items[0]
    sent_by_mentee = posted(item, result="Итог наставляемой")
    edit_item(item=item, changes=line_of(item, title="Название наставника"), version=1, by=case.mentor)

    answer = enter(case.mentee).post(url(case, "item_edit", item.public_id), sent_by_mentee)

    assert answer.status_code == 302
    line = case.items[0]
    assert (line.title, line.result) == ("Название наставника", "Итог наставляемой")


def test_two_people_at_one_field_see_both_texts_and_choose(enter: Enter, case: Case) -> None:
    item, browser = case.items[0], enter(case.mentee)
    edit = url(case, "item_edit", item.public_id)
    sent = posted(item, title="Мой вариант")
    edit_item(item=item, changes=line_of(item, title="Её вариант"), version=1, by=case.mentor)

    answer = browser.post(edit, sent)

    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Мой вариант" in page
    assert "Её вариант" in page
    assert case.items[0].title == "Её вариант"

    browser.post(edit, sent | {"version": "2", "keep_title": "theirs"})
    assert case.items[0].title == "Её вариант"
    browser.post(edit, sent | {"version": "2", "keep_title": "mine"})
    assert case.items[0].title == "Мой вариант"


def test_answer_to_an_older_question_is_asked_again(enter: Enter, case: Case) -> None:
    item, browser = case.items[0], enter(case.mentee)
    sent = posted(item, title="Мой вариант")
    edit_item(item=item, changes=line_of(item, title="Второй"), version=1, by=case.mentor)
    edit_item(item=item, changes=line_of(item, title="Третий"), version=2, by=case.mentor)

    answer = browser.post(url(case, "item_edit", item.public_id), sent | {"version": "2", "keep_title": "mine"})

    assert answer.status_code == 409
    assert "Третий" in answer.content.decode()
    assert case.items[0].title == "Третий"


def test_form_without_its_base_overwrites_nothing(enter: Enter, case: Case) -> None:
    item = case.items[0]
    sent = posted(item, title="Мой вариант") | {"base": "не json"}
    edit_item(item=item, changes=line_of(item, result="Новый итог"), version=1, by=case.mentor)

    answer = enter(case.mentee).post(url(case, "item_edit", item.public_id), sent)

    assert answer.status_code == 409
    assert case.items[0].result == "Новый итог"


def test_line_that_is_gone_keeps_what_was_typed(enter: Enter, case: Case) -> None:
    item = case.items[0]
    sent = posted(item, title="Долго думала и написала")
    remove_item(item=item, version=1, by=case.mentor)

    answer = enter(case.mentee).post(url(case, "item_edit", item.public_id), sent)

    assert answer.status_code == 409
    page = answer.content.decode()
    assert "уже убрали" in page
    assert "Долго думала и написала" in page


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"aimed_text": " "}, "обязательно"),
        ({"due_on": "2028-01-01"}, "вне срока программы"),
        ({"starts_on": "2027-03-03", "due_on": "2027-03-01"}, "раньше, чем начинается"),
    ],
)
def test_wrong_line_keeps_what_was_typed(enter: Enter, case: Case, changes: dict[str, str], words: str) -> None:
    item = case.items[0]

    answer = enter(case.mentor).post(url(case, "item_edit", item.public_id), posted(item, title="Набранное", **changes))

    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Набранное" in page
    assert words in page.lower() or "Заполните" in page


def test_own_line_is_added(enter: Enter, case: Case) -> None:
    sent = {
        "title": "Своё",
        "aimed_at": "strength",
        "aimed_text": "поёт",
        "due_on": "2027-03-01",
        "responsible": "both",
    }

    enter(case.mentee).post(url(case, "item_add"), sent | {"form_token": "a"})

    assert case.items[-1].title == "Своё"


def test_doubled_click_adds_one_line(enter: Enter, case: Case) -> None:
    browser, before = enter(case.mentee), len(case.items)
    sent = {
        "title": "Своё",
        "aimed_at": "strength",
        "aimed_text": "поёт",
        "due_on": "2027-03-01",
        "responsible": "both",
    }

    for _ in range(2):
        browser.post(url(case, "item_add"), sent | {"form_token": "a"})

    assert len(case.items) == before + 1


def test_line_is_removed_put_back_moved_and_agreed(enter: Enter, case: Case) -> None:
    browser, item = enter(case.mentee), case.items[1]

    answer = browser.post(url(case, "item_remove", item.public_id), follow=True)
    assert "Мероприятие убрано." in answer.content.decode()
    assert url(case, "item_restore", item.public_id) in answer.content.decode()
    browser.post(url(case, "item_restore", item.public_id))
    browser.post(url(case, "item_up", item.public_id))
    assert case.items[0].pk == item.pk
    browser.post(url(case, "item_down", item.public_id))
    browser.post(url(case, "item_agree", item.public_id))
    assert case.items[1].mentee_agreed_at is not None
    browser.post(url(case, "item_agree", item.public_id), {"back": "1"})
    assert case.items[1].mentee_agreed_at is None


def test_line_of_another_programme_is_absent(enter: Enter, case: Case) -> None:
    other = make_case(case.office)

    answer = enter(case.mentee).get(url(case, "item_edit", other.items[0].public_id))

    assert answer.status_code == 404


def test_library_is_searched_and_filtered(enter: Enter, case: Case) -> None:
    browser = enter(case.mentor)

    page = browser.get(url(case, "library") + "?q=родител+собрание").content.decode()
    assert "Подготовить и провести родительское собрание вместе" in page
    assert "Найдено: 1" in page
    assert "ничего нет" in browser.get(url(case, "library") + "?q=космонавт").content.decode()
    strengths = browser.get(url(case, "library") + "?aimed_at=strength").content.decode()
    assert "профессиональное затруднение</span>" not in strengths


def test_activity_is_added_from_the_library(enter: Enter, case: Case) -> None:
    answer = enter(case.mentor).post(url(case, "library"), {"code": "parent_meeting_plan"})

    assert answer.status_code == 302
    added = case.items[-1]
    assert added.activity_code == "parent_meeting_plan"
    assert case.program.starts_on <= added.starts_on <= added.due_on <= case.program.ends_on
    assert enter(case.mentor).post(url(case, "library"), {"code": "нет такого"}).status_code == 404


def test_goal_is_added_edited_and_removed(enter: Enter, case: Case) -> None:
    browser = enter(case.mentee)
    browser.post(url(case, "goal_add"), {"text": "Новая задача"})
    goal = case.program.goals.get(text="Новая задача")

    browser.post(
        url(case, "goal_edit", goal.public_id),
        {
            "text": "Иная задача",
            "measure": "",
            "version": "1",
            "base": json.dumps({"text": "Новая задача", "measure": ""}),
        },
    )
    goal.refresh_from_db()
    assert goal.text == "Иная задача"
    browser.post(url(case, "goal_remove", goal.public_id))
    goal.refresh_from_db()
    assert goal.removed_at is not None
    browser.post(url(case, "goal_restore", goal.public_id))
    goal.refresh_from_db()
    assert goal.removed_at is None
    assert browser.post(url(case, "goal_add"), {"text": ""}).status_code == 422
