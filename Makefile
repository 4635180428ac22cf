# Every target does its own set-up. `make demo` and `make test` work on a fresh Debian machine with Swift.

PREFIX ?= /usr/local
OUT ?= out
RELEASE = swift build -c release --static-swift-stdlib -Xlinker -s --product pathbook
PATHBOOK = .build/release/pathbook
VENV = .build/test-venv
SWIFT_SOURCES = Package.swift Sources Tests

.PHONY: demo test test-all lint format golden install set-up test-set-up clean

demo: set-up
	$(RELEASE)
	Scripts/demo.sh $(PATHBOOK) $(OUT)

# The long tests are skipped here: see test-all.
test: set-up test-set-up $(VENV)/.done
	PATHBOOK_PYTHON=$(CURDIR)/$(VENV)/bin/python3 SWIFT_BACKTRACE=enable=no swift test

test-all: set-up test-set-up $(VENV)/.done
	PATHBOOK_PYTHON=$(CURDIR)/$(VENV)/bin/python3 PATHBOOK_LONG_TESTS=1 SWIFT_BACKTRACE=enable=no swift test

lint:
	swift format lint --strict --recursive $(SWIFT_SOURCES)

format:
	swift format --in-place --recursive $(SWIFT_SOURCES)

# Writes the expected output of the sample clients anew, and fails so that nobody takes the run for a test.
golden: set-up test-set-up $(VENV)/.done
	PATHBOOK_PYTHON=$(CURDIR)/$(VENV)/bin/python3 PATHBOOK_RENEW_GOLDEN=1 SWIFT_BACKTRACE=enable=no \
	  swift test --filter GoldenFileTests

install: set-up
	$(RELEASE)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(PATHBOOK) "$(DESTDIR)$(PREFIX)/bin/pathbook"

set-up:
	@Scripts/set-up.sh libxlsxwriter-dev libzip-dev libexpat1-dev libjansson-dev pkg-config

test-set-up:
	@Scripts/set-up.sh python3-venv unzip

# The readers that check what Pathbook writes are Python packages in an environment of their own.
$(VENV)/.done: Scripts/test-requirements.txt | test-set-up
	python3 -m venv $(VENV)
	$(VENV)/bin/python3 -m pip install --quiet --disable-pip-version-check -r Scripts/test-requirements.txt
	@touch $@

clean:
	rm -rf .build $(OUT)
