"""Gender and grammatical cases as stored values."""

from django.db.models import TextChoices


class Gender(TextChoices):
    """Needed for the grammatical forms in papers; never guessed."""

    MALE = "male", "мужской"
    FEMALE = "female", "женский"


class Case(TextChoices):
    """The six cases."""

    NOMINATIVE = "nominative", "именительный"
    GENITIVE = "genitive", "родительный"
    DATIVE = "dative", "дательный"
    ACCUSATIVE = "accusative", "винительный"
    INSTRUMENTAL = "instrumental", "творительный"
    PREPOSITIONAL = "prepositional", "предложный"
