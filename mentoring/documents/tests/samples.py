"""Made-up people and papers for tests and for looking at the forms."""

from datetime import date

from mentoring.core.wording import FullName, Gender, decline_position, gender_from_patronymic
from mentoring.documents.payloads import Employer, Labelled, Letterhead, PaperPerson, PlanLine, ProgramPaper
from mentoring.documents.payloads import program as program_paper
from mentoring.documents.payloads.orders import OrderedPair, OrderFrame
from mentoring.documents.payloads.people import paper_person
from mentoring.documents.payloads.program import ProgramSection, Side
from mentoring.documents.payloads.statements import WorkTerms

SCHOOL = Letterhead(
    full_name="Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 155»",
    short_name="МБОУ «СОШ № 155»",
    place="г. Барнаул",
    genitive="МБОУ «СОШ № 155»",
    founder="Комитет по образованию города Барнаула",
)
STARTS_ON, ENDS_ON = date(2026, 9, 1), date(2027, 5, 31)
NAMES = (
    ("Петров Андрей Андреевич", "учитель математики", "Иванова Мария Сергеевна", "учитель начальных классов"),
    ("Римская-Корсакова Александра Константиновна", "старший педагог дополнительного образования",
     "Преображенский-Воскресенский Всеволод Константинович", "педагог дополнительного образования"),
    ("Ткач Олег Львович", "педагог-психолог", "Ким Юлия", "социальный педагог"),
    ("Шевченко Любовь Павловна", "учитель-логопед", "Черных Илья Никитич", "тьютор"),
)  # fmt: skip


def person(name: str, position: str, gender: Gender | None = None) -> PaperPerson:
    """A person by a full name in one line."""
    last, first, *rest = name.split()
    patronymic = " ".join(rest)
    known = gender or gender_from_patronymic(patronymic) or Gender.FEMALE
    return paper_person(FullName(last, first, patronymic), gender=known, position=decline_position(position))


HEAD = person("Сидорова Ольга Ивановна", "директор")
CURATOR = person("Кузнецова Елена Викторовна", "заместитель директора по учебно-воспитательной работе")
SCHOOL_EMPLOYER = Employer(letterhead=SCHOOL, head=HEAD)
FRAME = OrderFrame(
    employer=SCHOOL_EMPLOYER,
    curator=CURATOR,
    basis=(
        "статьёй 351.8 Трудового кодекса Российской Федерации",
        "Положением о наставничестве педагогических работников (утверждено приказом от 30 августа 2025 г. № 112)",
    ),
    grounds=("решения совета наставников (протокол от 28 августа 2026 г. № 1)",),
)
TERMS = WorkTerms(
    content="помощь в планировании уроков, взаимное посещение занятий, разбор затруднений, консультации",
    starts_on=STARTS_ON,
    ends_on=ENDS_ON,
    form="педагог — педагог",
    kinds=("традиционное", "ситуационное"),
    hours="2 часа в неделю, очно",
    payment="стимулирующая выплата 3000 руб. в месяц; основание — Положение об оплате труда, пункт 4.7",
)


def ordered_pairs(count: int) -> tuple[OrderedPair, ...]:
    """Pairs of an order; every fifth one is a group."""
    pairs = []
    for index in range(count):
        mentor, mentor_position, mentee, mentee_position = NAMES[index % len(NAMES)]
        mentees = [person(mentee, mentee_position)]
        if index % 5 == 4:
            mentees.append(person("Белых Анна Олеговна", "воспитатель"))
        pairs.append(
            OrderedPair(
                mentor=person(mentor, mentor_position),
                mentees=tuple(mentees),
                form="педагог — педагог",
                kinds=("традиционное", "ситуационное"),
                area="урочная и внеурочная деятельность",
                starts_on=STARTS_ON,
                ends_on=ENDS_ON,
            )
        )
    return tuple(pairs)


def program(lines: int = 8) -> ProgramPaper:
    """A programme with a plan of so many lines."""
    mentor, mentee = person(*NAMES[0][:2]), person(*NAMES[0][2:])
    return ProgramPaper(
        letterhead=SCHOOL,
        subtitle="с 1 сентября 2026 г. по 31 мая 2027 г.",
        considered=program_paper.considered("на заседании совета наставников", minutes="протокол от 28.08.2026 № 1"),
        agreed=program_paper.agreed(CURATOR),
        approved=program_paper.approved(SCHOOL_EMPLOYER),
        facts=(
            Labelled(label="Наставник", text=mentor.nominative),
            Labelled(label="Наставляемый", text=mentee.nominative),
            Labelled(label="Форма, виды", text="педагог — педагог; традиционное и ситуационное"),
            Labelled(label="Направление", text="урочная и внеурочная деятельность"),
            Labelled(label="Встречи", text="по вторникам после 6-го урока, очно; между встречами — по телефону"),
        ),
        sections=(
            ProgramSection(title="Цель", lines=("Уверенно проводить уроки по обновлённым стандартам.",)),
            ProgramSection(title="Задачи", lines=("Планировать урок от результата.", "Работать в разном темпе.")),
            ProgramSection(title="Ожидаемые результаты и критерии", lines=("Три открытых урока за год.",)),
        ),
        plan=tuple(
            PlanLine(
                number=str(number),
                activity="Посещение урока наставника с последующим разбором по листу наблюдения",
                aim="Планирование урока; удержание внимания класса",
                term="сентябрь 2026 г.",
                who="наставник, наставляемый",
                result="Два приёма опробованы на своих уроках",
            )
            for number in range(1, lines + 1)
        ),
        sides=(Side(role="Наставник", initials=mentor.initials), Side(role="Наставляемый", initials=mentee.initials)),
    )
