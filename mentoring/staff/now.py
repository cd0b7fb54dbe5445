"""«Сейчас нужно»: the basis and its order, the list, errors left in it, people whom the list does not name."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse

from mentoring.core.actor import Actor
from mentoring.core.wording import counted
from mentoring.documents.choices import DocumentState
from mentoring.notifications.now import NowItem
from mentoring.organizations.models import Organization
from mentoring.staff import selectors
from mentoring.staff.access import KEEPERS
from mentoring.staff.models import Employment, ProcessingBasis

FIRST_STEP, SECOND_STEP, UNSIGNED, LEFT_OVER = 90, 85, 54, 40
UNSIGNED_WORDS: dict[str, str] = {
    DocumentState.DRAFT: "Проект готов: напечатайте его, чтобы руководитель подписал.",
    DocumentState.PRINTED: "Приказ напечатан: когда он подписан, впишите номер и отметьте подпись.",
}


def basis_to_record(actor: Actor, today: date) -> Iterator[NowItem]:
    """Step 0 of every organisation that has not made it."""
    for organization in selectors.organizations_without_basis(actor):
        yield NowItem(
            verb="Записать основание обработки данных",
            who=_named(actor, organization),
            reason="Без этого нельзя внести ни одного человека. Приказ подготовится сам.",
            button="Записать",
            url=_for(actor, organization, "staff:basis"),
            weight=FIRST_STEP,
        )


def basis_to_sign(actor: Actor, today: date) -> Iterator[NowItem]:
    """Orders on processing that are made and not yet signed: the list does not wait for them, the law does."""
    bases = ProcessingBasis.objects.in_force().filter(organization_id__in=actor.organizations_as(*KEEPERS))
    unsigned = bases.filter(document__state__in=tuple(UNSIGNED_WORDS))
    for basis in unsigned.select_related("organization", "document").order_by("recorded_on", "pk"):
        if basis.document is not None:
            yield NowItem(
                verb="Подписать приказ об обработке данных",
                who=_named(actor, basis.organization),
                reason=UNSIGNED_WORDS[basis.document.state],
                button="Открыть",
                url=reverse("documents:document_detail", args=[basis.document.public_id]),
                weight=UNSIGNED,
            )


def list_to_load(actor: Actor, today: date) -> Iterator[NowItem]:
    """The first list of every organisation with a basis and with nobody in it."""
    recorded = ProcessingBasis.objects.in_force().filter(organization=OuterRef("pk"))
    people = Employment.objects.filter(organization=OuterRef("pk"))
    for organization in selectors.organizations_to_keep(actor).filter(Exists(recorded), ~Exists(people)):
        yield NowItem(
            verb="Загрузить список педагогов",
            who=_named(actor, organization),
            reason="По стажу, должности и категории система предложит, кому нужен наставник.",
            button="Загрузить",
            url=_for(actor, organization, "staff:import_upload"),
            weight=SECOND_STEP,
        )


def errors_to_mend(actor: Actor, today: date) -> Iterator[NowItem]:
    """Rows left out of the last load, until they are mended or settled."""
    for loaded in selectors.last_applied(actor.organizations_as(*KEEPERS)):
        if loaded.has_open_errors:
            rows = counted(loaded.left_out, "строка", "строки", "строк")
            yield NowItem(
                verb="Исправить строки списка",
                who=_named(actor, loaded.organization),
                reason=f"Осталось вне списка: {rows} файла «{loaded.file_name}».",
                button="Посмотреть",
                url=reverse("staff:import_detail", args=[loaded.public_id]),
                weight=LEFT_OVER,
            )


def gone_to_decide(actor: Actor, today: date) -> Iterator[NowItem]:
    """People whom the last list did not name."""
    marked = Q(employments__gone_since__isnull=False, employments__dismissed_on=None)
    organizations = selectors.organizations_to_keep(actor).annotate(gone=Count("employments", filter=marked))
    for organization in organizations.filter(gone__gt=0):
        people = counted(organization.gone, "человека", "человек", "человек")
        yield NowItem(
            verb="Решить, кто работает",
            who=_named(actor, organization),
            reason=f"В последнем списке нет {people}: отметьте увольнение или снимите отметку.",
            button="Посмотреть",
            url=_for(actor, organization, "staff:employment_list", show="gone"),
            weight=LEFT_OVER,
        )


RESOLVERS = {
    "staff.basis": basis_to_record,
    "staff.basis_paper": basis_to_sign,
    "staff.list": list_to_load,
    "staff.errors": errors_to_mend,
    "staff.gone": gone_to_decide,
}


def _named(actor: Actor, organization: Organization) -> str:
    """The organisation, where the actor has several."""
    return organization.short_name if len(actor.organization_ids) > 1 else ""


def _for(actor: Actor, organization: Organization, url_name: str, *, show: str = "") -> str:
    params = [f"show={show}"] if show else []
    if len(actor.organization_ids) > 1:
        params.append(f"organization={organization.public_id}")
    return reverse(url_name) + (f"?{'&'.join(params)}" if params else "")
