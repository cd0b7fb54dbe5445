# make run | test | test-fast | check | fix | bench | shots — each does all set-up it needs by itself.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 8000
export HOST PORT
export MENTORING_DATA ?= $(CURDIR)/var

.PHONY: run test test-fast check fix bench shots lock clean

run: $(VENV)/.run
	@test -e "$(MENTORING_DATA)/mentoring.sqlite3" || test -n "$$DATABASE_URL" || $(BIN)/mentoring demo --size school
	@exec $(BIN)/mentoring serve

test: $(VENV)/.dev
	@scripts/test.sh all

test-fast: $(VENV)/.dev
	@scripts/test.sh fast

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy mentoring
	DJANGO_SETTINGS_MODULE=mentoring.config.settings.test $(BIN)/python -m django makemigrations --check --dry-run

fix: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.dev
	@$(BIN)/python -m tests.bench

shots: $(VENV)/.dev
	@scripts/shots.sh

lock:
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --group dev pyproject.toml -o requirements/dev.txt

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/.run: requirements/run.txt pyproject.toml
	@scripts/venv.sh run "$(PYTHON)"

$(VENV)/.dev: requirements/dev.txt pyproject.toml
	@scripts/venv.sh dev "$(PYTHON)"
