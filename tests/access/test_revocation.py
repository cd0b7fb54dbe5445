"""What is taken away ends with the next click, in browsers that are already open."""

from django.urls import reverse

from mentoring.accounts.models import UserTie
from tests.access.world import World

STAFF_LIST = "staff:employment_list"


def test_a_post_taken_away_acts_on_the_next_click(world: World):
    head, curator = world.browsers["head"], world.browsers["curator"]
    post = world.own.things["post_curator"]
    assert curator.get(reverse(STAFF_LIST)).status_code == 200

    assert head.post(reverse("accounts:post_revoke", args=[post.public_id])).status_code == 302

    assert curator.get(reverse(STAFF_LIST)).status_code == 403
    assert curator.get(reverse("matching:restricted_journal")).status_code == 403
    need = world.own.things["need"]
    assert curator.get(reverse("matching:need_detail", args=[need.public_id])).status_code == 404


def test_a_role_left_in_one_school_opens_nothing_in_another(world: World):
    post = world.own.things["post_head"]
    post.organization = world.foreign.organization
    post.save(update_fields=["organization"])
    head = world.browsers["head"]

    kept = head.get(reverse("documents:document_detail", args=[world.foreign.things["order"].public_id]))
    lost = head.get(reverse("documents:document_detail", args=[world.own.things["document_others"].public_id]))

    assert (kept.status_code, lost.status_code) == (200, 404)


def test_a_deputy_loses_the_rights_with_the_one_she_stands_for(world: World):
    head, teacher = world.browsers["head"], world.browsers["teacher"]
    post = world.own.things["post_curator"]
    given = {
        "person": str(world.people["teacher"].public_id),
        "valid_from": "2026-11-23",
        "valid_until": "2026-12-31",
        "basis": "приказ № 5",
    }
    assert head.post(reverse("accounts:post_deputy", args=[post.public_id]), given).status_code == 302
    assert teacher.get(reverse(STAFF_LIST)).status_code == 200

    head.post(reverse("accounts:post_revoke", args=[post.public_id]))

    assert teacher.get(reverse(STAFF_LIST)).status_code == 403


def test_a_tie_that_ended_closes_the_card_of_the_other_side(world: World):
    mentor, work = world.browsers["mentor"], world.people["mentee"].employments.get()
    card = reverse("staff:employment_detail", args=[work.public_id])
    assert mentor.get(card).status_code == 200

    UserTie.objects.filter(viewer=world.people["mentor"], subject=world.people["mentee"]).update(
        valid_until="2026-11-22"
    )

    assert mentor.get(card).status_code == 404


def test_a_closed_entry_leads_to_sign_in(world: World):
    head, teacher = world.browsers["head"], world.browsers["teacher"]
    assert teacher.get("/").status_code == 200

    head.post(reverse("accounts:block", args=[world.people["teacher"].public_id]))
    answer = teacher.get("/")

    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))
