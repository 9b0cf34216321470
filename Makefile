# make run: talk to the coach on this machine.   make web: in a browser.   make test: every test.
# make build: what is deployed to AWS.
PYTHON ?= python3
VENV ?= .venv
RUN_VENV := $(VENV)-run
WEB_VENV := $(VENV)-web
BIN := $(VENV)/bin
# The locks are complete: without --no-deps pip works out again what needs what, which takes as long as the installing
# does, and older pips refuse packages that are asked for with extras.
PIP := -m pip --disable-pip-version-check --quiet install --require-hashes --no-deps -r
# What the tests need is compiled on all processors, which pip does on one. It has to be compiled before they run: they
# take the warnings of other people's code that is compiled under them for errors of ours. What is no Python, as the
# templates that some packages ship, is passed over.
PIP_FOR_TESTS := -m pip --disable-pip-version-check --quiet install --require-hashes --no-deps --no-compile -r
COMPILE_ALL = -W ignore -m compileall -qq -j 0

DEPLOY_VENV := $(VENV)-deploy
SAM := SAM_CLI_TELEMETRY=0 $(DEPLOY_VENV)/bin/sam
# What compiles the Lambda's package: the version that template.yaml names, wherever it is.
LAMBDA_PYTHON ?= $(shell for python in python3.13 "$$HOME"/.pyenv/versions/3.13.*/bin/python; do \
	"$$python" -c '' 2>/dev/null && echo "$$python" && break; done)

CHECK_PYTHON = $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo "Foot Coach needs Python 3.11 or later; name one: make $(or $(firstword $(MAKECMDGOALS)),run) PYTHON=python3.13" >&2; exit 1; }

.PHONY: run web ready test thorough check lint types format models pictures lock ask-cli skill-package account-linking build build-Coach deploy-local bench attack clean

$(RUN_VENV)/.installed: requirements/run.txt
	@$(CHECK_PYTHON)
	@echo "Setting up (once, about half a minute)..." >&2
	@$(PYTHON) -m venv $(RUN_VENV)
	@$(RUN_VENV)/bin/python $(PIP) requirements/run.txt >&2
	@touch $@

$(WEB_VENV)/.installed: requirements/browser.txt
	@$(CHECK_PYTHON)
	@echo "Setting up (once, a minute or two: 760 MB with a voice and ears)..." >&2
	@$(PYTHON) -m venv $(WEB_VENV)
	@$(WEB_VENV)/bin/python $(PIP) requirements/browser.txt >&2
	@touch $@

$(VENV)/.installed: requirements/test.txt
	@$(CHECK_PYTHON)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python $(PIP_FOR_TESTS) requirements/test.txt
	$(BIN)/python $(COMPILE_ALL) $(VENV)/lib || true
	@touch $@

$(DEPLOY_VENV)/.installed: requirements/deploy.txt
	@$(CHECK_PYTHON)
	$(PYTHON) -m venv $(DEPLOY_VENV)
	$(DEPLOY_VENV)/bin/python $(PIP_FOR_TESTS) requirements/deploy.txt
	@touch $@

run: $(RUN_VENV)/.installed
	@$(RUN_VENV)/bin/python -m skill talk $(ARGS)

web: $(WEB_VENV)/.installed
	@$(WEB_VENV)/bin/python -m skill web --open $(ARGS)

# What others wrote for Node, for the tests that use it; without Node those are skipped and say so.
NODE_PARTS := $(patsubst %,%/node_modules/.package-lock.json,\
	tests/virtual_alexa tests/apl_viewhost tests/axe tools/ask_cli)

%/node_modules/.package-lock.json: %/package-lock.json
	@command -v npm >/dev/null && cd $* && npm ci --silent || echo "$* was not installed: it needs npm" >&2

# All that the tests need, set up.
ready: $(VENV)/.installed $(DEPLOY_VENV)/.installed $(NODE_PARTS)

# What tests write is thrown away a moment later, so it need not reach a disk where there is room for it in memory.
TEST_FILES := $(shell [ -w /dev/shm ] && [ "$$(df --output=avail /dev/shm | tail -1)" -gt 4000000 ] && echo TMPDIR=/dev/shm)

# Python keeps what it compiled, also where it is told not to: hundreds of tests begin processes of their own.
test: ready
	env -u PYTHONDONTWRITEBYTECODE $(TEST_FILES) $(BIN)/python -m pytest -n 2 --dist loadgroup --no-loadscope-reorder $(ARGS)

lint: $(VENV)/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed
	$(BIN)/mypy

check: lint types
	$(BIN)/python -m pytest -n 2 -m "not slow" $(ARGS)

