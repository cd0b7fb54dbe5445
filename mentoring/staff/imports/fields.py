"""What a column of a staff list may hold."""

from enum import StrEnum


class Field(StrEnum):
    """What is loaded; the values stay, they stand in stored assignments of columns."""

    FULL_NAME = "full_name"
    LAST_NAME = "last_name"
    FIRST_NAME = "first_name"
    PATRONYMIC = "patronymic"
    GIVEN_NAMES = "given_names"
    GENDER = "gender"
    BIRTH_DATE = "birth_date"
    POSITION = "position"
    SUBJECT = "subject"
    CATEGORY = "category"
    CATEGORY_ON = "category_on"
    HIRED_ON = "hired_on"
    TOTAL_EXPERIENCE = "total_experience_months"
    TEACHING_EXPERIENCE = "teaching_experience_months"
    BOTH_EXPERIENCE = "total_and_teaching_experience"
    EMAIL = "email"
    PHONE = "phone"
    CONTACTS = "contacts"
    RATE = "rate"
    IS_MAIN = "is_main"
    DISMISSED_ON = "dismissed_on"
    WORK_STATUS = "work_status"


class Role(StrEnum):
    """What happens to a column."""

    LOADED = "loaded"
    SKIPPED = "skipped"  # known, and nothing here needs it
    REFUSED = "refused"  # must not be kept: its cells are never read
    UNKNOWN = "unknown"


FIELD_LABELS = {
    Field.FULL_NAME: "Фамилия, имя, отчество",
    Field.LAST_NAME: "Фамилия",
    Field.FIRST_NAME: "Имя",
    Field.PATRONYMIC: "Отчество",
    Field.GIVEN_NAMES: "Имя и отчество",
    Field.GENDER: "Пол",
    Field.BIRTH_DATE: "Дата или год рождения",
    Field.POSITION: "Должность",
    Field.SUBJECT: "Предмет",
    Field.CATEGORY: "Категория",
    Field.CATEGORY_ON: "Дата присвоения категории",
    Field.HIRED_ON: "Дата приёма",
    Field.TOTAL_EXPERIENCE: "Общий стаж",
    Field.TEACHING_EXPERIENCE: "Педагогический стаж",
    Field.BOTH_EXPERIENCE: "Стаж общий и педагогический вместе",
    Field.EMAIL: "Электронная почта",
    Field.PHONE: "Телефон",
    Field.CONTACTS: "Телефон и почта вместе",
    Field.RATE: "Ставка",
    Field.IS_MAIN: "Основное место или совместитель",
    Field.DISMISSED_ON: "Дата увольнения",
    Field.WORK_STATUS: "Работает или уволен",
}

NAME_FIELDS = frozenset({Field.FULL_NAME, Field.LAST_NAME})
WORK_FIELDS = frozenset(
    {
        *(Field.POSITION, Field.SUBJECT, Field.CATEGORY, Field.HIRED_ON, Field.RATE, Field.IS_MAIN),
        *(Field.TOTAL_EXPERIENCE, Field.TEACHING_EXPERIENCE, Field.BOTH_EXPERIENCE),
    }
)

# What the later steps stand on: any of the fields will do; the words say what waits without them.
NEEDED_LATER: dict[frozenset[Field], tuple[str, str]] = {
    frozenset({Field.POSITION}): ("должность", "без неё не составить программу и приказ"),
    frozenset({Field.TEACHING_EXPERIENCE, Field.TOTAL_EXPERIENCE, Field.BOTH_EXPERIENCE, Field.HIRED_ON}): (
        "стаж или дата приёма",
        "без них не предложить, кому нужен наставник и кто может им быть",
    ),
}
