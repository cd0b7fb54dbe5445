"""Local acts: written, cited, changed, ended."""

from datetime import date

import pytest
from django.urls import reverse

from mentoring.documents.models import LocalAct
from mentoring.documents.tests.factories import (
    make_act,
)
from mentoring.documents.tests.pages import text

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2026, 9, 1)


ACT = {
    "kind": "regulation",
    "title": "Положение о наставничестве",
    "number": "112",
    "signed_on": "2025-08-30",
    "applies_from": "2025-09-01",
    "title_instrumental": "",
    "sole_decision_clause": "3.4",
}


def test_local_act_is_written_and_cited(school, clerk_browser):
    answer = clerk_browser.post(reverse("documents:act_add"), ACT, follow=True)

    assert LocalAct.objects.get().organization == school
    assert "руководствуясь Положением о наставничестве (утв. приказом от" in text(answer)


def test_local_act_with_wrong_dates_keeps_what_was_typed(clerk_browser):
    answer = clerk_browser.post(reverse("documents:act_add"), ACT | {"applies_from": "2025-01-01"})

    assert answer.status_code == 422
    assert "раньше, чем подписан" in text(answer)
    assert "Положение о наставничестве" in text(answer)


def test_local_act_is_changed_ended_and_foreign_is_absent(school, clerk_browser, stranger):
    act = make_act(organization=school)
    change, end = (reverse(f"documents:{name}", args=[act.public_id]) for name in ("act_change", "act_end"))

    assert clerk_browser.get(change).status_code == 200
    clerk_browser.post(change, ACT | {"title": "Порядок наставничества", "version": act.version})
    assert clerk_browser.post(end, {"ended_on": ""}).status_code == 422
    clerk_browser.post(end, {"ended_on": "2026-09-01"})

    act.refresh_from_db()
    assert (act.title, act.ended_on) == ("Порядок наставничества", DAY)
    assert stranger.get(change).status_code == 404
    assert stranger.post(end, {"ended_on": "2026-09-01"}).status_code == 404


def test_older_save_of_an_act_is_told(school, clerk_browser):
    act = make_act(organization=school)
    change = reverse("documents:act_change", args=[act.public_id])
    clerk_browser.post(change, ACT | {"version": act.version})

    answer = clerk_browser.post(change, ACT | {"title": "Второе", "version": act.version})

    assert answer.status_code in (409, 422)
    assert "изменил кто-то другой" in text(answer)


@pytest.mark.parametrize("wanted", ["x", "00000000-0000-0000-0000-000000000000"])
def test_act_of_an_unknown_school_is_absent(wanted, clerk_browser):
    assert clerk_browser.get(reverse("documents:act_add") + f"?organization={wanted}").status_code == 404
