# The front door: `make serve` to run the course, `make test` to check it.
PY := .venv/bin/python
BIN := .venv/bin
HOST ?= 127.0.0.1
PORT ?= 8866
export HOST PORT
# What Python compiled is kept, whatever a machine says: tests start it hundreds of times.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help serve try lab book translate-init pdf scorm unit coverage test long players front-test back-test e2e bench load links format check doctor front-end schema settings clean

help:
	@echo "make serve   the course at http://$(HOST):$(PORT)   (HOST=, PORT= change it)"
	@echo "make try     two course servers on one PostgreSQL and a JupyterHub, behind nginx with TLS, as deploy/try/README.md says"
	@echo "make lab     the session notebooks in JupyterLab"
	@echo "make book    the static book, into _build/html"
	@echo "make pdf     the whole book as one PDF; make scorm: packages for learning platforms"
	@echo "make unit    what is tested without a server, a browser, a kernel, the book and documents; make test: that, and the four hosts"
	@echo "make long    what takes long: every exercise in every host, whole sessions of a room, many kernels"
	@echo "make players   the packages for learning platforms, on two platforms that others wrote; installs these"
	@echo "make coverage   how much of the code the tests without a browser reach, folder by folder"
	@echo "make front-test   the front end alone, without a browser"
	@echo "make bench   how fast it is, against the stock tools"
	@echo "make load    a room of 200 people, bad networks, 500 pages, 20,000 mutated calls and simulated rooms, on this machine"
	@echo "make links   asks the addresses outside that the book names, and notes the day for those that answer"
	@echo "make format, make check, make doctor, make front-end, make schema, make settings, make clean"

# Installed anew only when what is needed changes.
.venv/installed: pyproject.toml constraints.txt
	python3 -m venv .venv
	$(PY) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/test-installed: .venv/installed
	$(PY) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $@

# Node from the wheel, unless the machine has one; the packages by their exact versions.
node_modules/installed: package.json .venv/test-installed
	PATH="$$PATH:$(CURDIR)/.venv/bin" npm install --silent --no-package-lock --no-audit --no-fund
	@touch $@

serve: .venv/installed
	@$(BIN)/govcourse serve --host $(HOST) --port $(PORT)

try: .venv/test-installed node_modules/installed
	@PATH="$$PATH:$(CURDIR)/.venv/bin" $(PY) deploy/try/run.py

lab: .venv/installed
	@$(BIN)/govcourse lab

# LANG is a variable of every shell; only one that was given to make counts.
EDITION := $(if $(filter command line,$(origin LANG)),$(LANG),en)

book: .venv/installed
	@$(BIN)/govcourse book --clean --language $(EDITION)

translate-init: .venv/installed
	@$(BIN)/govcourse translate $(EDITION)

pdf: .venv/installed
	@$(BIN)/govcourse pdf

scorm: book
	@$(BIN)/govcourse scorm

test: .venv/test-installed node_modules/installed
	@$(PY) tests/browser.py
	@begun=$$(date +%s) && $(MAKE) --no-print-directory front-test && $(PY) -m pytest -n 2 --dist worksteal -m "not long" \
	&& echo "make test took $$(( $$(date +%s) - begun )) s"

long: .venv/test-installed node_modules/installed
	@$(PY) tests/browser.py
	$(PY) -m pytest -n 2 --dist worksteal -m long

# Learning platforms that others wrote, each in an environment of its own: no part of the course needs them.
_build/players/installed: Makefile
	rm -rf _build/players
	python3 -m venv _build/players/wagtail_lms && _build/players/wagtail_lms/bin/pip install --quiet --disable-pip-version-check wagtail-lms==0.11.1
	python3 -m venv _build/players/scorm_xblock && _build/players/scorm_xblock/bin/pip install --quiet --disable-pip-version-check \
	  openedx-scorm-xblock==19.0.5 xblock-sdk==0.14.0 'XBlock[django]==6.1.0' 'django<5'
	@touch $@

players: .venv/test-installed node_modules/installed _build/players/installed
	@$(PY) tests/browser.py
	$(PY) -m pytest -m long tests/e2e/test_players.py

front-test: .venv/test-installed node_modules/installed
	PATH="$$PATH:$(CURDIR)/.venv/bin" npm test --silent

# All that needs neither a running or simulated server, nor a browser, nor a kernel, nor a built book or a written
# document: models, rules and views. Both halves run at once.
unit: .venv/test-installed node_modules/installed
	@begun=$$(date +%s) && $(MAKE) --no-print-directory --jobs=2 front-test back-test \
	&& echo "make unit took $$(( $$(date +%s) - begun )) s"

back-test: .venv/test-installed
	$(PY) -m pytest -q -n 2 --dist worksteal -m "not long" $(addprefix --ignore=tests/,book documents e2e jupyter notebooks server simulator)

# Without a browser, a kernel and the book; a running server is measured as well.
coverage: .venv/test-installed node_modules/installed
	PATH="$$PATH:$(CURDIR)/.venv/bin" npm run --silent coverage
	$(PY) -m pytest -n 2 -m "not long" $(addprefix --ignore=tests/,book e2e jupyter) --cov --cov-report=json --cov-report=
	@$(PY) tests/covered.py

e2e: .venv/test-installed node_modules/installed
	@$(PY) tests/browser.py
	$(PY) -m pytest tests/e2e

# Lighthouse has more packages than all that the course needs: only the bench asks for them.
_build/lighthouse/installed: Makefile .venv/test-installed
	PATH="$$PATH:$(CURDIR)/.venv/bin" npm install --silent --no-package-lock --no-audit --no-fund --prefix _build/lighthouse lighthouse@12.2.3
	@touch $@

bench: .venv/test-installed _build/lighthouse/installed
	@$(PY) tests/browser.py
	$(PY) bench/run.py

load: .venv/test-installed
	$(PY) tests/load/room.py
	$(PY) tests/load/networks.py
	$(PY) tests/load/pages.py
	$(PY) tests/load/fuzz.py
	$(PY) -m tests.simulator
	$(PY) -m tests.simulator.histories

links: .venv/test-installed
	$(PY) tests/words/links.py

front-end: node_modules/installed
	$(PY) widgets/fonts.py
	PATH="$$PATH:$(CURDIR)/.venv/bin" npm run --silent build
	$(PY) -m govcourse.assessment.charts
	$(PY) -m govcourse.kinds.country.chart

schema: .venv/installed
	$(BIN)/govcourse schema

settings: .venv/installed
	$(PY) -m govcourse.settings README.md

format: .venv/test-installed node_modules/installed
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format --quiet .
	PATH="$$PATH:$(CURDIR)/.venv/bin" npm run --silent format

check: .venv/test-installed node_modules/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	PATH="$$PATH:$(CURDIR)/.venv/bin" npm run --silent check
	$(BIN)/govcourse check

doctor: .venv/installed
	@$(BIN)/govcourse doctor

clean:
	rm -rf _build .venv node_modules book/cases notebooks/book bench/results
