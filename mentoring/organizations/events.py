"""Sentences of this domain's events."""

EVENTS = {
    "organizations.territory.added": "Территория добавлена",
    "organizations.territory.changed": "Территория изменена",
    "organizations.organization.registered": "Организация внесена в реестр",
    "organizations.organization.renamed": "Наименование изменено",
    "organizations.organization.changed": "Реквизиты изменены",
    "organizations.organization.merged": "Организация присоединена к другой",
    "organizations.organization.closed": "Организация закрыта",
    "organizations.register.exported": "Реестр организаций выгружен в таблицу",
    "organizations.installation.created": "Система создана",
    "organizations.installation.changed": "Настройки системы изменены",
}
