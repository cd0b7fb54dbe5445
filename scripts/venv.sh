#!/usr/bin/env bash
# Makes .venv with the locked packages: scripts/venv.sh run|dev PYTHON
set -euo pipefail
what=$1 python=$2
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
  echo "Нужен Python 3.11 или новее. Укажите его: make PYTHON=python3.11 …" >&2
  exit 2
}
test -x .venv/bin/python || "$python" -m venv .venv
echo "Ставлю пакеты ($what)…"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "requirements/$what.txt"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --editable . 2>&1 | grep -v -i warning || true
test -x .venv/bin/mentoring
touch .venv/.run
if [ "$what" = dev ]; then touch .venv/.dev; fi
