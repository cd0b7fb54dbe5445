#!/usr/bin/env bash
# Photographs the pages of each role of a fresh demo at 360 and 1280 px into build/shots/.
set -uo pipefail
if ! command -v chromium >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Ставлю Chromium…"
  (apt-get update -qq && apt-get install -y -qq chromium) >/dev/null 2>&1
fi
if ! command -v chromium >/dev/null; then
  echo "НЕ ЗАПУСКАЛОСЬ: снимки страниц — Chromium не установлен и поставить его нельзя (нужны root и apt-get)"
  exit 0
fi
exec .venv/bin/python -m tests.journeys.shots "$@"
