"""Reads that composing papers needs: basis of a day, corrected names, numbers, the queue's work."""

from datetime import date

import pytest

from mentoring.core.wording import decline_position
from mentoring.documents import selectors
from mentoring.documents.choices import LocalActKind
from mentoring.documents.kinds import KINDS, PDF_FORM, UnknownKind, kind_of
from mentoring.documents.models import Document
from mentoring.documents.papers import paper_text
from mentoring.documents.tasks import render
from mentoring.documents.tests.factories import make_act, make_document
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.models import PersonCaseForm
from mentoring.people.tests.factories import make_person

pytestmark = pytest.mark.django_db(transaction=True)
NBSP = "\u00a0"


def basis(school, day, kind="pair_order"):
    return [text.replace(NBSP, " ") for text in selectors.basis_for(school, day, kind=kind)]


def test_basis_names_norms_and_the_act_in_force_that_day():
    school = make_organization()
    make_act(organization=school, ended_on=date(2026, 9, 1))
    make_act(organization=school, title="Порядок наставничества", number="9", signed_on=date(2026, 8, 31),
             applies_from=date(2026, 9, 1))  # fmt: skip

    assert basis(school, date(2026, 8, 31))[-1] == (
        "Положением о наставничестве педагогических работников (утв. приказом от 30 августа 2025 г. № 112)"
    )
    assert basis(school, date(2026, 9, 1)) == [
        "статьёй 351.8 Трудового кодекса Российской Федерации",
        "Порядком наставничества (утв. приказом от 31 августа 2026 г. № 9)",
    ]


def test_norm_that_was_not_in_force_is_not_cited():
    school = make_organization()

    assert basis(school, date(2025, 2, 28)) == []
    assert basis(school, date(2025, 3, 1)) == ["статьёй 351.8 Трудового кодекса Российской Федерации"]


def test_act_of_another_school_is_not_cited():
    make_act(organization=make_organization())

    assert len(basis(make_organization(), date(2026, 9, 1))) == 1


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"title_instrumental": "Кодексом школы"}, "Кодексом школы (утв. приказом от 30 августа 2025 г. № 112)"),
        ({"number": ""}, "Положением о наставничестве педагогических работников (утв. приказом от 30 августа 2025 г.)"),
        ({"title": "Модель наставничества"},
         "локальным актом «Модель наставничества» (утв. приказом от 30 августа 2025 г. № 112)"),
        ({"kind": LocalActKind.INTRODUCTION, "title": "Приказ о внедрении наставничества"},
         "приказом о внедрении наставничества от 30 августа 2025 г. № 112"),
    ],
)  # fmt: skip
def test_act_is_cited_as_a_person_wrote_it_or_by_its_first_word(values, expected):
    act = make_act(organization=make_organization(), **values)

    assert selectors.act_instrumental(act).replace(NBSP, " ") == expected


def test_regulation_of_a_day_carries_the_clause_of_the_sole_decision():
    school = make_organization()
    make_act(organization=school)

    found = selectors.regulation_of(school, date(2026, 9, 1))

    assert found is not None
    assert found.sole_decision_clause == "3.4"
    assert selectors.regulation_of(school, date(2025, 8, 31)) is None


def test_corrected_form_of_a_name_stands_in_the_paper():
    person = make_person(full_name="Заяц Нина Петровна")
    PersonCaseForm.objects.create(person=person, case="dative", text="Заяцу Нине Петровне")

    told = selectors.paper_person(person, position=decline_position("воспитатель"))

    assert told.dative == "Заяцу Нине Петровне, воспитателю"
    assert told.short.dative.startswith("Заяцу")
    assert told.genitive.endswith("воспитателя")


def test_numbers_go_on_within_a_journal_and_a_year():
    school = make_organization()
    for number, year in (("7-о", 2026), ("12/1", 2026), ("б/н", 2026), ("40", 2025)):
        Document.objects.filter(pk=make_document(organization=school).pk).update(
            number=number, year=year, dated_on=date(year, 9, 1)
        )

    assert selectors.next_number(school, book="orders", year=2026) == "13/1"
    assert selectors.next_number(school, book="orders", year=2027) == "1"
    assert selectors.next_number(school, book="agreements", year=2026) == "1"


def test_letterhead_takes_the_territory_where_the_place_is_empty():
    school = make_organization(place="")

    assert selectors.letterhead_of(school).place == school.territory.name


def test_name_without_quotes_declines_in_the_annex():
    letterhead = selectors.letterhead_of(make_organization(short_name="Детский сад № 8"))

    assert (letterhead.short_name, letterhead.genitive) == ("Детский сад № 8", "детского сада № 8")


def test_paper_of_an_earlier_version_is_made_still():
    order = make_document(organization=make_organization())
    del order.payload["letterhead"]["genitive"]

    letterhead = paper_text(order)["letterhead"]

    assert letterhead["genitive"] == letterhead["short_name"]
    assert "genitive" not in order.payload["letterhead"]


def test_every_kind_has_its_forms():
    text = PDF_FORM.read_text("utf-8")

    for kind in KINDS.values():
        assert kind.word_form.exists(), kind.code
        assert f"{kind.code}: " in text, kind.code


def test_unknown_kind_is_refused_in_words():
    with pytest.raises(UnknownKind, match="не открывается"):
        kind_of("gibberish")


def test_work_of_the_queue_outlives_a_paper_that_is_gone():
    render(document_id=404)
    order = make_document(organization=make_organization())
    render(document_id=order.pk)
    render(document_id=order.pk)

    assert Document.objects.get().state == "draft"
