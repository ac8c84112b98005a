# make run    install, build the graph of data/minutes, serve it on http://127.0.0.1:8000
# make test   install, run the tests
# make readers install readers of graph files in Node, for more of the tests
# make pictures  draw the pictures of README.md anew from data/minutes
# make conformance  the W3C's SPARQL tests over HTTP, where they lie beside this folder
# make check  format, lint, types, import ladder, tests

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
STORE  ?= .kg

.PHONY: run build test conformance readers check format bench pictures clean

run: build
	$(BIN)/kg serve --store $(STORE)

build: $(STAMP)
	$(BIN)/kg build --store $(STORE) data/minutes

test: $(STAMP)
	$(BIN)/pytest -n auto

readers:
	cd tests/exports/readers && npm install --no-audit --no-fund --no-package-lock

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

pictures: $(STAMP)
	mkdir -p build docs
	$(BIN)/kg build --store build/pictures data/minutes
	$(BIN)/kg plot commitments-timeline --store build/pictures --on 2018-06-01 --output docs/commitments.svg
	$(BIN)/kg export organisations --store build/pictures --output docs/organisations.svg

conformance: $(STAMP)
	$(BIN)/pytest -m long

bench: $(STAMP)
	$(BIN)/python tests/benchmarks/reading.py

clean:
	rm -rf $(VENV) $(STORE) build dist *.egg-info

$(STAMP): pyproject.toml requirements.lock
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	$(BIN)/python -m compileall -q kg api
	touch $(STAMP)
