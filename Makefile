# make site: build the site into site/.  make test: all tests.  make serve: a preview that follows edits.
# make docs: build this project's documentation into build/docs/.
.PHONY: site test serve docs lock
.DEFAULT_GOAL := site

export NO_MKDOCS_2_WARNING = 1
$(foreach time,$(shell git log -1 --format=%ct 2>/dev/null),$(eval export SOURCE_DATE_EPOCH ?= $(time)))

site:
	scripts/setup site
	.venv/bin/mkdocs build --strict
	.venv/bin/mingbai pack site
	@echo "Built: site/index.html"

test:
	scripts/setup test
	.venv/bin/pytest

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
