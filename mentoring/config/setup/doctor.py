"""The health of an installation: one line a check."""

import shutil
import stat
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from mentoring.config.setup.place import NETWORK_KINDS, kind_of_place, wrong_pragmas
from mentoring.core import clock
from mentoring.core.models import Job
from mentoring.core.wording import counted
from mentoring.organizations.selectors import the_installation

LEAST_FREE_BYTES: Final = 1024**3
LONGEST_WAIT: Final = timedelta(minutes=15)
OWNER_ONLY: Final = 0o600


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one check."""

    is_good: bool
    sentence: str


Check = Callable[[], Finding]


def examine() -> list[Finding]:
    """Run every check; what needs the tables is left out where they are not all there."""
    findings = [_database(), _key_file(), _disk(), _place(), _mail()]
    if not findings[0].is_good:
        return findings
    findings += [_pragmas(), _migrations()]
    if not findings[-1].is_good:
        return findings
    checks: tuple[Check, ...] = (_cache, _queue, _dead_jobs, _installation)
    return [*findings, *(check() for check in checks)]


def _database() -> Finding:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return Finding(False, "база данных не отвечает — проверьте DATABASE_URL или папку MENTORING_DATA.")
    return Finding(True, f"база данных отвечает ({connection.vendor}).")


def _pragmas() -> Finding:
    if connection.vendor != "sqlite":
        return _postgresql()
    wrong = wrong_pragmas()
    if wrong:
        return Finding(
            False, f"настройки базы не те ({wrong}) — данные могут пропасть при сбое, перезапустите систему."
        )
    return Finding(True, "журнал, запись и внешние ключи базы включены.")


def _postgresql() -> Finding:
    wrong = []
    with connection.cursor() as cursor:
        for name in ("fsync", "full_page_writes", "synchronous_commit"):
            cursor.execute(f"SHOW {name}")
            (value,) = cursor.fetchone()
            if value == "off":
                wrong.append(name)
    if wrong:
        return Finding(
            False, f"на сервере базы выключено {', '.join(wrong)} — включите, иначе данные пропадут при сбое."
        )
    return Finding(True, "запись базы на диск включена.")


def _migrations() -> Finding:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        words = counted(len(waiting), "изменение", "изменения", "изменений")
        return Finding(False, f"схема базы отстала на {words} — выполните «mentoring manage migrate».")
    return Finding(True, "схема базы соответствует программе.")


def _place() -> Finding:
    kind = kind_of_place(Path(settings.DATA_DIR))
    if kind in NETWORK_KINDS and connection.vendor == "sqlite":
        return Finding(False, f"папка данных на сетевом диске ({kind}) — перенесите её на местный.")
    return Finding(True, f"папка данных {settings.DATA_DIR} на местном диске.")


def _key_file() -> Finding:
    path = Path(settings.DATA_DIR) / "secret_key"
    if not path.exists():
        return Finding(True, "секретный ключ задан переменной MENTORING_SECRET_KEY.")
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode != OWNER_ONLY:
        return Finding(False, f"файл ключа {path} доступен не только владельцу ({mode:o}) — выполните chmod 600.")
    return Finding(True, "файл секретного ключа доступен только владельцу.")


def _disk() -> Finding:
    free = shutil.disk_usage(settings.DATA_DIR).free
    words = f"{free / 1024**3:.1f}".replace(".", ",") + " ГБ"
    if free < LEAST_FREE_BYTES:
        return Finding(False, f"на диске осталось {words} — освободите место, нужно не меньше 1 ГБ.")
    return Finding(True, f"на диске свободно {words}.")


def _cache() -> Finding:
    if "DatabaseCache" not in settings.CACHES["default"]["BACKEND"]:
        return Finding(True, "ограничения входа хранятся не в базе.")
    table = settings.CACHES["default"]["LOCATION"]
    if table not in connection.introspection.table_names():
        return Finding(False, "нет таблицы ограничений входа — выполните «mentoring manage createcachetable».")
    return Finding(True, "таблица ограничений входа на месте.")


def _queue() -> Finding:
    moment = clock.now()
    oldest = Job.objects.waiting().filter(not_before__lte=moment).order_by("not_before").first()
    if oldest is not None and moment - oldest.not_before > LONGEST_WAIT:
        minutes = int((moment - oldest.not_before).total_seconds() // 60)
        return Finding(False, f"очередь стоит {minutes} мин. — проверьте, что «mentoring serve» запущена.")
    return Finding(True, "очередь фоновой работы движется.")


def _dead_jobs() -> Finding:
    dead = Job.objects.given_up().count()
    if dead:
        words = counted(dead, "работа остановилась", "работы остановились", "работ остановилось")
        return Finding(False, f"{words} — откройте страницу «Фоновая работа» и повторите.")
    return Finding(True, "остановившейся фоновой работы нет.")


def _installation() -> Finding:
    installation = the_installation()
    if installation is None:
        return Finding(False, "система ещё не создана — выполните «mentoring setup».")
    words = "демонстрация" if installation.is_demo else installation.get_profile_display()
    factor = "обязателен" if installation.second_factor_required else "не обязателен"
    return Finding(True, f"система создана ({words}), второй фактор {factor}.")


def _mail() -> Finding:
    if not settings.EMAIL_HOST:
        return Finding(True, "почта не настроена: сообщения видны только на сайте.")
    return Finding(True, f"почта отправляется через {settings.EMAIL_HOST}.")
