"""Made-up things to do, numbers, facts and people side by side."""

from mentoring.ui import shapes
from mentoring.ui.gallery.names import LONG_NAME, LONG_ROLE

NEEDS = (
    shapes.Need(
        verb="Подписать согласие",
        person="Белоусова Вера, наставник",
        is_late=True,
        is_main=True,
        when="просрочено 2 дня",
        reason="Без него приказ о закреплении пары не готовится. Документ напечатан 19 ноября.",
        url="#",
        button="Отметить подпись",
    ),
    shapes.Need(
        verb="Выбрать наставника",
        person="Воронцова Дарья, воспитатель",
        when="до 27 ноября",
        url="#",
        button="Посмотреть двоих",
        reason="Ждёт 16 дней. По теме «поведение детей» в саду мест нет, в городе свободны двое.",
    ),
    shapes.Need(
        verb="Спросить, всё ли в порядке",
        person="Гречко и Дёмина",
        when="сегодня",
        url="#",
        button="Написать обеим",
        reason="Не встречались 15 дней, пропущены два мероприятия программы.",
        method="post",
    ),
    shapes.Need(
        verb="Проверить отчёт за осень",
        when="до 30 ноября",
        url="#",
        button="Открыть отчёт",
        reason="Заполнено из системы 46 из 52 ячеек. Осталось 6 и выводы.",
    ),
    shapes.Need(
        verb="Ознакомить с приказом",
        person=f"{LONG_NAME}, {LONG_ROLE}",
        when="до 4 декабря",
        url="#",
        button="Отметить",
    ),
)

NO_NEEDS: tuple[shapes.Need, ...] = ()

FIGURES = (
    shapes.Figure(label="Нужен наставник", value=7, meaning="одна ещё ждёт", url="#"),
    shapes.Figure(label="Пары работают", value=5, meaning="и одна группа из трёх", url="#"),
    shapes.Figure(label="Встреч за месяц", value=19, meaning="в прошлом было 14", url="#"),
    shapes.Figure(label="Программы в сроке", value="5 из 6", meaning="одна ждёт согласования", url="#"),
    shapes.Figure(label="Исполнение Положения", value="17 из 19", meaning="осталось: план, договор"),
)

FACTS = (
    shapes.Fact(
        label="Затруднения",
        sentence="дисциплина на уроке, самоанализ, работа с родителями; не закрыта: задания ВПР",
        points=36,
    ),
    shapes.Fact(label="Предмет", sentence="математика — математика", points=20),
    shapes.Fact(sign="partly", label="Время", sentence="вторник 14–16, четверг только по чётным неделям", points=15),
    shapes.Fact(sign="no", label="Место", sentence="разные корпуса, 12 минут пешком", points=4),
    shapes.Fact(sign="unknown", label="Нагрузка", sentence="ставка не указана в списке", points="—"),
)

NEXT_FACTS = (
    shapes.Fact(
        sign="next",
        label="завтра, 13:30",
        sentence="Встреча: разбираем открытый урок. Каб. 12",
        url="#",
        link="повестка",
    ),
    shapes.Fact(
        sign="next",
        label="до 28 ноября",
        sentence="Вы: записать три правила класса и попробовать на неделе",
        url="#",
        link="готово",
    ),
    shapes.Fact(sign="yes", label="16 ноября", sentence="Вера Ивановна пришла на урок в 5 «Б»"),
)

MENTOR = shapes.Side(
    role="Наставник", name="Белоусова Вера Ивановна", note="математика, 18 лет, высшая · место 2 из 2", url="#"
)

MENTEE = shapes.Side(
    role="Наставляемая", name="Воронцова Дарья Олеговна", note="математика, первый год · ждёт 16 дней", url="#"
)

FIRST = shapes.Side(
    role="Своя организация",
    name="Орлова Инна Петровна",
    note="воспитатель, 21 год, высшая",
    verdict="Ближе всего по темам",
    facts=FACTS[:3],
)

SECOND = shapes.Side(
    role="Другой сад", name=LONG_NAME, note="воспитатель, 9 лет, первая", verdict="Есть общее время", facts=FACTS[2:]
)
