"""What closing an organisation does to its posts."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from mentoring.accounts.models import Post
from mentoring.audit.journal import record
from mentoring.core import clock
from mentoring.core.actor import Actor
from mentoring.organizations.models import Organization
from mentoring.organizations.registries import Closing, Effect
from mentoring.ui.words import day as in_words


def preview(organization: Organization, day: date, actor: Actor) -> Effect:
    """Say how many posts would end."""
    return Effect(
        what="Роли",
        count=_lasting(organization, day).count(),
        outcome=f"закончатся {in_words(day - timedelta(days=1))}, учётные записи останутся",
    )


def end_posts(organization: Organization, day: date, by: Actor) -> None:
    """Let every post end the day before; one that has not begun is taken away."""
    last_day = day - timedelta(days=1)
    for post in _lasting(organization, day).select_for_update():
        if post.valid_from > last_day:
            post.revoked_at = clock.now()
        else:
            post.valid_until = last_day
        post.save(update_fields=["valid_until", "revoked_at"])
        record("accounts.post.revoked", subject=post, by=by, fields=[post.role])


def _lasting(organization: Organization, day: date) -> "QuerySet[Post]":
    later = Q(valid_until=None) | Q(valid_until__gte=day)
    return Post.objects.not_revoked().filter(later, organization=organization)


POSTS = Closing(preview=preview, apply=end_posts)
