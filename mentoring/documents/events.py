"""Sentences of this domain's events."""

EVENTS = {
    "documents.document.drafted": "Проект документа составлен",
    "documents.document.redrafted": "Проект документа составлен заново",
    "documents.document.printed": "Документ напечатан",
    "documents.document.registered": "Документу присвоены номер и дата",
    "documents.document.signed": "Отмечена подпись",
    "documents.document.scanned": "Приложен скан",
    "documents.document.cancelled": "Документ отменён",
    "documents.document.ended": "Записан последний день действия документа",
    "documents.document.acquainted": "Отмечено ознакомление под подпись",
    "documents.register.exported": "Реестр документов выгружен в таблицу",
    "documents.file.stored": "Файл загружен",
    "documents.file.forgotten": "Файл, который никуда не приложили, удалён",
    "documents.local_act.added": "Локальный акт записан",
    "documents.local_act.changed": "Реквизиты локального акта исправлены",
    "documents.local_act.ended": "Локальный акт утратил силу",
}
