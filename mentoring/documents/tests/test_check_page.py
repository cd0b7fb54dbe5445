"""The page behind a QR code: force, number, date, kind, no names."""

from datetime import date

import pytest
from django.urls import reverse

from mentoring.accounts.tests.factories import make_actor
from mentoring.documents import actions
from mentoring.documents.tests.factories import (
    make_document,
    make_signed_order,
)
from mentoring.documents.tests.pages import text
from mentoring.people.tests.factories import make_person

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2026, 9, 1)


def test_check_page_tells_kind_number_date_and_force_without_names(school, client, keeper):
    teacher = make_person(full_name="Неупоминаемая Клавдия")
    order = make_signed_order(organization=school, by=keeper, signer=teacher, title="Приказ: Неупоминаемая")

    page = client.get(reverse("documents:check", args=[order.check_token]))

    assert page.status_code == 200
    assert all(words in text(page) for words in ("№ 12-о", "1 сентября 2026", "действует", "Приказ о закреплении пар"))
    assert "Неупоминаемая" not in text(page)


@pytest.mark.parametrize("state", ["draft", "cancelled", "ended"])
def test_check_page_tells_what_does_not_act(state, school, client, keeper):
    head = make_actor("head", organization=school)
    order = make_document(organization=school)
    if state != "draft":
        order = make_signed_order(organization=school, by=keeper)
    if state == "cancelled":
        actions.cancel_document(document=order, reason="ошибка", by=head)
    if state == "ended":
        actions.end_document(document=order, ended_on=DAY, by=keeper)

    assert "не действует" in text(client.get(reverse("documents:check", args=[order.check_token])))


def test_unknown_code_is_absent(client):
    answer = client.get(reverse("documents:check", args=["нетакого"]))

    assert answer.status_code == 404
    assert "Такого документа нет" in text(answer)
