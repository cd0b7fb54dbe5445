"""What a first draft of a programme is made from."""

from collections.abc import Callable
from datetime import date

from mentoring.core.dates import is_working_day
from mentoring.matching.models import Mentorship
from mentoring.matching.selectors.needs import shared_areas
from mentoring.organizations.models import Organization
from mentoring.programs.models import Program
from mentoring.programs.rules.breaks import usual_breaks
from mentoring.programs.rules.composing import Library, PairFacts
from mentoring.programs.rules.spread import free_days, spread
from mentoring.programs.rules.term import Term, default_term
from mentoring.programs.wording import form_title, kind_title
from mentoring.reference.books import UnknownCodeError, activities, activity, calendar, competencies
from mentoring.staff.models import Employment

USUAL_WEEKS = 3


def pair_facts(mentorship: Mentorship, *, day: date) -> PairFacts:
    """Facts of a pair; of the mentee's own request only the areas that she shares, never her words."""
    mentees = [mentee for mentee in mentorship.mentees.all() if mentee.is_live]
    people = [mentorship.mentor.person_id, *(mentee.person_id for mentee in mentees)]
    works = Employment.objects.filter(organization=mentorship.organization_id, person_id__in=people).working_on(day)
    titles = dict(works.order_by("-pk").values_list("person_id", "position_title"))
    needs = [mentee.need for mentee in mentees if mentee.need is not None]
    shared = shared_areas(mentorship.organization)
    areas = [area for need in needs for area in shared.get(need.pk, ())]
    return PairFacts(
        organization_type=mentorship.organization.type,
        ground=needs[0].ground if needs else "",
        areas=tuple(dict.fromkeys(areas)),
        form_title=form_title(mentorship.form),
        kind_titles=tuple(kind_title(code) for code in mentorship.kinds),
        mentor_position=titles.get(mentorship.mentor.person_id, ""),
        mentee_positions=tuple(titles[mentee.person_id] for mentee in mentees if mentee.person_id in titles),
        hours_per_month=mentorship.mentor.hours_per_month,
    )


def library_of(organization_type: str) -> Library:
    """The books of a type of organisation."""
    return Library(
        activities=activities(organization_type=organization_type),
        competencies=competencies(organization_type=organization_type),
    )


def usual_term(organization: Organization, *, today: date) -> Term:
    """The term that is proposed today."""
    return default_term(today, calendar=calendar(), week=organization.week_days)


def free_days_of(organization: Organization, term: Term) -> Callable[[date], bool]:
    """Which days of a term are neither days off nor vacations there."""
    breaks = usual_breaks(term.starts_on.year, term.ends_on.year, organization_type=organization.type)

    def working(day: date) -> bool:
        return is_working_day(day, calendar=calendar(), week=organization.week_days)

    return free_days(working=working, breaks=breaks)


def new_stretches(program: Program) -> dict[int, Term]:
    """Dates of every мероприятие spread over the programme's present term, by the key of the line."""
    term = Term(program.starts_on, program.ends_on)
    lines = list(program.items.filter(removed_at=None).order_by("position", "due_on", "pk"))
    if not lines:
        return {}
    weights = [_weeks(line.activity_code) for line in lines]
    stretches = spread(term, weights, is_free=free_days_of(program.organization, term))
    return {line.pk: stretch for line, stretch in zip(lines, stretches, strict=True)}


def _weeks(code: str) -> int:
    try:
        return activity(code).weeks if code else USUAL_WEEKS
    except UnknownCodeError:
        return USUAL_WEEKS
