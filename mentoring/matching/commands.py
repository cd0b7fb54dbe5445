"""`mentoring match solve POOL.json`: the best pairs of a pool, without a database."""

import argparse
import importlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

from mentoring.core.errors import Refusal

BAD_INPUT: Final = 2


class Subparsers(Protocol):
    """What `argparse` gives for adding commands."""

    def add_parser(self, name: str, **options: str) -> argparse.ArgumentParser:
        """Add a command."""


def register(subparsers: Subparsers) -> None:
    """Add `match solve` to the command line."""
    match = subparsers.add_parser("match", help="подбор пар")
    solve = match.add_subparsers(dest="match_command", required=True).add_parser(
        "solve", help="лучшие пары задачи: больше пар, лучше худшая, больше сумма"
    )
    solve.add_argument("pool", type=Path, help="задача в JSON")
    solve.set_defaults(run=run_solve)


def run_solve(args: argparse.Namespace) -> int:
    """Print the answer as JSON; 2 when the pool is unreadable, with one sentence on the standard error."""
    try:
        text = args.pool.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        print(f"Файл «{args.pool.name}» не прочитан: укажите файл JSON в кодировке UTF-8.", file=sys.stderr)
        return BAD_INPUT
    # the numeric library takes half a second to load: no other command waits for it
    solve_text: Callable[[str], dict[str, object]] = importlib.import_module("mentoring.matching.pools").solve_text
    try:
        answer = solve_text(text)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return BAD_INPUT
    print(json.dumps(answer, ensure_ascii=False))
    return 0
