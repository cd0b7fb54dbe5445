"""Why the fields of this domain are kept and for how long."""

from mentoring.core.personal import DataClass, PersonalField

WORK = PersonalField(DataClass.WORKING, "кому нужен наставник и кто может им быть", "пока работает и 5 лет")
CONTACT = PersonalField(DataClass.WORKING, "связаться по делам наставничества", "пока работает")
LIST = PersonalField(DataClass.WORKING, "загрузка списка педагогов и её отмена", "90 дней")
