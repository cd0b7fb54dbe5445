"""Sentences of this domain's own events."""

EVENTS = {
    "audit.journal.exported": "Журнал выгружен в таблицу",
    "audit.job.repeated": "Остановленная фоновая работа запущена снова",
}
