"""Kinds of employment, breaks and states of an import."""

from django.db.models import TextChoices


class EmploymentKind(TextChoices):
    """Main place of work or a second one."""

    MAIN = "main", "основное место"
    SECONDARY = "secondary", "совместитель"


class BreakKind(TextChoices):
    """Why the work was interrupted; nothing about health."""

    CHILD_CARE = "child_care", "отпуск по уходу за ребёнком"
    LONG_LEAVE = "long_leave", "длительный отпуск"
    OTHER = "other", "иной перерыв"


class ImportState(TextChoices):
    """Life of a loaded list."""

    QUEUED = "queued", "читается"
    UNREADABLE = "unreadable", "не прочитан"
    PLANNED = "planned", "ждёт решения"
    APPLIED = "applied", "загружен"
    UNDONE = "undone", "загрузка отменена"
    DROPPED = "dropped", "не загружен"


class ExportPurpose(TextChoices):
    """What a list of people leaves the system for (matrix row 37)."""

    CHECK = "check", "сверить со штатным расписанием"
    MENTORING = "mentoring", "подобрать наставников, подготовить документы"
    REPORT = "report", "подготовить отчёт о наставничестве"
