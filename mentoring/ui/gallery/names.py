"""The longest words that pages must bear, and the day of the gallery."""

from datetime import UTC, date, datetime

TODAY = date(2026, 11, 23)
MOMENT = datetime(2026, 11, 23, 7, 5, tzinfo=UTC)
LONG_NAME = "Константинопольская-Преображенская Александрина Вячеславовна"
LONG_ROLE = "исполняющая обязанности заместителя директора по учебно-воспитательной работе"
LONG_PLACE = "муниципальное бюджетное дошкольное образовательное учреждение «Детский сад № 000» (демо)"
