# The front door. Every target sets up first what is missing; `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help run test check bench shots setup voices narration lock clean
PY := .venv/bin/python
SIZE ?= 1920x1080

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST)

run: setup ## a hub on 127.0.0.1:8600 with sample data, and a station (SIZE=1080x1920 for portrait without a display)
	@exec $(PY) -m deploy.demo --size $(SIZE)

test: setup ## everything that must hold: check, then every test, on SQLite and on PostgreSQL
	@exec $(PY) -m deploy.setup.run_tests

check: setup ## lint, formatting, types and import contracts
	@exec $(PY) -m deploy.setup.run_checks

bench: setup ## one table of measurements beside Chromium, also in bench/results/latest.json
	@exec $(PY) -m bench

shots: setup ## every screen in every variant into build/shots/
	@exec .venv/bin/kiosk shots build/shots

setup: ## install what is missing: Debian packages, Python packages, faces, pictures, pinyin engine
	@exec python3 deploy/setup/setup.py

voices: setup ## install the neural voice that reads aloud (100 MB); without it there are recordings and the platform's
	@exec $(PY) -m deploy.setup.voices

narration: setup ## record what of the exhibition has no recording yet, with the neural voice (hours; stop and go on at will)
	@exec .venv/bin/kiosk narrate content/narration

lock: ## write requirements/ anew from pyproject.toml
	@exec deploy/setup/lock.sh

clean: ## remove everything that can be made again; var/, the neural voice and recordings stay
	rm -rf .venv build content/packed.json screens/traditional.json media/art/rendered media/fonts/*.otf media/fonts/*.chars screens/inputs/native/*.so screens/inputs/strokes/table.txt screens/inputs/following.txt screens/inputs/handwriting/*.onnx
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
