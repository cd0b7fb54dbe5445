"""How news from the domains below come into the inbox."""

from mentoring.accounts.registries import AccessNews
from mentoring.notifications.actions import notify


def tell_in_inbox(news: AccessNews) -> None:
    """Turn the news about access into a message."""
    notify(
        person=news.person,
        kind=news.kind,
        title=news.title,
        body=news.body,
        url=news.url,
        dedup_key=news.key,
        organization_id=news.organization_id,
    )
