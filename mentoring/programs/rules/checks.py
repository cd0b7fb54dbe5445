"""What a programme lacks, in words: each мероприятие tied, dates inside the term, the term itself (R-1.7, R-4.1.3b)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from mentoring.core.wording import counted, short_date
from mentoring.programs.rules.term import Term, term_fault

FEWEST_ITEMS: Final = 3


@dataclass(frozen=True, slots=True)
class CheckedItem:
    """A мероприятие as the check sees it."""

    number: int
    title: str
    aimed_text: str
    starts_on: date | None
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedProgram:
    """A programme as the check sees it."""

    term: Term
    forms: Sequence[str] = ()
    kinds: Sequence[str] = ()
    area: str = ""
    aim: str = ""
    misfits: Sequence[str] = ()
    """Kinds that so many mentees cannot make."""
    goals: int = 0
    items: Sequence[CheckedItem] = field(default_factory=tuple)


def faults(program: CheckedProgram) -> list[str]:
    """Everything that must be mended before the programme can be agreed; empty when it is whole."""
    found = [term_fault(program.term.starts_on, program.term.ends_on), *_blanks(program)]
    if len(program.items) < FEWEST_ITEMS:
        found.append(f"В плане меньше трёх мероприятий (сейчас {len(program.items)}): добавьте из библиотеки или свои.")
    for item in program.items:
        found += _item_faults(item, program.term)
    return [fault for fault in found if fault]


def _blanks(program: CheckedProgram) -> list[str]:
    blanks = []
    if not program.forms or not program.kinds:
        blanks.append("Не выбраны форма и вид наставничества: выберите хотя бы по одному.")
    for kind in program.misfits:
        blanks.append(f"Вид «{kind}» не подходит по числу наставляемых: выберите другой.")
    if not program.area:
        blanks.append("Не выбрано направление: выберите одно из семи.")
    if not program.aim.strip():
        blanks.append("Не записана цель: напишите её одним-двумя предложениями.")
    if not program.goals:
        blanks.append("Нет ни одной задачи: добавьте хотя бы одну.")
    return blanks


def _item_faults(item: CheckedItem, term: Term) -> list[str]:
    name = f"Мероприятие № {item.number} («{_short(item.title)}»)"
    found = []
    if not item.aimed_text.strip():
        found.append(f"{name} не связано ни с затруднением, ни с сильной стороной: напишите, чему оно служит.")
    outside = [day for day in (item.starts_on, item.due_on) if day is not None and day not in term]
    if outside:
        found.append(f"{name}: дата {short_date(outside[0])} вне срока программы — измените её или срок.")
    return found


def _short(title: str) -> str:
    return title if len(title) <= 40 else title[:39].rstrip() + "…"


def outside_words(count: int) -> str:
    """«3 мероприятия вышли за новый срок»."""
    return f"{counted(count, 'мероприятие вышло', 'мероприятия вышли', 'мероприятий вышло')} за новый срок"
