"""Headers as schools write them, in the order in which they are tried; the first rule that fits decides.

A header is compared in small letters, with ё as е, without punctuation; the levels of a header of several rows are
joined by « : ». `exact` headers win over others when two columns claim the same field.
"""

import re
from dataclasses import dataclass

from mentoring.staff.imports.fields import Field, Role


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of headers and what a column under such a header holds."""

    pattern: re.Pattern[str]
    field: Field | None = None
    role: Role = Role.LOADED
    is_exact: bool = False
    is_weak: bool = False  # the word may as well stand in a cell of the list: «учитель» is a position too
    otherwise: Field | None = None  # when another column has taken the field


def exact(pattern: str, *, field: Field, otherwise: Field | None = None) -> Rule:
    """Make a rule for whole headers."""
    return Rule(re.compile(rf"(?:{pattern})\Z"), field, is_exact=True, otherwise=otherwise)


def similar(pattern: str, *, field: Field) -> Rule:
    """Make a rule for headers that contain something."""
    return Rule(re.compile(rf".*(?:{pattern})"), field)


def without_field(pattern: str, *, role: Role) -> Rule:
    """Make a rule for headers of columns that are not loaded."""
    return Rule(re.compile(rf".*(?:{pattern})"), role=role)


NAME_OF_OTHERS = (
    r"наставн|наставляем|руководител|директор|ребен|детей|ученик|учащ|обучающ|родител|воспитанник|законн|супруг|куратор"
)
FORMER_NAME = r"(прежн|предыдущ|девич|стар|добрачн)\w* (фамили|имя|фио)|фио до "

FULL_NAME = (
    r"(полное )?фио|фамилия имя( и)? отчество|фамилия и имя отчество|фамилия имя|фамилия и имя|фамилия (и )?инициалы"
    r"|фамилия и о|полное имя|имя сотрудника|сотрудники?|работники?|физическ\w+ лиц\w+|физлицо|кадры"
    r"|пед\w* работник(и)?|педагог\w* работники?|педагоги|состав педагогов|список (педагогов|работников|сотрудников)"
    r"|фио : фио|(фио|фамилия имя отчество) .*(педагог|работник|сотрудник|учител|воспитател|преподавател)\w*"
)
REFUSED = (
    r"снилс|страхов\w+ номер|\bспс\b|паспорт|удостоверя|серия|\bинн\b|прописк|регистрац|место жительств|место рождения"
    r"|\b(домашн\w+|почтов\w+) адрес|адрес (прожив|мест|факт|дом)|\bадрес( : .*)?\Z|полис|\bомс\b|\bбанк|расчетн\w+ сч"
    r"|лицев\w+ сч|номер карты|семейн\w+ полож|национальн|вероисповед|инвалид|судимост|медицин|медкниж|медосмотр"
    r"|диагноз|прививк|состояние здоровья|воинск|военн\w+ (учет|билет)|военнообяз"
)
EMAIL = (
    r"e ?m[aа]il|е ?(mail|майл|мейл)|[еэи]ме?[ий]л|электронн\w+ (почт|адрес)|\bэл\w* (почт|адрес)|\bпочта\b"
    r"|адрес электронн"
)
CONTACTS = (
    r"(телефон|\bтел\b|моб)\w* .*(почт|mail|\bэл)|(почт|mail)\w* .*(телефон|\bтел\b)"
    r"|^контакт\w*( данн\w+| информац\w+)?\Z"
)
POSITION_OF_OTHER_WORK = (
    r"должност\w* .*(совмест|совмещ|дополнит|прежн|внутр|диплом)|(прежн|совмещ\w*|дополнительн|втор)\w* должност"
    r"|(дата|приказ|с какого|срок|время|стаж|оклад|категори)\w* .*должност"
)
EXPERIENCE_ELSEWHERE = (
    r"стаж\w* .*(\b(в|на) (данн|эт|наш|тек|послед|оо\b|оу\b|доу|доо|мбоу|мбдоу|мадоу|маоу|школ|сад|гимнази|лице|учрежд"
    r"|организ|орг\b|должн|заним)|по (занимаемой )?должн|руковод|управл|администр|непрерывн|выслуг|государств|муниципал"
    r"|страхов)"
    r"|(начал|с какого)\w* .*стаж|стаж : (в|на) (оо|доу|учрежд|организ|школ|должн|данн)"
)
TEACHING_EXPERIENCE = (
    r"(пед|педагог\w*|преподав\w*|учительск\w*|воспитательск\w*) .*стаж|стаж.* (пед|педагог|преподав|учител)"
    r"|стаж.* (по|в) (специальност|сфере|профессион)|педстаж"
)
NEXT_ATTESTATION = (
    r"(категор|аттест|квал)\w*.*(действу|действительн|оконч|истеч|до\b|следующ|планир|очередн|предстоящ)"
    r"|(срок|окончан|следующ|планир|очередн|предстоящ|истечен)\w*.*(категор|аттест)"
)
CATEGORY_DATE = (
    r"(дата|год|когда)\b.*(категор|аттест|присво|установл)"
    r"|(категор|аттест|квал)\w*.* : .*(дата|год|присво|установл|когда)|аттест\w* .*(дата|год)"
)
CATEGORY_WITH_DATE = r"(кв\w* |квалификационная )?(категория|кат)( и)? (дата|год|срок|когда)[^:]*"
HIRED = (
    r"(дата|год|когда|с какого|день)\b.*(прием|принят|поступ|трудоустр|зачисл|начал\w* работ)|трудоустройств"
    r"|(дата|день) приема|работает с\b|в (оо|оу|доу|школе|организации|учреждении|саду) с\b|принята?( на работу)?\b"
    r"|прием( на работу)?( : дата)?\Z|\bначало работы"
)
ORDER = r"(номер|№|n|реквизит\w*)( и дата)? (приказ|распоряж)"
WORK_CONDITIONS = (
    r"совместит|условия( работы| привлечения| занятости| приема)?\Z|основн\w* место|основной|характер работы"
    r"|(вид|тип|форма) (занятости|работы|трудоустройства|приема)|внешний|\bштатн\w+( работник| сотрудник)?\Z"
)
SKIPPED = (
    r"\A(№|номер|n|п п|п н|nn|#)|\bп п\b|табел|\bтаб\b|образован|учебн\w+ заведен|\bвуз\b|специальн|квалификац|диплом"
    r"|год оконч|наград|звани|знак|степень|поощрен|курс|\bпк\b|переподг|примечан|комментар|нагрузк|\bчас|классн"
    r"|класс\w*\Z|кабинет|оклад|зарплат|приказ|причина|отпуск|подразделен|отдел|стаж|должност|фото|подпись"
)
POSITION = r"(занимаем\w* |основн\w* |штатн\w* )?должность( .*)?|наименование должности.*|должности( .*)?|профессия"

RULES: tuple[Rule, ...] = (
    without_field(FORMER_NAME, role=Role.SKIPPED),
    without_field(r"что исправить", role=Role.SKIPPED),
    similar(CONTACTS, field=Field.CONTACTS),
    similar(EMAIL + r"( : .*)?\Z", field=Field.EMAIL),
    without_field(REFUSED, role=Role.REFUSED),
    similar(EMAIL, field=Field.EMAIL),
    similar(r"телефон|\bтел\b|\bмоб\b|мобильн|сотов|\bтлф\b|номер тел", field=Field.PHONE),
    exact(r"фамилия имя : отчество", field=Field.FULL_NAME),
    exact(r"(.* : )?фамилия|фам", field=Field.LAST_NAME),
    exact(r"(.* : )?имя", field=Field.FIRST_NAME),
    exact(r"(.* : )?(отчество( при наличии)?|отч)", field=Field.PATRONYMIC),
    exact(r"(.* : )?(имя( и)? отчество|имя отч|и о)", field=Field.GIVEN_NAMES),
    exact(FULL_NAME, field=Field.FULL_NAME),
    Rule(re.compile(r"(учител[ья]|воспитател[ья]|преподавател[ья]|педагог)\Z"), Field.FULL_NAME, is_weak=True),
    without_field(rf"(фио|имя|фамилия)\b.*(?:{NAME_OF_OTHERS})|(?:{NAME_OF_OTHERS}).*\bфио\b", role=Role.UNKNOWN),
    similar(r"^(фио|фамилия имя)\b", field=Field.FULL_NAME),
    exact(r"дата рождения|год рождения|число месяц год рождения|др|д р|г р", field=Field.BIRTH_DATE),
    similar(r"рожд|\bд р\b|\bг р\b", field=Field.BIRTH_DATE),
    exact(r"пол", field=Field.GENDER),
    without_field(r"(причин|основан|приказ)\w* .*увольн", role=Role.SKIPPED),
    similar(r"увольн|уволен|дата выбытия", field=Field.DISMISSED_ON),
    similar(
        r"^статус( (работника|сотрудника|работы))?\Z|работает уволен|состояние( сотрудника)?\Z", field=Field.WORK_STATUS
    ),
    without_field(EXPERIENCE_ELSEWHERE, role=Role.SKIPPED),
    similar(r"стаж[^:]* общ[^:]* пед", field=Field.BOTH_EXPERIENCE),
    similar(TEACHING_EXPERIENCE, field=Field.TEACHING_EXPERIENCE),
    exact(r"общий( трудовой)? стаж( работы)?|стаж( работы)? общий|стаж : общий.*", field=Field.TOTAL_EXPERIENCE),
    similar(
        r"(общ|трудов|всего|полн)\w* .*стаж|стаж.* (общ|трудов|всего|итого)|^стаж( работы)?( \d.*)?\Z|стаж : лет",
        field=Field.TOTAL_EXPERIENCE,
    ),
    without_field(NEXT_ATTESTATION, role=Role.SKIPPED),
    Rule(re.compile(rf"(?!.*дата\b.*(?:присво|установ|прием|аттест)).*(?:{ORDER})"), role=Role.SKIPPED),
    without_field(r"категори\w* (персонал|работник|должност|граждан)", role=Role.SKIPPED),
    exact(r"дата (присвоения|установления)( (кв\w* )?категории)?", field=Field.CATEGORY_ON),
    without_field(r"(дата|год) .*(зван|наград|степен|разряд)", role=Role.SKIPPED),
    exact(CATEGORY_WITH_DATE, field=Field.CATEGORY, otherwise=Field.CATEGORY_ON),
    similar(CATEGORY_DATE, field=Field.CATEGORY_ON),
    exact(r"(кв\w* |квалификационная )?категория|кв кат", field=Field.CATEGORY),
    similar(r"категори|\bкат\b|^(результат\w* |итог\w* )?аттестаци\w*\Z|\bкк\b", field=Field.CATEGORY),
    similar(HIRED, field=Field.HIRED_ON),
    without_field(POSITION_OF_OTHER_WORK, role=Role.SKIPPED),
    exact(r"(занимаемая )?должность", field=Field.POSITION),
    exact(POSITION, field=Field.POSITION),
    similar(WORK_CONDITIONS, field=Field.IS_MAIN),
    without_field(r"\bруб|оклад|зарплат|условия труда", role=Role.SKIPPED),
    similar(r"ставк|ставок|штатн\w+ единиц|\bдоля\b", field=Field.RATE),
    without_field(r"направлени\w* (подготовк|обучен)|предметн\w* (комисс|кафедр)|\bмо\b", role=Role.SKIPPED),
    exact(r"(преподаваемый |учебный )?предмет|предметы", field=Field.SUBJECT),
    similar(r"предмет|дисциплин|преподавае|направлени\w*( деятельн\w*| работы)?\Z|направленност", field=Field.SUBJECT),
    without_field(SKIPPED, role=Role.SKIPPED),
)

PUPIL_MARKS = re.compile(r".*(ученик|учащ|обучающ|воспитанник|родител|ребен|ребён|класс\Z|группа\Z)")
