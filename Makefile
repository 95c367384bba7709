# Each target sets up what it needs, in this folder only.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check build golden lint types unit clean

demo: .venv/ready
	$(BIN)/python scripts/demo.py

test: .venv/ready tests/node/node_modules/.package-lock.json check lint types unit

build: .venv/ready
	$(BIN)/skillc build

check: .venv/ready
	$(BIN)/skillc build --check

golden: .venv/ready
	REGENERATE_GOLDEN=1 $(BIN)/python -m pytest -n 0 tests/render/test_golden.py

lint: .venv/ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/ready
	$(BIN)/mypy

unit: .venv/ready tests/node/node_modules/.package-lock.json
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

.venv/ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10) and "Python 3.10 or newer is needed; name one with: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

tests/node/node_modules/.package-lock.json: tests/node/package-lock.json
	npm ci --prefix tests/node --no-audit --no-fund --loglevel=error
	touch $@

clean:
	rm -rf .venv tests/node/node_modules .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis
