# make site: build the site into site/.  make test: all tests.  make quick: those of a minute.
# make serve: a preview that follows edits.  make docs: build this project's documentation into
# build/docs/.  make lock: the lock files.
.PHONY: site test quick serve docs lock
.DEFAULT_GOAL := site

export NO_MKDOCS_2_WARNING = 1
$(foreach time,$(shell git log -1 --format=%ct 2>/dev/null),$(eval export SOURCE_DATE_EPOCH ?= $(time)))

PROCESSES = -n 2 --dist loadfile  # each file of tests in one of two processes

site:
	scripts/setup site
	.venv/bin/mkdocs build --strict
	.venv/bin/mingbai pack site
	@echo "Built: site/index.html"

test:
	scripts/setup test
	.venv/bin/pytest $(PROCESSES)

quick:  # ruff, mypy, and the tests that need no browser and no built site
	scripts/setup quick
	.venv/bin/pytest $(PROCESSES) -m "not slow and not browser"

serve:
	scripts/setup site
	.venv/bin/mkdocs serve --livereload --watch data --watch overrides

docs:
	scripts/setup site
	.venv/bin/mkdocs build --strict --config-file mkdocs-docs.yml

LOCK = .venv/bin/pip-compile --quiet --strip-extras --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links

lock:  # in a virtual environment of the oldest Python we serve, 3.11.2
	$(LOCK) --output-file requirements/site.txt requirements/site.in
	$(LOCK) --output-file requirements/test.txt requirements/test.in
	$(LOCK) --output-file requirements/audit.txt requirements/audit.in
	$(LOCK) --output-file requirements/release.txt requirements/release.in
