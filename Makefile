# Everything an operator or a developer does. `make help` lists it.
SHELL := /bin/bash
PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null || echo .tools/bin/uv)
BIN := .venv/bin
PO := $(wildcard locale/*/LC_MESSAGES/*.po)
MO := $(PO:.po=.mo)
export RASA_TELEMETRY_ENABLED := false
export TF_CPP_MIN_LOG_LEVEL := 3
export UV_PYTHON_DOWNLOADS := never
# The machine's own certificates: a council's network may look into connections.
export UV_SYSTEM_CERTS := true
export NODE_USE_SYSTEM_CA := 1

.PHONY: help run test train check fix audit sbom bench soak assurance tune lock install assets words clean

help: ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

run: install ## install what is missing, train if needed, start everything, print the addresses
	@$(BIN)/signpost up

test: install ## the whole suite, also straight after a clone
	@$(BIN)/python -m pytest

train: install ## train the conversation model if its data changed
	@$(BIN)/signpost train

check: install ## every check of style, types and known weaknesses, all failures at once
	@$(MAKE) -s .audit/installed || echo "The tools of make audit could not be installed: it says below what is not checked."
	@status=0; \
	$(BIN)/ruff check . || status=1; \
	$(BIN)/ruff format --check . || status=1; \
	$(BIN)/mypy || status=1; \
	$(BIN)/python -m security.audit || status=1; \
	exit $$status

fix: install ## mend what ruff can mend
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

audit: install .audit/installed ## known weaknesses of what we are made of; says so where no service can be asked
	@$(BIN)/python -m security.audit

sbom: install .audit/installed ## what we are made of, as CycloneDX in var/sbom
	@$(BIN)/python -m security.sbom

bench: install ## ours beside a fresh `rasa init` bot, in one run
	@$(BIN)/python -m benchmarks

soak: install ## the long ones: a thousand conversations, a hundred kills, an hour of load
	@SIGNPOST_TEST_CONVERSATIONS=1000 $(BIN)/python -m pytest tests/retention
	@$(BIN)/python -W ignore -m benchmarks.faults 100
	@$(BIN)/python -W ignore -m benchmarks.load --engines --no-peer --soak 61

assurance: install ## write the hazard log and the notices from their data, run the log's tests, report
	@$(BIN)/python -W ignore -m signpost.assurance

install: .venv/installed words assets

words: $(MO) ## compile the catalogues of public words

%.mo: %.po | .venv/installed
	@$(BIN)/python -W ignore -m babel.messages.frontend -q compile -i $< -o $@

assets: web/static/vendor/installed ## fetch the front-end assets

web/static/vendor/installed: package-lock.json signpost/assets.py package.json | .venv/installed
	@echo "Installing the front-end assets …"
	@$(BIN)/python -m signpost.assets || { echo "The front-end assets could not be installed. Is the npm registry reachable? Then run: make assets"; exit 1; }
	@touch $@

.venv/installed: requirements.lock pyproject.toml | $(UV)
	@echo "Installing Signpost's packages (about a minute the first time) …"
	@test -x $(BIN)/python || $(UV) venv -q --python 3.11 .venv || { echo "Python 3.11 was not found. Install it, then run make again."; exit 1; }
	@$(UV) pip sync --python $(BIN)/python --compile-bytecode --require-hashes requirements.lock \
	  && $(UV) pip install -q --python $(BIN)/python --no-deps -e . \
	  || { echo "The packages could not be installed. Is the Python package index reachable? Then run make again."; exit 1; }
	@touch $@

.tools/bin/uv:
	@echo "Bringing uv into .tools …"
	@$(PYTHON) -m venv .tools && .tools/bin/pip install -q --disable-pip-version-check uv \
	  || { echo "uv could not be installed. Is the Python package index reachable? Then run make again."; exit 1; }

.audit/installed: security/tools.lock | $(UV)
	@test -x .audit/bin/python || $(UV) venv -q --python 3.11 .audit
	@$(UV) pip sync -q --python .audit/bin/python --require-hashes security/tools.lock
	@touch $@

tune: install ## tune the encoder on our messages (half an hour; brings PyTorch into .tune)
	@test -x .tune/bin/python || { $(PYTHON) -m venv .tune && .tune/bin/pip install -q --disable-pip-version-check torch==2.13.0 numpy safetensors tokenizers; }
	@$(BIN)/python -W ignore -m tuning.examples 2>/dev/null | .tune/bin/python -m tuning.train --encoder "$$($(BIN)/python -c 'from bot.components.encoder_graph import encoder_folder; print(encoder_folder())')"

lock: | $(UV) ## choose the newest versions that fit and write requirements.lock
	@$(UV) pip compile -q pyproject.toml --group bot --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-header --no-annotate --upgrade -o requirements.lock
	@$(UV) pip compile -q --no-config security/tools.in --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-header --no-annotate --upgrade -o security/tools.lock

clean: ## remove what was installed, trained and stored
	rm -rf .venv .tools .tune .audit node_modules var models web/static/vendor $(MO)
