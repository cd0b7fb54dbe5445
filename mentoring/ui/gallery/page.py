"""What a page of the gallery is given."""

from collections.abc import Sequence

from mentoring.ui import shapes
from mentoring.ui.display import Display
from mentoring.ui.gallery import lists, names, pictures, work
from mentoring.ui.gallery.forms import ChoiceForm, PersonForm, empty_form, wrong_form
from mentoring.ui.gallery.names import LONG_NAME, LONG_PLACE, LONG_ROLE
from mentoring.ui.menu import Menu, MenuGroup, MenuLink

SECTIONS = {
    "buttons": "Кнопки и действия",
    "blocks": "Части страницы",
    "states": "Состояния и сообщения",
    "job": "Сейчас нужно и числа",
    "pair": "Двое рядом, факты",
    "time": "Время и ход работы",
    "charts": "Было и стало",
    "tables": "Таблицы и списки",
    "forms": "Поля",
    "form-errors": "Ошибки и конфликт в форме",
    "people": "Люди, файлы, история",
    "paper": "На бумаге",
    "words": "Слова",
}


def people_like(words: str) -> Sequence[shapes.Option]:
    """People whose names hold the words."""
    return [option for option in lists.PEOPLE if words.strip().lower() in option.title.lower()]


def examples() -> dict[str, object]:
    """Every example by its name in small letters, and forms made anew."""
    records = {
        name.lower(): value
        for module in (names, work, pictures, lists)
        for name, value in vars(module).items()
        if name.isupper()
    }
    chosen = {"form": "teacher", "kinds": ["classic"], "agree": True}
    return {
        **records,
        "form": empty_form(),
        "wrong_form": wrong_form(),
        "choice_form": ChoiceForm(initial=chosen, prefix="choices"),
        "small_form": PersonForm(prefix="small", auto_id="id_small_%s"),
    }


def example_menu() -> Menu:
    """The menu of a person with six posts: every group, long titles."""
    near = (
        MenuLink(title="Мой день", url="#", icon="sun", short="Мой день", current=True),
        MenuLink(title="Педагоги", url="#", icon="users", short="Педагоги", count=42),
        MenuLink(title="Пары", url="#", icon="handshake", short="Пары", count=6),
        MenuLink(title="Документы", url="#", icon="file-text", short="Документы"),
    )
    order = tuple(
        MenuLink(title=title, url="#", icon=icon, short=title)
        for title, icon in (
            ("Подбор", "arrow-left-right"),
            ("Программы", "list-checks"),
            ("Совет наставников", "users"),
        )
    )
    place = tuple(
        MenuLink(title=title, url="#", icon=icon, short=title)
        for title, icon in (("Внедрение", "route"), ("Исполнение Положения", "clipboard-list"))
    )
    far = (MenuGroup(title="Порядок", items=order), MenuGroup(title="Организация", items=place))
    return Menu(groups=(MenuGroup(title="", items=near), *far), near=near, far=far)


def gallery_page(section: str, *, display: Display) -> dict[str, object] | None:
    """What a page of the gallery is given; None for an unknown section. Without a section it shows all of them."""
    if section and section not in SECTIONS:
        return None
    shown = {section: SECTIONS[section]} if section else SECTIONS
    return {
        "x": examples(),
        "display": display,
        "menu": example_menu(),
        "who": shapes.Who(
            name=LONG_NAME,
            role=LONG_ROLE,
            organization=LONG_PLACE,
            profile_url="#",
            more_posts=("член совета наставников · школа № 000 (демо)", "наставник · школа № 000 (демо)"),
        ),
        "demo": True,
        "sections": [(name, title, f"ui/gallery/{name.replace('-', '_')}.html") for name, title in shown.items()],
        "all_sections": SECTIONS,
        "section": section,
    }
