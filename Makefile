# What a newcomer needs. Everything lives in this folder: .venv (packages), .tools (Temporal, Go, Java), .outbound (data).
# `make help` lists the commands; each of them sets up what it needs first.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help setup tools test check audit openapi clients dashboard format demo up chaos doctor lock clean distclean

VENV := .venv/bin
CODE := $(wildcard domain database providers lists activities workflows startup api media simulators local console benchmarks scripts tests worker.py cli.py)

help:  ## list the commands
	@awk -F ':.*## ' '/^[a-z%-]+:.*## / {sub("%", "NAME", $$1); printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup:  ## make .venv and install the locked packages and the outbound command
	@python=$$(scripts/find_python.sh) && "$$python" scripts/setup.py

tools: setup  ## obtain the Temporal server and the time-skipping test server
	@$(VENV)/python -m local.temporal_programs all

test: tools  ## set everything up and run all tests (TESTS=tests/domain runs some)
	@$(VENV)/python -m local.nginx
	@$(if $(TESTS),,$(VENV)/python -m local.dashboard test)
	-@$(if $(TESTS),,$(VENV)/python -m local.chromium >/dev/null)
	@$(VENV)/python scripts/run_tests.py $(TESTS)

check: setup  ## format, lint, strict types, import floors, what endangers, dead code, vendors, requirements and laws, figures, the API as released
	$(VENV)/ruff format --check $(CODE)
	$(VENV)/ruff check $(CODE)
	$(VENV)/mypy $(CODE)
	$(VENV)/lint-imports
	$(VENV)/bandit -q -c pyproject.toml -r $(filter-out tests benchmarks,$(CODE))
	$(VENV)/python scripts/dead_code.py $(CODE)
	$(VENV)/python scripts/vendor_names.py
	$(VENV)/python scripts/requirements.py
	$(VENV)/python scripts/house.py
	$(VENV)/python -m scripts.api_changes
	$(VENV)/python -m local.dashboard check

openapi: setup  ## write api/openapi.json anew from the application (RELEASE=1: what clients are made for from now on)
	@$(VENV)/python -m scripts.api_changes $(if $(RELEASE),release,write)

audit: setup  ## ask for known weaknesses of every locked package (DB=all.zip asks a file); fails on what it could not audit
	@$(VENV)/python scripts/audit.py $(if $(DB),--db "$(DB)")

clients: setup  ## generate the Python and TypeScript clients of the API into .outbound/clients (needs npm)
	@$(VENV)/python -m scripts.clients

dashboard: setup  ## build the dashboard into dashboard/built (up and demo do it by themselves when it changed)
	@$(VENV)/python -m local.dashboard

format: setup  ## put the code into the house format
	$(VENV)/ruff format $(CODE)
	$(VENV)/ruff check --fix $(CODE)
	$(VENV)/python -m local.dashboard format

demo: tools  ## run the demonstration campaign and stay up until Ctrl-C (ONCE=1 ends when nothing is due)
	@$(VENV)/outbound demo $(if $(ONCE),--once)

up: tools  ## start the whole system with the simulated world
	@$(VENV)/outbound up --simulate

chaos: tools  ## let seeded storms come over the real system (SEEDS=200, FIRST=1)
	@$(VENV)/python -m tests.chaos --seeds $(or $(SEEDS),20) --first $(or $(FIRST),1)

doctor: setup  ## check each part of the local system and say how to mend it
	@$(VENV)/outbound doctor

bench-%: tools  ## take the measurement NAME: loop, voice, amd, understanding, access (make bench-loop)
	@$(VENV)/python -m benchmarks.$(subst -,_,$*)

lock: setup  ## write the lock files anew from pyproject.toml
	@$(VENV)/python scripts/lock.py

clean:  ## remove what the system and its tools made: data, logs, caches (.venv and .tools stay)
	rm -rf .outbound dashboard/built .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache build dist *.egg-info
	find . -name __pycache__ -not -path './.venv/*' -not -path './.tools/*' -prune -exec rm -rf {} +

distclean: clean  ## as clean, and .venv and .tools as well
	rm -rf .venv .tools dashboard/node_modules
