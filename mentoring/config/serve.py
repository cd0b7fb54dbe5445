"""`mentoring serve`: web, worker and schedule under one supervisor."""

import argparse
import os
import socket
import sys
import threading
import time

from mentoring.config import supervisor
from mentoring.core.web_address import is_local

STEP_SECONDS = 0.1
EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104  # compared, not bound


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("serve", help="запустить сайт и фоновую работу")
    parser.add_argument("--host", default=os.environ.get("HOST", "127.0.0.1"))
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
    parser.add_argument("--workers", type=int, default=int(os.environ.get("MENTORING_WEB_WORKERS", "2")))
    parser.set_defaults(run=serve)


def serve(options: argparse.Namespace) -> int:
    """Prepare the database and static files, then run until Ctrl-C."""
    if not _is_free(options.host, options.port):
        sys.stderr.write(
            f"Порт {options.port} занят другой программой: задайте другой, например PORT={options.port + 1}.\n"
        )
        return 2
    shown = f"http://{options.host}:{options.port}"
    os.environ.setdefault("MENTORING_OWN_URL", shown)
    _prepare()
    address = use_stored_address()
    words = f"Наставничество работает: {shown} (ключи доступа — на http://localhost:{options.port}). Ctrl-C — стоп.\n"
    words += about_others(address, options.host)
    threading.Thread(target=_tell_when_up, args=(options.host, options.port, words), daemon=True).start()
    return supervisor.run({"web": _web(options), "worker": [sys.executable, "-m", "mentoring.config.worker"]})


def _tell_when_up(host: str, port: int, words: str) -> None:
    """Say that the site works once it answers: a link opened earlier would show nothing."""
    while not _answers("127.0.0.1" if host in EVERYWHERE else host, port):
        time.sleep(STEP_SECONDS)
    sys.stdout.write(words)
    sys.stdout.flush()


def _answers(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False


def _web(options: argparse.Namespace) -> list[str]:
    return [
        sys.executable,
        "-m",
        "granian",
        "mentoring.config.wsgi:application",
        "--interface",
        "wsgi",
        "--host",
        options.host,
        "--port",
        str(options.port),
        "--workers",
        str(options.workers),
        "--blocking-threads",
        "4",
        "--log-level",
        "warning",
        "--workers-kill-timeout",
        "5",
    ]


def _prepare() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)


def use_stored_address() -> str:
    """Hand the address written in the system to the processes that are to start; the environment wins."""
    from mentoring.organizations.selectors import public_address

    address = public_address()
    os.environ["MENTORING_OWN_URL"] = address
    return address


def about_others(address: str, host: str) -> str:
    """Warn when other computers are told of an address at which nobody answers."""
    if is_local(address) or not is_local(f"http://{host}") or host in EVERYWHERE:
        return ""
    return f"Для других указан адрес {address}, а сайт слышит только этот компьютер: нужен прокси или HOST=0.0.0.0.\n"


def _is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True
