"""The page of a planned list: tabs with counts, rows of one tab, what may be done."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from mentoring.core.wording import counted
from mentoring.staff.choices import ImportState
from mentoring.staff.imports.decisions import (
    AGAIN,
    CHANGED,
    DOUBTFUL,
    ERROR,
    NEW,
    SKIPPED,
    UNCHANGED,
    Decided,
    all_decided,
    marks_gone,
)
from mentoring.staff.imports.fields import NEEDED_LATER, Role
from mentoring.staff.imports.stored import CandidateJson, GoneJson, ProblemJson, RowJson
from mentoring.staff.models import Employment, StaffImport
from mentoring.staff.selectors.imports import FIELD_TITLES, FieldChange, field_change, in_words
from mentoring.ui.shapes import Link

TABS: Final = {
    "new": "Новые",
    "changed": "Изменятся",
    "doubtful": "Вопросы",
    "errors": "Ошибки",
    "unchanged": "Без изменений",
    "gone": "Нет в файле",
    "columns": "Столбцы",
    "warnings": "Замечания",
}
TEMPLATES: Final = {name: name for name in ("doubtful", "errors", "gone", "columns", "warnings")}
NOTES: Final = {
    "changed": "Пустая ячейка ничего не стирает: чего нет в файле, остаётся как было.",
    "unchanged": "Эти люди уже в списке, и файл не говорит о них ничего нового.",
}
EMPTY: Final = {
    "new": "Новых людей в файле нет.",
    "changed": "Ни у кого ничего не меняется.",
    "unchanged": "Людей без изменений нет.",
}
SHOWN_OF_NEW: Final = ("subject", "category", "hired_on", "teaching_experience_months", "birth_date")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """A row of a tab."""

    row: RowJson
    place: str
    facts: Sequence[tuple[str, str]] = ()
    changes: Sequence[FieldChange] = ()
    choice: str = ""
    answers: Sequence["Answer"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One way to settle a doubtful row."""

    value: str
    title: str
    note: str = ""
    changes: Sequence[FieldChange] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """Everything the page of a planned list shows but the rows of its pager."""

    tab: str
    tabs: Sequence[Link]
    button: str
    undecided: int
    marks_gone: bool
    lines: Sequence[object]
    refused: Sequence[str]
    unread: Sequence[tuple[str, str]]
    template: str
    title: str
    facts_title: str
    note: str
    empty: str


def plan_page(loaded: StaffImport, *, tab: str, url: str) -> PlanPage:
    """Compose the page; the plan is read from the row, nothing else is asked but the size of the staff."""
    known = Employment.objects.filter(organization_id=loaded.organization_id, dismissed_on=None).count()
    counts = {**loaded.counts, "columns": len(loaded.plan["columns"])}
    tab = tab if tab in TABS else _first_tab(loaded)
    shown = [name for name in TABS if counts.get(name) or name == tab]
    marks = marks_gone(loaded.plan, loaded.choices, known=known)
    return PlanPage(
        tab=tab,
        tabs=[
            Link(title=TABS[name], url=f"{url}?tab={name}", count=counts.get(name), current=name == tab)
            for name in shown
        ],
        button=_button(counts, marks=marks),
        undecided=counts["doubtful"],
        marks_gone=marks,
        lines=LINES[tab](loaded),
        refused=[column["header"] for column in loaded.plan["columns"] if column["role"] == Role.REFUSED],
        unread=_unread(loaded),
        template=f"staff/plan/{TEMPLATES.get(tab, 'rows')}.html",
        title=TABS[tab],
        facts_title="Было — стало" if tab == "changed" else "Что прочитано",
        note=NOTES.get(tab, ""),
        empty=EMPTY.get(tab, ""),
    )


def place_of(row: RowJson) -> str:
    """«Лист «Педагоги», строка 12»."""
    return f"Лист «{row['sheet']}», строка {row['row']}"


