# zlp: `make` tells what can be made. Needs Python 3.11 or newer and make; everything else is set up in .venv.
SHELL := /bin/bash
.DEFAULT_GOAL := help

# The system's own Python comes first: distributions build it with optimizations, and one that somebody built at home,
# as pyenv does, takes a quarter more for everything (decision 0023). PYTHON=... chooses another.
PYTHON ?= $(shell for name in /usr/bin/python3 python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$name" -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v "$$name" && break; done)
VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
READY := $(VENV)/.ready
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard content/*/LC_MESSAGES/*.po))
SOURCES := zlp_tui screens tests benchmarks tools hatch_build.py
ARGS ?=

# Without compiled files every start takes four times as long; a set-up that may not write them is no set-up.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup compile run demo test check lint types imports script messages pictures bench monkey mutants freeze-schema \
	interop wheel clean

help: ## Tell what can be made (this)
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) compile ## Set up .venv from requirements.lock, compile catalogue and bytecode

$(READY): requirements.lock pyproject.toml hatch_build.py
	@test -n "$(PYTHON)" || { echo "zlp needs Python 3.11 or newer, with venv;" \
		"none was found (Debian and Ubuntu: apt install python3-venv)." >&2; exit 1; }
	"$(PYTHON)" -m venv $(VENV)
	$(PY) -m pip install -qq --no-input --no-deps --require-hashes -r requirements.lock
	$(PY) -m pip install -qq --no-input --no-deps --no-build-isolation --no-index -e .
	$(PY) -m compileall -q -j 0 $(VENV)/lib || true
	@touch $@

compile: $(READY) $(CATALOGUES)
	@$(PY) -m compileall -q zlp_tui screens
	@$(PY) -m zlp_tui.command.practice_script

%.mo: %.po hatch_build.py | $(READY)
	$(PY) hatch_build.py

run: setup ## Set up and open the app (line by line without a terminal); ARGS="talk anna" adds words
	@$(BIN)/zlp $(ARGS)

demo: setup ## The same on a throw-away copy of the fictional examples
	@$(BIN)/zlp demo $(ARGS)

test: setup ## Set up and run the tests; ARGS="tests/plan -x" narrows them
	@$(PY) -m pytest -n 3 --dist worksteal $(ARGS)

interop: setup ## Have the bundles of FHIR looked at by two validators of others (needs node and npm)
	@$(PY) -m tools.interop $(ARGS)

check: setup lint types imports script test ## All of: ruff, mypy --strict, who may know whom, the script, the tests

lint: setup
	$(BIN)/ruff check .

types: setup
	$(BIN)/mypy

imports: setup
	$(BIN)/lint-imports

script: setup
	$(BIN)/zlp check
	$(PY) tools/messages.py --check
	$(PY) -m tools.readability

messages: setup ## Gather the messages of the code into the catalogue, for translation
	$(PY) tools/messages.py
	$(PY) hatch_build.py

pictures: setup ## Make docs/pictures/ from the real screens, in three sizes and both themes
	$(PY) tools/pictures.py

generated: setup ## Make what follows from the code: compiled queries, JSON Schemas, the tables of keys and forms
	$(PY) -m tools.generate

bench: setup ## Print the figures beside the budgets; ARGS="--runs 3" is quicker
	$(PY) -m benchmarks $(ARGS)

monkey: setup ## Type 20,000 random keys and some lines, and look at the plans; ARGS="--seed 7 --keys 5000"
	@$(PY) -m tools.monkey $(ARGS)

mutants: setup ## Try deliberate faults against the tests that must notice them; ARGS="--list" tells which
	@$(PY) -m tools.mutants $(ARGS)

freeze-schema: setup ## Keep a store of the schema as it is now in the tests, when that schema is released
	$(PY) tools/freeze_schema.py

wheel: setup ## Build the wheel and the source distribution into dist/
	$(PY) -m build --no-isolation --outdir dist

clean: ## Throw away everything that can be made again
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	rm -f content/*/LC_MESSAGES/*.mo data/practice.sql
