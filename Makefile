# Kyodo Desktop. Needs python3 (3.11 or newer) and make; everything else is installed by the first command.
#   make run        open the window (without a display: show its main job in pictures and PDFs)
#   make test       everything that CI checks
#   make package    the Linux program in dist/kyodo-desktop, tried out by its own self-test
#   make catalogue  write the catalogue of Japanese texts anew
#   make demo       the pictures and PDFs of the main job, in demo/
#   make pictures   take the pictures of docs/screenshots anew
#   make sample-book  make the sample book of docs/forms anew
#   make benchmark  start-up, filter and counter mode, measured on this machine
#   make clean      remove what was built (not .venv)

PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test lint types layers catalogue-check pytest catalogue package demo pictures sample-book benchmark clean ready

run: ready
	@$(BIN)/kyodo-desktop --without-display demo

test: lint types layers catalogue-check pytest

lint: ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: ready
	$(BIN)/mypy -p kyodo_desktop

layers: ready
	$(BIN)/lint-imports

catalogue-check: ready
	$(BIN)/python installer/catalogue.py --check

pytest: ready
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n auto --dist loadfile

catalogue: ready
	$(BIN)/python installer/catalogue.py

package:
	@$(PYTHON) installer/prepare.py package
	$(BIN)/python installer/package.py

demo: ready
	@$(BIN)/kyodo-desktop self-test --output demo

pictures: ready
	$(BIN)/python installer/screenshots.py

sample-book: ready
	$(BIN)/python installer/sample_book.py

benchmark: ready
	QT_QPA_PLATFORM=offscreen $(BIN)/python benchmarks/start.py
	$(BIN)/python benchmarks/filter.py
	$(BIN)/python benchmarks/counter.py

clean:
	rm -rf build dist demo

ready:
	@$(PYTHON) installer/prepare.py