def summary(loaded: StaffImport) -> str:
    """What the list did or would do, in one line."""
    counts = loaded.counts
    is_coming = loaded.state == ImportState.PLANNED
    changed = ("изменится", "изменятся", "изменятся") if is_coming else ("изменился", "изменились", "изменились")
    said = [
        (counts.get("new", 0), ("новый", "новых", "новых")),
        (counts.get("changed", 0), changed),
        (counts.get("unchanged", 0), ("без изменений", "без изменений", "без изменений")),
        (counts.get("errors", 0), ("строка с ошибкой", "строки с ошибками", "строк с ошибками")),
    ]
    return ", ".join(counted(number, *words) for number, words in said if number) or "В файле никого не нашлось"


def _button(counts: Mapping[str, int], *, marks: bool) -> str:
    """The words on the main button; none when the list would do nothing."""
    number = counts["new"] + counts["changed"]
    if number:
        return f"Загрузить {number}"
    return "Отметить, кого нет в файле" if marks and counts["gone"] else ""


def _unread(loaded: StaffImport) -> list[tuple[str, str]]:
    """What no column was read as, and what waits without it; a list in which nobody was found says enough already."""
    if not loaded.plan["rows"]:
        return []
    read = {column["field"] for column in loaded.plan["columns"]}
    return [told for fields, told in NEEDED_LATER.items() if not read & fields]


def _first_tab(loaded: StaffImport) -> str:
    """Where a person looks first: nobody found — the columns; then questions, errors, and what is to be loaded."""
    if not loaded.plan["rows"]:
        return "columns"
    order = ("doubtful", "errors", "new", "changed", "gone", "unchanged")
    return next((name for name in order if loaded.counts.get(name)), "unchanged")


def _rows(*statuses: str) -> Callable[[StaffImport], list[object]]:
    def lines(loaded: StaffImport) -> list[object]:
        rows = all_decided(loaded.plan, loaded.choices)
        return [_line(one, loaded.choices.get(one.row["id"], "")) for one in rows if one.status in statuses]

    return lines


def _line(one: Decided, choice: str) -> PlanLine:
    person = one.row["person"]
    facts = [(FIELD_TITLES[name], in_words(name, person[name])) for name in SHOWN_OF_NEW if name in person]
    return PlanLine(
        row=one.row,
        place=place_of(one.row),
        facts=facts,
        changes=[field_change(change) for change in one.changes],
        choice=choice,
        answers=_answers(one.row) if one.row["status"] == DOUBTFUL else (),
    )


def _doubtful(loaded: StaffImport) -> list[object]:
    """Rows with a question: those that wait first, then those that are answered."""
    rows = [one for one in all_decided(loaded.plan, loaded.choices) if one.row["status"] == DOUBTFUL]
    rows.sort(key=lambda one: one.status != DOUBTFUL)
    return [_line(one, loaded.choices.get(one.row["id"], "")) for one in rows]


def _answers(row: RowJson) -> list[Answer]:
    return [
        *(_answer(candidate) for candidate in row["candidates"]),
        Answer(value="other", title="Это другой человек", note="Будет добавлен как новый."),
        Answer(value="skip", title="Пропустить", note="Строка не загрузится."),
    ]


def _answer(candidate: CandidateJson) -> Answer:
    again = "Будет принят(а) снова." if candidate["is_former"] else ""
    return Answer(
        value=f"same:{candidate['key']}",
        title=f"Это он(а): {candidate['name']}",
        note=". ".join(part for part in (candidate["note"], again) if part),
        changes=[field_change(change) for change in candidate["changes"]],
    )


def _gone(loaded: StaffImport) -> list[object]:
    found: list[GoneJson] = loaded.plan["gone"]
    return list(found)


def _warnings(loaded: StaffImport) -> list[object]:
    found: list[ProblemJson] = loaded.plan["warnings"]
    return list(found)


def _columns(loaded: StaffImport) -> list[object]:
    """Columns are shown by their form."""
    return []


LINES: Final[dict[str, Callable[[StaffImport], list[object]]]] = {
    "new": _rows(NEW, AGAIN),
    "changed": _rows(CHANGED),
    "doubtful": _doubtful,
    "errors": _rows(ERROR),
    "unchanged": _rows(UNCHANGED, SKIPPED),
    "gone": _gone,
    "columns": _columns,
    "warnings": _warnings,
}
