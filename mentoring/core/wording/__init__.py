"""Right Russian for papers and pages: names and positions by case, plurals, dates, sums, search text."""

from mentoring.core.wording.cases import Case, CaseForms, Gender
from mentoring.core.wording.days import day_month, long_date, month_year, period, school_year_label, short_date
from mentoring.core.wording.names import (
    FullName,
    decline_name,
    decline_short_name,
    gender_from_patronymic,
    gender_of,
    initials,
    parse_full_name,
    surname_and_initials,
)
from mentoring.core.wording.normalize import (
    clean_spaces,
    comparison_key,
    has_foreign_letters,
    mend_lookalikes,
    normalize_name,
    search_text,
    sentence,
    title_case_name,
)
from mentoring.core.wording.numbers import (
    agree,
    by_gender,
    counted,
    experience,
    hours,
    number_sign,
    plural,
    quoted,
    rubles,
)
from mentoring.core.wording.numerals import in_words, rubles_in_words
from mentoring.core.wording.positions import decline_position

__all__ = [
    "Case",
    "CaseForms",
    "FullName",
    "Gender",
    "agree",
    "by_gender",
    "clean_spaces",
    "comparison_key",
    "counted",
    "day_month",
    "decline_name",
    "decline_position",
    "decline_short_name",
    "experience",
    "gender_from_patronymic",
    "gender_of",
    "has_foreign_letters",
    "hours",
    "in_words",
    "initials",
    "long_date",
    "mend_lookalikes",
    "month_year",
    "normalize_name",
    "number_sign",
    "parse_full_name",
    "period",
    "plural",
    "quoted",
    "rubles",
    "rubles_in_words",
    "school_year_label",
    "search_text",
    "sentence",
    "short_date",
    "surname_and_initials",
    "title_case_name",
]
