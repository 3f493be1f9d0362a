# Everything a developer types. `make help` lists it.
BIN := .venv/bin
SETUP := sh .ci/setup

.DEFAULT_GOAL := help
.PHONY: help demo test lint bench shots lock build bundle clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile

demo: ## the sample strategy, its papers and sheets in build/demo/, and the window where there is a screen
	@$(SETUP) demo
	@sh .ci/demo

test: ## everything that must hold: style, types, imports between packages, tests
	@$(SETUP) test
	@sh .ci/lint
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n 2

lint: ## style, types and imports between packages
	@$(SETUP) test
	@sh .ci/lint

bench: ## the benchmarks, each against its limit
	@$(SETUP) test
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks

shots: ## pictures of every page and view in build/shots/, or of those in NAMES, light and dark
	@$(SETUP) test
	@$(BIN)/python -m tests.support.shots build/shots $(NAMES)

lock: ## requirements.lock anew, with the newest versions that pyproject.toml allows
	@$(SETUP) lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade \
		--generate-hashes --no-header --no-config --extra dev \
		pyproject.toml --output-file requirements.lock

build: ## the wheel, in dist/
	@$(SETUP) build
	@$(BIN)/python -m build --no-isolation --outdir dist

bundle: ## a folder in dist/ that runs without Python
	@$(SETUP) bundle
	@$(BIN)/pyinstaller --noconfirm --clean --log-level ERROR build.spec

clean: ## removes what the other commands made, the environment too
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
