# Tiltakslosen. «make run» er alt som trengs; «make» viser resten.
# What the targets do is in bot/drift: it needs only a Python of 3.8 or newer, and sets up the rest by itself.

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := hjelp

# The first Python that runs. (A pyenv shim may be there without a version behind it, so each is tried.)
PYTHON ?= $(shell for p in python3 python3.12 python3.13 python3.11 python3.10 /usr/bin/python3 python; do \
	if "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 8))' >/dev/null 2>&1; then echo "$$p"; break; fi; done)
DRIFT = $(PYTHON) -m bot.drift
APP = .venv/app/bin/python
RASA = RASA_TELEMETRY_ENABLED=false TF_CPP_MIN_LOG_LEVEL=3 SQLALCHEMY_SILENCE_UBER_WARNING=1 \
	CUDA_VISIBLE_DEVICES=-1 .venv/rasa/bin/python -W ignore -m rasa

.PHONY: hjelp run chat test test-rasa lint format validate train katalog nettchat nettchat-dev bench teams-pakke miljo miljo-dev laas rydd python

hjelp: ## vis denne lista
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

python:
	@test -n "$(PYTHON)" || { echo "Feil: Fant ikke Python 3.8 eller nyere."; \
		echo "  Debian og Ubuntu: sudo apt install python3 python3-venv. Kjør så kommandoen igjen."; exit 1; }

run: python ## sett opp det som mangler, start alt og vis adressen (Ctrl-C stopper)
	@exec $(DRIFT) kjor

chat: python ## snakk med assistenten i terminalen
	@exec $(DRIFT) chat

train: python ## tren språkmodellen hvis noe er endret (UANSETT=1: tren uansett)
	@exec $(DRIFT) trening $(if $(UANSETT),--uansett)

katalog: python ## migrer databasen og last katalogen
	@exec $(DRIFT) katalog

nettchat: python ## bygg nettchatten hvis noe er endret
	@exec $(DRIFT) nettchat

nettchat-dev: python ## det samme, med det testene trenger, og kontroll av typene
	@exec $(DRIFT) nettchat --dev

test: lint validate train nettchat-dev test-rasa ## alle kontroller og tester
	$(APP) -m pytest $(PYTEST)

test-rasa: miljo-dev ## testene av delene som kjører inne i Rasa
	.venv/rasa/bin/python -m pytest -c tests/rasa/pytest.ini tests/rasa

lint: miljo-dev ## stil, typer og hvem som får bruke hvem
	$(APP) -m ruff check .
	$(APP) -m ruff format --check .
	$(APP) -m mypy
	.venv/app/bin/lint-imports

format: miljo-dev ## rett stilen
	$(APP) -m ruff check --fix .
	$(APP) -m ruff format .

validate: miljo-dev ## la Rasa kontrollere treningsdataene
	$(RASA) data validate --config config.yml --domain domain.yml \
		--data $(wildcard data/nlu data/rules data/stories) --fail-on-warnings

bench: miljo-dev train ## mål tallene i målene, ved siden av det de måles mot
	$(APP) -m tests.bench

teams-pakke: miljo ## lag apppakken til Microsoft Teams (se docs/teams.md)
	@$(APP) -m bot.kanaler.teams.pakke

miljo: python ## bare miljøene som trengs for å kjøre
	@$(DRIFT) miljo

miljo-dev: python ## miljøene med det tester og kontroller trenger
	@$(DRIFT) miljo --dev

UV_COMPILE = .venv/verktoy/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links
laas: miljo ## regn ut requirements/*.lock på nytt fra *.in (OPPGRADER=1: nyeste versjoner)
	cd requirements && ../$(UV_COMPILE) $(if $(OPPGRADER),--upgrade) --universal --python-version 3.8 uv.in -o uv.lock
	cd requirements && ../$(UV_COMPILE) $(if $(OPPGRADER),--upgrade) --python-version 3.10 \
		--python-platform x86_64-manylinux_2_28 rasa.in -o rasa.lock
	cd requirements && ../$(UV_COMPILE) $(if $(OPPGRADER),--upgrade) --python-version 3.10 \
		--python-platform x86_64-manylinux_2_28 rasa-dev.in -o rasa-dev.lock
	cd requirements && ../$(UV_COMPILE) $(if $(OPPGRADER),--upgrade) --universal --python-version 3.12 app.in -o app.lock
	cd requirements && ../$(UV_COMPILE) $(if $(OPPGRADER),--upgrade) --universal --python-version 3.12 dev.in -o dev.lock
	cd requirements && ../$(UV_COMPILE) $(if $(OPPGRADER),--upgrade) --universal --python-version 3.12 node.in -o node.lock

rydd: ## fjern miljøer, modell og logger (databasen blir liggende)
	rm -rf bot/web/node_modules bot/web/dist
	rm -rf .venv models logs .rasa .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
