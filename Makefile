# The few things people do. Everything is set up in .venv; nothing else on the machine is touched.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint bench docs clean
.DEFAULT_GOAL := help

help:
	@echo "make demo   check examples/newsroom and show what is found"
	@echo "make test   run the tests"
	@echo "make lint   ruff and mypy --strict"
	@echo "make docs   write the generated parts of docs/ and README.md anew"
	@echo "make bench  measure speed beside other tools"

.venv/.ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "copydesk needs Python 3.11 or newer; run make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: .venv/.ready
	@$(BIN)/copydesk check --exit-zero examples/newsroom

test: .venv/.ready
	$(BIN)/python -m pytest

lint: .venv/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

docs: .venv/.ready
	$(BIN)/python docs/generate.py

bench: .venv/.ready
	$(BIN)/python benchmarks/run.py

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
