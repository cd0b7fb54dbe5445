"""`mentoring match solve`: the answer in JSON, the same in any order; bad input in one Russian sentence."""

import argparse
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mentoring.matching.commands import register

pytestmark = pytest.mark.engine_free

POOL: dict[str, Any] = {
    "mentors": [{"id": "м1", "capacity": 1}, {"id": "м2", "capacity": 2}],
    "mentees": [{"id": "п1"}, {"id": "п2"}, {"id": "п3"}, {"id": "п4"}],
    "scores": [["п1", "м1", 90], ["п1", "м2", 60], ["п2", "м1", 80], ["п3", "м2", 0]],
}


def call(path: Path) -> int:
    parser = argparse.ArgumentParser()
    register(parser.add_subparsers())
    args = parser.parse_args(["match", "solve", str(path)])
    return int(args.run(args))


@pytest.fixture
def solved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def solve(pool: object) -> dict[str, Any]:
        path = tmp_path / "pool.json"
        path.write_text(json.dumps(pool, ensure_ascii=False), encoding="utf-8")
        assert call(path) == 0
        answer: dict[str, Any] = json.loads(capsys.readouterr().out)
        return answer

    return solve


def test_pairs_and_who_is_left(solved: Any) -> None:
    assert solved(POOL) == {
        "pairs": [["п1", "м2"], ["п2", "м1"], ["п3", "м2"]],
        "unmatched": ["п4"],
        "matched": 3,
        "worst": 0,
        "total": 140,
    }


def test_kept_pairs_take_places_and_stay_out_of_the_worst(solved: Any) -> None:
    answer = solved(POOL | {"locked": [["п3", "м2"], ["п1", "м1"]]})

    assert answer["pairs"] == [["п1", "м1"], ["п3", "м2"]]
    assert (answer["matched"], answer["worst"], answer["total"]) == (2, None, 90)


def test_order_of_the_data_changes_nothing(solved: Any) -> None:
    chance = random.Random(7)
    pool: dict[str, Any] = {
        "mentors": [{"id": f"м{one}", "capacity": one % 3} for one in range(30)],
        "mentees": [{"id": f"п{one}"} for one in range(60)],
        "scores": [[f"п{one}", f"м{other}", chance.choice([10, 20])] for one in range(60) for other in range(30)],
    }
    first = solved(pool)

    for _ in range(5):
        for rows in pool.values():
            chance.shuffle(rows)
        assert solved(pool) == first


def test_nobody_at_all(solved: Any) -> None:
    empty = {"pairs": [], "unmatched": [], "matched": 0, "worst": None, "total": 0}

    assert solved({"mentors": [], "mentees": [], "scores": []}) == empty


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"mentors": None}, "Нет списка «mentors»"),
        ({"mentees": [{"id": 5}]}, "mentees, запись 1: нет «id» строкой"),
        ({"mentees": [{"id": "п1"}, {"id": "п1"}]}, "id «п1» стоит дважды"),
        ({"mentors": [{"id": "м1", "capacity": 1}] * 2}, "id «м1» стоит дважды"),
        ({"mentors": [{"id": "м1", "capacity": -1}]}, "целое число мест"),
        ({"mentors": [{"id": "м1", "capacity": True}]}, "целое число мест"),
        ({"mentors": [{"id": "м1"}]}, "целое число мест"),
        ({"scores": [["п1", "м1"]]}, "scores, запись 1: нужны три значения"),
        ({"scores": ["п1м"]}, "scores, запись 1: нужны три значения"),
        ({"scores": [["п1", "м1", 5], ["п9", "м1", 5]]}, "scores, запись 2: наставляемого «п9» нет в списке"),
        ({"scores": [["п1", ["м1"], 5]]}, "нет в списке"),
        ({"scores": [["п1", "м1", 101]]}, "баллы — целое число от 0 до 100"),
        ({"scores": [["п1", "м1", 1.5]]}, "баллы — целое число от 0 до 100"),
        ({"scores": [["п1", "м1", 5], ["п1", "м1", 6]]}, "стоит в scores дважды"),
        ({"locked": {}}, "«locked» — это список пар"),
        ({"locked": ["п1м1"]}, "locked: каждая запись — пара"),
        ({"locked": [["п1", "м9"]]}, "locked, запись 1: наставника «м9» нет в списке"),
        ({"locked": [["п4", "м1"]]}, "такой пары нет в scores"),
        ({"locked": [["п1", "м1"], ["п1", "м2"]]}, "«п1» закреплён дважды"),
        ({"locked": [["п1", "м1"], ["п2", "м1"]]}, "«м1»: закреплено пар 2, а мест 1"),
    ],
)
def test_bad_pools_are_refused_in_one_sentence(
    change: dict[str, Any], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "pool.json"
    path.write_text(json.dumps(POOL | change), encoding="utf-8")

    assert call(path) == 2

    said = capsys.readouterr()
    assert sentence in said.err
    assert (said.out, said.err.count("\n")) == ("", 1)


@pytest.mark.parametrize("content", [b"", b"[", b"[]", b"\xff\xfe\x00", b"[" * 100_000, b"null"])
def test_no_pool_at_all_is_refused(content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "pool.json"
    path.write_bytes(content)

    assert (call(path), call(tmp_path / "absent.json")) == (2, 2)

    assert "JSON" in capsys.readouterr().err


def test_it_runs_without_a_database_and_other_commands_without_the_numeric_library(tmp_path: Path) -> None:
    path = tmp_path / "pool.json"
    path.write_text(json.dumps(POOL), encoding="utf-8")
    told = "import sys; from mentoring.config.cli import main; code = main({words!r}); print(sorted(set(sys.modules) & {{'django', 'scipy'}})); sys.exit(code)"  # noqa: E501

    solving, other = (
        subprocess.run([sys.executable, "-c", told.format(words=words)], capture_output=True, text=True, check=True)
        for words in (["match", "solve", str(path)], ["names", "position", "учитель"])
    )

    assert solving.stdout.rstrip().endswith("['scipy']")
    assert other.stdout.rstrip().endswith("[]")
