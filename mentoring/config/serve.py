"""`mentoring serve`: web, worker and schedule under one supervisor."""

import argparse
import os
import socket
import sys

from mentoring.config import supervisor


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
    os.environ.setdefault("MENTORING_URL", f"http://{options.host}:{options.port}")
    _prepare()
    shown = f"http://{options.host}:{options.port}"
    sys.stdout.write(
        f"Наставничество работает: {shown} (ключи доступа — на http://localhost:{options.port}). Ctrl-C — стоп.\n"
    )
    sys.stdout.flush()
    return supervisor.run({"web": _web(options), "worker": [sys.executable, "-m", "mentoring.config.worker"]})


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


def _is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True
