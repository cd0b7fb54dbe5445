"""Components draw what they are given, safely."""

from datetime import date

import pytest
from django.core.paginator import Paginator
from django.test import RequestFactory

from mentoring.ui import shapes
from mentoring.ui.tests.rendering import render


def test_attributes_are_escaped_once() -> None:
    html = render('<c-link-button href="/x/" title="{{ name }}">{{ name }}</c-link-button>', name='А & "Б" <i>')

    assert "А &amp; &quot;Б&quot; &lt;i&gt;" in html
    assert "&amp;amp;" not in html
    assert "<i>" not in html


def test_objects_given_as_attributes_are_escaped() -> None:
    html = render('<c-button :data-name="name">Да</c-button>', name='"><script>')

    assert "<script>" not in html


def test_false_attribute_is_left_out() -> None:
    assert "disabled" not in render('<c-button :disabled="off">Да</c-button>', off=False)
    assert " disabled" in render("<c-button disabled>Да</c-button>")


def test_verb_form_is_a_post_with_its_own_token() -> None:
    html = render('<c-verb-form action="/a/" label="Отметить" /><c-verb-form action="/b/" label="Отметить" />')
    tokens = [piece.split('value="')[1].split('"')[0] for piece in html.split('name="form_token"')[1:]]

    assert html.count('method="post"') == 2
    assert html.count("csrfmiddlewaretoken") == 2
    assert len(set(tokens)) == 2


def test_verb_form_asks_first() -> None:
    html = render('<c-verb-form action="/a/" label="Отменить" confirm="Точно?" confirm-label="Да" />')

    assert "<summary" in html
    assert "Точно?" in html
    assert html.index("Точно?") < html.index("<span>Да</span>")


def test_needs_are_counted_in_words() -> None:
    needs = [shapes.Need(verb="Подписать", url="/a/", button="Открыть") for _ in range(4)]

    assert "4\xa0дела" in render('<c-needs :items="needs" />', needs=needs)


def test_empty_needs_say_so() -> None:
    assert "Дел нет" in render('<c-needs :items="needs" />', needs=[])


def test_need_by_post_is_a_form() -> None:
    needs = [shapes.Need(verb="Написать", url="/a/", button="Написать", method="post")]

    assert 'action="/a/"' in render('<c-needs :items="needs" />', needs=needs)


def test_figure_without_rows_is_no_link() -> None:
    html = render('<c-figures :items="items" />', items=[shapes.Figure(label="Пары", value=0)])

    assert "<a" not in html
    assert ">0<" in html


@pytest.mark.parametrize(("sign", "word"), [("yes", "есть"), ("no", "нет"), ("unknown", "неизвестно")])
def test_fact_says_its_sign_in_words(sign: str, word: str) -> None:
    fact = shapes.Fact(label="Предмет", sentence="математика", sign=sign, points=0)  # type: ignore[arg-type]

    html = render('<c-facts :items="facts" />', facts=[fact])

    assert word in html
    assert ">0<" in html


def test_strip_tells_the_same_in_a_list() -> None:
    stage = shapes.Stage(title="Итоги", starts_on=date(2026, 10, 1), ends_on=date(2026, 12, 31))

    html = render('<c-strip :stages="stages" :today="today" />', stages=[stage], today=date(2026, 11, 23))

    assert "идёт сейчас" in html
    assert "с\xa01\xa0октября по\xa031\xa0декабря 2026\xa0г." in html


def test_strip_without_stages_is_nothing() -> None:
    assert render('<c-strip :stages="stages" />', stages=[]).strip() == ""


def test_table_sorts_by_a_link_that_keeps_the_conditions() -> None:
    request = RequestFactory().get("/?kind=1&page=3&sort=name")

    html = render('<c-sort by="name" label="Фамилия" />', request)

    assert 'href="?kind=1&amp;sort=-name"' in html
    assert 'aria-sort="ascending"' in html


def test_pager_keeps_the_conditions() -> None:
    request = RequestFactory().get("/?kind=1&page=2")

    html = render('<c-pager :page="page" />', request, page=Paginator(range(5000), 1).page(1200))

    assert 'href="?kind=1&amp;page=1201"' in html
    assert "1\xa0200–1\xa0200 из 5\xa0000" in html


def test_one_page_needs_no_pager() -> None:
    assert "<nav" not in render('<c-pager :page="page" />', page=Paginator([1], 25).page(1))


def test_pick_keeps_the_number_whole() -> None:
    assert 'value="12345"' in render('<c-pick :value="pk" label="Выбрать" />', pk=12345)


def test_history_tells_before_and_after() -> None:
    happening = shapes.Happening(at=None, who="Агеева", what="Исправлена", details=[("Срок", "март", "")])  # type: ignore[arg-type]

    html = render('<c-history :items="items" />', items=[happening])

    assert "<del>" in html
    assert "пусто" in html


def test_page_variables_do_not_leak_into_components() -> None:
    assert "чужое" not in render('<c-card title="Своё">текст</c-card>', href="чужое", tone="чужое", actions="чужое")
