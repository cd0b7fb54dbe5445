"""Sentences of this domain's events."""

EVENTS = {
    "people.person.created": "Карточка человека создана",
    "people.person.corrected": "Имя или данные исправлены",
    "people.person.renamed": "Имя изменилось, прежнее осталось в истории",
    "people.case_form.corrected": "Падежная форма имени исправлена",
    "people.case_form.reset": "Падежные формы возвращены к правилам",
}
