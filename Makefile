# What a developer, CI and a new user run. Everything else that is needed is installed from here.

.DEFAULT_GOAL := help
SHELL := bash
.SHELLFLAGS := -euo pipefail -c

CARGO ?= cargo
NEXTEST := $(shell $(CARGO) nextest --version >/dev/null 2>&1 && echo yes)

.PHONY: help
help: ## Shows this
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# --- for everybody ---------------------------------------------------------

.PHONY: run
run: build ## Builds all and starts the server on http://127.0.0.1:8080, with a demo project at the first start
	KANSO_DEMO=true target/release/kanso serve

.PHONY: build
build: web ## Builds the front end and the release program
	$(CARGO) build --release --locked --package kanso

.PHONY: test
test: ## Runs every check and test, on SQLite and on PostgreSQL, and in a browser
	scripts/test

.PHONY: chaos
chaos: web ## Kills servers during ten thousand changes, on both databases, and counts what arrives
	scripts/chaos

.PHONY: bench
bench: web ## Measures, and prints each figure beside the limit of this machine
	scripts/bench

.PHONY: screenshots
screenshots: web ## Takes a picture of every page, in both themes, on a desk and on a phone, into target/screenshots
	$(CARGO) build --package kanso
	cd web && node scripts/screenshots.mjs

.PHONY: deb
deb: build ## Makes the Debian package, in target/debian
	$(CARGO) deb --version >/dev/null 2>&1 || $(CARGO) install --locked cargo-deb
	$(CARGO) deb --package kanso --no-build

.PHONY: audit
audit: ## Looks for known holes, licences and sources in what is depended on
	$(CARGO) deny --version >/dev/null 2>&1 || $(CARGO) install --locked cargo-deny
	$(CARGO) deny check
	cd web && npm audit

.PHONY: dev
dev: web ## Starts an unoptimised server on ./data, with a demo project and webhooks to loopback allowed
	KANSO_DEMO=true KANSO_WEBHOOK_ALLOW_PRIVATE_NETWORKS=true $(CARGO) run --package kanso -- serve

# --- parts -----------------------------------------------------------------

.PHONY: web
web: web/dist/manifest.json ## Builds the front end

web/dist/manifest.json: $(shell find web -path web/node_modules -prune -o -path web/dist -prune -o -type f -print) web/node_modules/.package-lock.json
	cd web && npm run --silent build
	@touch $@

web/node_modules/.package-lock.json: web/package.json web/package-lock.json
	cd web && npm ci --no-audit --no-fund
	@touch $@

.PHONY: clean
clean: ## Removes what was built
	rm -rf target web/dist web/node_modules
