#!/usr/bin/env bash
# Runs the suite: scripts/test.sh fast|all. Prints what was not run and why.
set -uo pipefail
what=$1
export DJANGO_SETTINGS_MODULE=mentoring.config.settings.test
failed=0
skipped=()
run() { echo; echo "== $*"; "$@" || failed=1; }
# Halves of the suite go to two processes, so that a world of tests is made once; who is free takes over.
pytest() { .venv/bin/python -m pytest -rs -n "${TEST_PROCESSES:-2}" --dist worksteal "$@"; }

postgres_url() {
  if [ -n "${TEST_POSTGRES_URL:-}" ]; then echo "$TEST_POSTGRES_URL"; return; fi
  local url
  url=$(.venv/bin/python scripts/postgres.py find)
  if [ -z "$url" ]; then url=$(.venv/bin/python scripts/postgres.py start /tmp/mentoring-test-postgres 2>/dev/null); fi
  echo "$url"
}
trap 'test -d /tmp/mentoring-test-postgres && .venv/bin/python scripts/postgres.py stop /tmp/mentoring-test-postgres' EXIT

browser() {
  command -v chromium >/dev/null && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Ставлю Chromium…"
    (apt-get update -qq && apt-get install -y -qq chromium) >/dev/null 2>&1
  fi
  command -v chromium >/dev/null
}

if [ "$what" = fast ]; then
  run pytest -m "not browser and not slow and not office"
  exit $failed
fi

run .venv/bin/ruff check .
run .venv/bin/lint-imports
run .venv/bin/mypy mentoring
run .venv/bin/python -m django makemigrations --check --dry-run
url=$(postgres_url)
export TEST_POSTGRES_URL="$url"  # races and kills choose their engine themselves
run pytest -m "not browser"

if [ -n "$url" ]; then
  DATABASE_URL="$url" run pytest -m "not browser and not office and not engine_free"
else
  skipped+=("набор на PostgreSQL: нет ни сервера, ни его программ (задайте TEST_POSTGRES_URL)")
fi

if browser; then
  run pytest -m browser
else
  skipped+=("проверки в браузере: Chromium не установлен и поставить его нельзя (нужны root и apt-get)")
fi
command -v soffice >/dev/null || skipped+=("открытие документов в LibreOffice: программа не установлена")

echo
for line in "${skipped[@]}"; do echo "НЕ ЗАПУСКАЛОСЬ: $line"; done
exit $failed
