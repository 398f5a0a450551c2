# Everything that is done to the portal. `make help` lists it.

PYTHON ?= python3
PORT ?= 8000
SITE_URL ?= http://127.0.0.1:$(PORT)

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
LOCK := local/tools/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links
SOME := not thorough
OURS := manage.py reformportal provinces indicators tests tools bench

# Python keeps what it has compiled, whatever the machine says: else every command compiles it anew.
unexport PYTHONDONTWRITEBYTECODE
export PORT
export DJANGO_SETTINGS_MODULE := reformportal.settings
.DELETE_ON_ERROR:
.PHONY: help run admin test thorough sqlite postgresql chromium lint screens office bench drill lock maps vendor messages clean

help:  ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

run: export SITE_URL := $(SITE_URL)
run: .venv/.run local/secret-key  ## serve the portal on PORT (8000), figures loaded
	@$(BIN)/python -m tools.prepare
	@$(MANAGE) draw_pictures --follow & exec $(BIN)/gunicorn --config reformportal/gunicorn.conf.py reformportal.wsgi

admin: .venv/.run local/secret-key  ## make the first staff account (asks, or reads DJANGO_SUPERUSER_*)
	@umask 077; $(MANAGE) migrate --verbosity 0
	@$(MANAGE) createsuperuser $(if $(DJANGO_SUPERUSER_PASSWORD),--noinput)

test: .venv/.test lint  ## what must hold, on SQLite, PostgreSQL and in Chromium (under four minutes)
	tools/need.sh chromium fonts-liberation postgresql gettext nginx openssl systemd
	@$(MAKE) --no-print-directory --jobs 2 --output-sync=target sqlite postgresql chromium
	@echo "Of many alike a few were asked; all the others: make thorough (nine minutes)"

thorough: .venv/.test  ## what test leaves out: every edition, province, page and language
	tools/need.sh chromium fonts-liberation postgresql gettext nginx openssl systemd
	@$(MAKE) --no-print-directory --jobs 2 --output-sync=target sqlite postgresql SOME=thorough
	$(BIN)/pytest tests/browser -n 2 -m thorough

sqlite:
	$(BIN)/pytest --ignore tests/browser -m "$(SOME)"

postgresql:
	tools/with-postgres.sh $(BIN)/pytest --ignore tests/browser -m "database and $(SOME)"

chromium:
	$(BIN)/pytest tests/browser -m "$(SOME)"

lint: .venv/.test  ## what reading alone finds
	$(BIN)/ruff check --quiet $(wildcard $(OURS))
	$(BIN)/ruff format --quiet --check $(wildcard $(OURS))
	$(if $(wildcard templates),$(BIN)/djlint --quiet --lint templates)

screens: .venv/.test local/secret-key  ## compare the design page with its accepted pictures (ACCEPT=1 takes today's)
	tools/need.sh chromium
	@$(BIN)/python -m tools.prepare
	@$(BIN)/python -m tools.screens $(if $(ACCEPT),--accept)

office: .venv/.run local/secret-key  ## open workbooks in LibreOffice and compare them with the CSV files
	tools/need.sh libreoffice-calc
	@$(BIN)/python -m tools.prepare
	@$(BIN)/python -m tools.office

bench: .venv/.run local/bench/.made  ## measure pages, memory and growth (some minutes)
	tools/need.sh nginx openssl
	@timeout 1200 $(BIN)/python -m bench.run

drill: .venv/.run  ## kill the parts of a portal of many machines under load, on this one (some minutes)
	tools/need.sh postgresql nginx openssl
	@timeout 600 $(BIN)/python -m bench.drill

lock: local/tools/.made  ## renew the locks (UPGRADE=--upgrade takes newer versions)
	$(LOCK) $(UPGRADE) requirements.in -o requirements.lock
	$(LOCK) $(UPGRADE) -c requirements.lock requirements-test.in -o requirements-test.lock
	$(LOCK) $(UPGRADE) requirements-bench.in -o requirements-bench.lock
	$(LOCK) $(UPGRADE) requirements-tools.in -o requirements-tools.lock

maps: .venv/.run  ## draw the maps anew from the larger drawings in fixtures/maps/larger/
	$(BIN)/python tools/make_maps.py

vendor: local/tools/.made  ## fetch Chart.js, the fonts and axe anew
	PYTHON=local/tools/bin/python tools/vendor.sh

messages: .venv/.test local/secret-key  ## gather the Vietnamese texts, compile the English ones
	tools/need.sh gettext
	$(MANAGE) makemessages --locale en --no-obsolete --add-location file --ignore local --ignore tests
	$(MANAGE) compilemessages --locale en --ignore .venv

clean:  ## forget everything that can be made again (the local database too)
	rm -rf .venv local .pytest_cache .ruff_cache .hypothesis

.venv/.run: requirements.lock
	@tools/venv.sh .venv $<
	@touch $@

.venv/.test: requirements-test.lock .venv/.run
	@tools/venv.sh .venv $<
	@touch $@

local/tools/.made: requirements-tools.lock | local
	@tools/venv.sh local/tools $<
	@touch $@

local/bench/.made: requirements-bench.lock | local
	@tools/venv.sh local/bench $<
	@touch $@

local:
	@mkdir -m 700 -p $@

local/secret-key: | .venv/.run local
	@umask 077; $(BIN)/python -c "import secrets; print(secrets.token_urlsafe(50))" > $@