format: $(VENV)/.installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

build: $(DEPLOY_VENV)/.installed
	$(SAM) validate --region us-east-1
	$(SAM) build
ifeq ($(LAMBDA_PYTHON),)
	@echo "Built, but not compiled: there is no Python 3.13 here, so each cold start will be slower." >&2
	@echo "Install one, or name it: make build LAMBDA_PYTHON=/path/to/python3.13" >&2
endif

# Deploys what was built to an AWS that runs on this machine, and talks to it.
deploy-local: $(VENV)/.installed $(DEPLOY_VENV)/.installed
	$(BIN)/python -m pytest tests/aws/test_deploy.py -v $(ARGS)

# What we measure, and against what; one part with make bench PART=cold_start.
bench: $(VENV)/.installed
	$(BIN)/python -m bench $(PART)

# Ten thousand conversations drawn at random, of which `make test` holds a thousand.
thorough: $(VENV)/.installed
	env -u PYTHONDONTWRITEBYTECODE $(TEST_FILES) $(BIN)/python -m pytest --hypothesis-profile=thorough \
		tests/conversation/test_told_and_confirmed.py $(ARGS)

# What strangers and faults may try, tried here; one part with make attack PART=web.
attack: $(VENV)/.installed
	$(BIN)/python -m bench.attack $(PART)

# Called by sam build. The time makes every build another one: SAM publishes a version, which is what Alexa
# calls, only when the package differs, and would never publish a parameter that has changed alone.
# Locale data of languages nobody speaks to the coach, and descriptions of AWS services it does not call, are
# four fifths of the package; they stay out. SAM hides what this prints, unless it fails.
build-Coach: $(DEPLOY_VENV)/.installed
	$(DEPLOY_VENV)/bin/python $(PIP) requirements/lambda.txt --target "$(ARTIFACTS_DIR)" --python-version 3.13 \
		--platform manylinux_2_34_aarch64 --platform manylinux_2_28_aarch64 --platform manylinux2014_aarch64 \
		--implementation cp --only-binary :all: --no-compile
	cp -R skill lambda "$(ARTIFACTS_DIR)"
	date -u +%Y-%m-%dT%H:%M:%SZ > "$(ARTIFACTS_DIR)"/BUILT
	$(DEPLOY_VENV)/bin/python -m tools.lambda_package "$(ARTIFACTS_DIR)"
	rm -rf "$(ARTIFACTS_DIR)"/boto3/data "$(ARTIFACTS_DIR)"/boto3/examples "$(ARTIFACTS_DIR)"/bin
	cd "$(ARTIFACTS_DIR)"/babel/locale-data && find . -name '*.dat' \
		$(foreach folder,$(wildcard skill/content/*/),! -name '$(notdir $(folder:/=))*.dat') ! -name root.dat -delete
	find "$(ARTIFACTS_DIR)" -name __pycache__ -prune -exec rm -rf {} +
ifneq ($(LAMBDA_PYTHON),)
	"$(LAMBDA_PYTHON)" -m compileall -q --invalidation-mode unchecked-hash "$(ARTIFACTS_DIR)"
endif

# Writes every locale's interaction model from the sentences.
models: $(VENV)/.installed
	$(BIN)/python -m tools.interaction_model

# Writes the pictures of the exercises, and docs/exercises.md that shows them.
pictures: $(VENV)/.installed
	$(BIN)/python -m tools.pictures

# Pins every requirement with its hashes, for Python 3.11 and later, the Lambda's for what it runs on; needs uv.
LOCK := uv pip compile --quiet --generate-hashes --no-emit-index-url --no-annotate --no-header --upgrade

lock:
	for set in run browser test serve deploy; do \
		$(LOCK) --universal --python-version 3.11 --output-file requirements/$$set.txt requirements/$$set.in || exit 1; \
	done
	$(LOCK) --python-platform aarch64-manylinux_2_34 --python-version 3.13 --only-binary :all: \
		--output-file requirements/lambda.txt requirements/lambda.in

# Amazon's ASK CLI, pinned: tools/ask_cli/node_modules/.bin/ask.
ask-cli: tools/ask_cli/node_modules/.package-lock.json

# What `ask deploy` uploads; make skill-package ENDPOINT=... once there is one (docs/deploy.md).
skill-package:
	$(PYTHON) tools/skill_package.py $(if $(ENDPOINT),--endpoint $(ENDPOINT))

# What lets runners link their accounts at Strava (docs/importing.md).
account-linking:
	$(PYTHON) -m tools.account_linking

clean:
	rm -rf $(VENV) $(RUN_VENV) $(DEPLOY_VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .aws-sam
