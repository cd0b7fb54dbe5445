"""The commands as processes: exit codes, one sentence on stderr, a second setup refused."""

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow
SETUP = (
    "setup",
    "--profile",
    "organization",
    "--type",
    "kindergarten",
    "--organization-name",
    "Детский сад № 5",
    "--region",
    "Алтайский край",
    "--municipality",
    "Барнаул",
    "--admin",
    "Белоусова Вера Ивановна",
    "--duties",
    "head,curator,clerk",
    "--no-second-factor",
)


@pytest.fixture
def call(tmp_path):
    """Run a command in an empty data folder of its own."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("MENTORING", "DATABASE"))}
    environment |= {
        "MENTORING_DATA": str(tmp_path / "data"),
        "DJANGO_SETTINGS_MODULE": "mentoring.config.settings.local",
    }

    def run(*words):
        return subprocess.run(
            [sys.executable, "-m", "mentoring.config.cli", *words],
            env=environment,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )

    return run


def test_setup_creates_once_and_doctor_is_content(call, tmp_path):
    first = call(*SETUP)
    assert (first.returncode, first.stderr) == (0, "")
    assert "/entry/" in first.stdout
    assert (tmp_path / "data" / "secret_key").stat().st_mode & 0o777 == 0o600

    second = call(*SETUP)
    assert second.returncode == 2
    assert second.stderr.startswith("Система здесь уже создана")
    assert second.stdout == ""

    health = call("doctor")
    assert health.returncode == 0, health.stdout
    assert "НЕ В ПОРЯДКЕ" not in health.stdout

    (tmp_path / "data" / "secret_key").chmod(0o640)
    assert call("doctor").returncode == 1


def test_setup_without_answers_says_which_flag(call):
    answer = call("setup")

    assert answer.returncode == 2
    assert "--profile" in answer.stderr
    assert answer.stderr.count("\n") == 1


def test_doctor_of_an_empty_folder_sends_to_setup(call):
    answer = call("doctor")

    assert answer.returncode == 1
    assert "НЕ В ПОРЯДКЕ" in answer.stdout
