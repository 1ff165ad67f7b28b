# photoface: `make run PHOTOS=~/Pictures`, `make index`, `make test`. Each does all the set-up; later there is none to do.

PYTHON ?= python3
PHOTOS ?= ~/Pictures
ARGS ?=

# Handed over in the environment: a folder's name may hold spaces, quotes and dollars.
export PHOTOFACE_RUN_PHOTOS := $(value PHOTOS)

BOOTSTRAP = @$(PYTHON) packaging/bootstrap.py

.PHONY: help run index setup test lint format types translations lock clean
.DEFAULT_GOAL := help

help:
	@echo 'make run PHOTOS=~/Pictures   open the window and find the people in the photos of a folder'
	@echo 'make index PHOTOS=...        the same in the terminal, without a window'
	@echo 'make test                    run the tests (ARGS="-k people" for some of them)'
	@echo 'make setup                   only set up: .venv/bin/photoface is the program then'
	@echo 'make lint types format       what CI checks beside the tests; format writes'
	@echo 'make translations            collect the texts of the window, list what is to translate'
	@echo 'make lock                    choose the newest allowed libraries and lock their hashes (needs uv)'
	@echo 'make clean                   remove the set-up; libraries of photos and models stay'

run:
	$(BOOTSTRAP) run "$$PHOTOFACE_RUN_PHOTOS"

index:
	$(BOOTSTRAP) index "$$PHOTOFACE_RUN_PHOTOS"

setup:
	$(BOOTSTRAP)

test:
	$(BOOTSTRAP) test $(ARGS)

lint:
	$(BOOTSTRAP) tool ruff check .
	$(BOOTSTRAP) tool ruff format --check .
	$(BOOTSTRAP) tool importlinter.cli

types:
	$(BOOTSTRAP) tool mypy

format:
	$(BOOTSTRAP) tool ruff format .
	$(BOOTSTRAP) tool ruff check --fix .

translations:
	@PYTHONPATH=packaging $(PYTHON) packaging/bootstrap.py tool translations

lock:
	$(PYTHON) packaging/lock.py

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
