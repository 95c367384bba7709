# Each target sets up what it needs, in this folder only.
PYTHON ?= python3
BIN := .venv/$(if $(filter Windows_NT,$(OS)),Scripts,bin)

# The tests start hundreds of programs, which would compile their modules each time.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo transcript test check build docs golden lint types unit fuzz truth einvoices mutants e2e portable pack wheel clean

demo: .venv/ready
	$(BIN)/python tools/demo.py

# The picture in the README, drawn from what the demo prints.
transcript: .venv/ready
	$(BIN)/python tools/demo.py --svg docs/transcript.svg

test: .venv/ready tests/node/node_modules/.package-lock.json tests/einvoice/rules/ready check lint types unit

build: .venv/ready
	$(BIN)/skillc build

check: .venv/ready
	$(BIN)/skillc build --check
	$(BIN)/skillc explain --markdown | diff -u --strip-trailing-cr docs/diagnostics.md - || { echo "docs/ is stale; to bring up to date, run: make docs" >&2; exit 1; }
	$(BIN)/python -m skillc.explain.descriptor_page | diff -u --strip-trailing-cr docs/descriptor.md - || { echo "docs/ is stale; to bring up to date, run: make docs" >&2; exit 1; }

docs: .venv/ready
	mkdir -p docs
	$(BIN)/skillc explain --markdown >docs/diagnostics.md
	$(BIN)/python -m skillc.explain.descriptor_page >docs/descriptor.md

golden: .venv/ready
	REGENERATE_GOLDEN=1 $(BIN)/python -m pytest -n 0 tests/render/test_golden.py tests/checks/test_bad_trees.py tests/documents/test_requests_page.py

lint: .venv/ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/ready
	$(BIN)/mypy

# With COVERAGE=1, as before a release, how much of the code the tests reach is measured too; that takes half as long again.
unit: .venv/ready tests/node/node_modules/.package-lock.json tests/einvoice/rules/ready
ifdef COVERAGE
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report
else
	$(BIN)/python -m pytest
endif

# The programs that install, publish and judge the skill in life, and a browser; they are for Linux on x86-64.
e2e: .venv/ready .venv-judges/ready .venv/browser tests/e2e/node/node_modules/.package-lock.json
	$(BIN)/python -m pytest --dist loadfile tests/e2e

fuzz: .venv/ready
	FUZZ_EXAMPLES=20000 nice $(BIN)/python -m pytest -n 0 tests/hostile/test_loader_fuzz.py

# Whether exit codes tell the truth: `make test` tries a few of these calls, faults and kills.
truth: .venv/ready
	TRUTH_EXAMPLES=20000 KILLED_CALLS=1000 $(BIN)/python -m pytest tests/helper/test_truth.py tests/helper/test_killed_calls.py

# Whether the official rules accept what the checks of invoices accept: `make test` tries a few of these.
einvoices: .venv/ready tests/einvoice/rules/ready
	EINVOICES=2000 $(BIN)/python -m pytest tests/einvoice tests/membrane_sandbox/test_invoice_files.py

# Faults in the checks, which the tests must notice; `make mutants MUTANTS='*7'` tries one in ten.
mutants: .venv/ready tests/node/node_modules/.package-lock.json
	rm -rf mutants
	$(BIN)/python tools/mutants.py $(if $(MUTANTS),'$(MUTANTS)')

# What holds on Windows too; the other tests drive POSIX shells, links and permissions.
portable: .venv/ready check
	$(BIN)/python -m pytest tests/checks tests/load tests/render tests/skill_helper/schema tests/helper/test_every_python.py tests/helper/test_starting.py

pack: .venv/ready
	$(BIN)/skillc pack

wheel: .venv/ready
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist/python .

.venv/ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10) and "Python 3.10 or newer is needed; name one with: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

.venv-judges/ready: tests/e2e/judges/requirements.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "The judges need Python 3.11 or newer; name one with: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv-judges
	.venv-judges/bin/python -m pip install --quiet --disable-pip-version-check --requirement $<
	touch $@

# Chromium comes from the system: where this runs as root, as in a container, it is installed.
.venv/browser: .venv/ready tests/e2e/browser/requirements.txt
	command -v chromium >/dev/null || test "$$(id -u)" != 0 || { apt-get update -q && apt-get install -qy --no-install-recommends chromium; }
	command -v chromium >/dev/null || { echo "the tests of the check sheet need Chromium; install it with: sudo apt-get install chromium" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement tests/e2e/browser/requirements.txt
	touch $@

tests/einvoice/rules/ready: .venv/ready tests/einvoice/rules.txt tools/fetch_rules.py
	$(BIN)/python tools/fetch_rules.py
	touch $@

tests/node/node_modules/.package-lock.json: tests/node/package-lock.json
	npm ci --prefix tests/node --no-audit --no-fund --loglevel=error
	touch $@

# openclaw ends its own installation at its first call, which needs the Node that is installed beside it.
tests/e2e/node/node_modules/.package-lock.json: tests/e2e/node/package-lock.json
	npm ci --prefix tests/e2e/node --ignore-scripts --no-audit --no-fund --loglevel=error
	PATH="$(CURDIR)/tests/e2e/node/node_modules/.bin:$$PATH" openclaw --version
	touch $@

clean:
	rm -rf .venv .venv-judges dist mutants tests/node/node_modules tests/e2e/node/node_modules tests/einvoice/rules .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis
