# Every target sets up what it needs; a second time that costs nothing.
.DEFAULT_GOAL := help
.PHONY: help setup run test check format bench soak pictures lock wheel clean

VENV := .venv
BIN := $(VENV)/bin
SET_UP := sh .ci/set-up
ON_ALL_CORES := --numprocesses=auto --dist=worksteal

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 10

setup: ## virtual environment with everything for development
	@$(SET_UP) dev x11 tests

run: ## open the window; ARGS='"tg x^2"' passes arguments
	@$(SET_UP) runtime x11
	@$(BIN)/python -m gdviz $(ARGS)

test: ## the whole suite on all cores, first without a screen, then in X servers of its own
	@$(SET_UP) dev x11 tests
ifeq ($(strip $(ARGS)),)
	@status=0; for part in "" tests/x11; do $(BIN)/python -m pytest $(ON_ALL_CORES) $$part || status=1; done; exit $$status
else
	@$(BIN)/python -m pytest $(ARGS)
endif

check: ## lint, format, types, layers
	@$(SET_UP) dev
	@status=0; for tool in "ruff check ." "ruff format --check ." mypy lint-imports; \
	do $(BIN)/$$tool || status=1; done; exit $$status

format: ## rewrite the code in the house format
	@$(SET_UP) dev
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

bench: ## the figures of the README, each beside its floor
	@$(SET_UP) bench x11
	@$(BIN)/python -m benchmarks $(ARGS)

soak: ## the endurance tests, ten times as long as in `make test`
	@$(SET_UP) dev x11 tests
	@$(BIN)/python -m pytest -m soak --soak --hypothesis-profile=soak -o faulthandler_timeout=3600 $(ARGS)

pictures: ## take the pictures of docs/pictures anew
	@$(SET_UP) dev
	@$(BIN)/python .ci/pictures.py $(ARGS)

lock: ## resolve the pinned dependencies anew
	@$(SET_UP) dev
	@sh .ci/lock-dependencies

wheel: ## build dist/gdviz-….whl
	@$(SET_UP) dev
	@$(BIN)/python -m hatchling build -t wheel -d dist

clean: ## remove whatever the other targets made
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
