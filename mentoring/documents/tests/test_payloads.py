"""Right cases in the place where each stands, and what may never stand in an order."""

import json
from dataclasses import fields, replace
from datetime import date

import pytest

from mentoring.core.wording import FullName, Gender, decline_position
from mentoring.documents.payloads import orders, phrases, processing, statements
from mentoring.documents.payloads.people import paper_person
from mentoring.documents.tests import samples

NBSP = "\u00a0"


def texts(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace(NBSP, " ")


def test_mentor_is_accusative_and_mentee_instrumental_in_the_order():
    order = orders.pair_order(samples.FRAME, pairs=samples.ordered_pairs(1))

    assert order.points[0].replace(NBSP, " ") == (
        "1. Закрепить Петрова Андрея Андреевича, учителя математики, наставником за Ивановой Марией Сергеевной, "
        "учителем начальных классов, с 1 сентября 2026 г. по 31 мая 2027 г."
    )


def test_position_typed_with_a_capital_is_small_within_a_paper():
    mentee = samples.person("Ткаченко Олеся Викторовна", "Воспитатель")
    pair = replace(samples.ordered_pairs(1)[0], mentees=(mentee,))

    order = orders.pair_order(samples.FRAME, pairs=[pair])

    assert "за Ткаченко Олесей Викторовной, воспитателем, " in order.points[0]
    assert [line.position for line in order.acquainted][1] == "воспитатель"
    assert mentee.signatory.position == "Воспитатель"


def test_one_pair_needs_no_annex():
    order = orders.pair_order(samples.FRAME, pairs=samples.ordered_pairs(1))

    assert order.annex == ()
    assert order.title == "О закреплении наставнической пары и утверждении персонализированной программы наставничества"


def test_thirteen_pairs_are_listed_and_stand_in_the_annex():
    order = orders.pair_order(samples.FRAME, pairs=samples.ordered_pairs(13))

    assert [point.split()[0] for point in order.points] == [
        "1.", *(f"1.{number}." for number in range(1, 14)), "2.", "3.", "4.", "5.", "6."
    ]  # fmt: skip
    assert len(order.annex) == 13
    assert order.annex[4].mentees[1].name == "Белых Анна Олеговна"


def test_a_very_long_list_stands_in_the_annex_only():
    order = orders.pair_order(samples.FRAME, pairs=samples.ordered_pairs(orders.LISTED_PAIRS_MAX + 1))

    assert order.points[0].endswith("согласно приложению.")


def test_order_has_no_place_for_difficulties_and_amounts():
    names = {field.name for field in fields(orders.PairOrder)} | {field.name for field in fields(orders.PairLine)}

    assert not [name for name in names if any(word in name for word in ("difficult", "amount", "payment", "aim"))]


def test_head_who_is_the_curator_keeps_the_programme_herself():
    frame = orders.OrderFrame(employer=samples.SCHOOL_EMPLOYER, curator=samples.HEAD)

    order = orders.pair_order(frame, pairs=samples.ordered_pairs(1))

    assert "4. Сопровождение программы и подведение итогов оставляю за собой." in order.points


def test_everyone_in_the_order_is_acquainted_once_but_the_one_who_signs_it():
    frame = orders.OrderFrame(employer=samples.SCHOOL_EMPLOYER, curator=samples.CURATOR)
    pairs = [*samples.ordered_pairs(1), *samples.ordered_pairs(1)]

    order = orders.pair_order(frame, pairs=pairs)

    assert [line.name for line in order.acquainted] == [
        "Петров Андрей Андреевич", "Иванова Мария Сергеевна", "Кузнецова Елена Викторовна",
    ]  # fmt: skip


def test_termination_names_the_day_and_the_ground():
    mentor, mentee = samples.person(*samples.NAMES[2][:2]), samples.person(*samples.NAMES[2][2:])
    ended = orders.EndedPair(
        mentor=mentor, mentees=(mentee,), since=date(2027, 2, 2), ground="уведомление об отказе", is_paid=True
    )

    order = orders.termination_order(samples.FRAME, ended=[ended], seek_new=True)

    assert order.points[0].replace(NBSP, " ") == (
        "1. Прекратить со 2 февраля 2027 г. наставничество Ткача Олега Львовича, педагога-психолога, в отношении "
        "Ким Юлии, социального педагога (основание: уведомление об отказе)."
    )
    assert order.points[2].startswith("3. Кузнецовой Елене Викторовне, заместителю директора")


def test_mentor_consent_is_addressed_in_the_dative_and_speaks_of_the_right_to_stop():
    mentor, mentee = samples.person(*samples.NAMES[0][:2]), samples.person(*samples.NAMES[0][2:])

    consent = statements.mentor_consent(
        samples.SCHOOL_EMPLOYER, mentor=mentor, mentees=(mentee,), terms=samples.TERMS
    ).as_json()

    assert texts(consent["addressee"]) == texts(["Директору МБОУ «СОШ № 155»", "Сидоровой О. И."])
    assert consent["sender"] == ["от учителя математики", "Петрова Андрея Андреевича"]
    assert "в отношении Ивановой Марии Сергеевны, учителя начальных классов" in consent["body"][0]
    assert "не менее чем за три рабочих дня" in consent["closing"][0]


@pytest.mark.parametrize(
    ("gender", "role", "read"),
    [(Gender.FEMALE, "наставляемой", "ознакомлена"), (Gender.MALE, "наставляемого", "ознакомлен")],
)
def test_mentee_consent_agrees_with_gender(gender, role, read):
    mentee = samples.person("Ким Саша", "тьютор", gender)

    consent = statements.mentee_consent(
        samples.SCHOOL_EMPLOYER, mentee=mentee, mentor=samples.CURATOR, terms=samples.TERMS
    )

    assert consent.body[0].endswith(f"в качестве {role}.")
    assert consent.closing[0].endswith(f"программой {read}.")


def test_agreement_names_both_sides_and_ends_each_point_with_one_stop():
    agreement = statements.additional_agreement(
        samples.SCHOOL_EMPLOYER, mentor=samples.CURATOR, mentees=(samples.HEAD,), terms=samples.TERMS
    )

    assert "в лице директора Сидоровой Ольги Ивановны, действующей на основании устава" in agreement.parties
    assert not [point for point in agreement.points if point.endswith("..") or not point.endswith(".")]


def test_notices_stand_in_three_voices():
    sides = {"mentor": samples.CURATOR, "since": date(2027, 1, 15)}

    own = statements.mentor_refusal(samples.SCHOOL_EMPLOYER, mentees=(samples.HEAD,), **sides)
    theirs = statements.employer_cancellation(samples.SCHOOL_EMPLOYER, mentees=(samples.HEAD,), **sides)
    leaving = statements.mentee_refusal(samples.SCHOOL_EMPLOYER, mentee=samples.HEAD, **sides)

    assert (own.signer, own.receiver) == (samples.CURATOR.initials, "Директор")
    assert theirs.addressee[1] == samples.CURATOR.short.dative
    assert "причин" not in texts(leaving.as_json())


def test_processing_basis_by_the_head_alone_and_by_another():
    alone = processing.processing_basis(samples.SCHOOL_EMPLOYER, responsible=samples.HEAD)
    other = processing.processing_basis(samples.SCHOOL_EMPLOYER, responsible=samples.CURATOR, keeper="центру")

    assert alone.points[0].endswith("оставляю за собой.")
    assert "Кузнецову Елену Викторовну" in other.points[0]
    assert "Поручить обработку персональных данных в этой системе центру" in other.points[2]


def test_a_corrected_form_is_used_whole_and_in_the_short_name():
    person = paper_person(
        FullName("Заяц", "Нина", "Петровна"),
        gender=Gender.FEMALE,
        position=decline_position("воспитатель"),
        corrected={"dative": "Заяцу Нине Петровне"},
    )

    assert person.dative == "Заяцу Нине Петровне, воспитателю"
    assert person.short.dative.replace(NBSP, " ") == "Заяцу Н. П."


@pytest.mark.parametrize(
    ("items", "expected"), [((), ""), (("а",), "а"), (("а", "б"), "а и б"), (("а", "б", "в"), "а, б и в")]
)
def test_lists_are_joined_as_people_write_them(items, expected):
    assert phrases.listed(items) == expected


def test_payloads_are_plain_texts():
    stored = orders.pair_order(samples.FRAME, pairs=samples.ordered_pairs(5)).as_json()

    assert json.loads(json.dumps(stored)) == stored


def test_founder_speaks_for_the_employer_where_the_worker_is_the_head():
    sides = {"mentor": samples.HEAD, "mentees": (samples.CURATOR,), "terms": samples.TERMS}

    agreement = statements.additional_agreement(samples.SCHOOL_EMPLOYER, **sides)
    consent = statements.mentor_consent(samples.SCHOOL_EMPLOYER, **sides)

    assert "в лице ________________________ (учредитель), действующего" in agreement.parties
    assert "учредитель" in agreement.employer.position
    assert samples.HEAD.initials not in agreement.employer.initials
    assert consent.addressee == ("________________________", "(учредитель)")
    assert consent.sender[0] == "от директора"


def test_mentee_who_is_the_head_writes_to_the_founder_and_her_mentor_to_the_head():
    sides = {"mentor": samples.CURATOR, "terms": samples.TERMS}

    hers = statements.mentee_consent(samples.SCHOOL_EMPLOYER, mentee=samples.HEAD, **sides)
    other = statements.mentor_consent(samples.SCHOOL_EMPLOYER, mentees=(samples.HEAD,), **sides)

    assert hers.addressee[1] == "(учредитель)"
    assert other.addressee == samples.SCHOOL_EMPLOYER.addressee


def test_head_orders_no_payment_to_herself():
    order = orders.pair_order(samples.FRAME, pairs=samples.ordered_pairs(1), paid_by_founder=True)

    assert "по решению учредителя" in texts(order.points)
    assert "дополнительным соглашениям" not in texts(order.points)
