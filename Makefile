# Every target does its own set-up. `make demo` and `make test` work on a fresh Debian machine with Swift.

PREFIX ?= /usr/local
OUT ?= out
FUZZ_SECONDS ?= 60
# Nothing looks for symbols in the program, and a loader that knows packed relocations (glibc 2.36 and later, which the package
# asks for) reads 3 MB less at each start.
PACKED = $(shell getconf GNU_LIBC_VERSION | awk '$$2 >= 2.36 { print "-Xlinker -z -Xlinker pack-relative-relocs" }')
# The types that the program uses are asked for by the functions that make them, and not by their names, each of which costs the
# runtime a look through the 9,000 conformances of the program: a sixth of a start.
BY_FUNCTION = -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
# Swift's runtime needs the C++ library. Linked in, it is not looked for, mapped and bound at each start: 0.7 ms and 0.9 MB.
STATIC = .build/static
# What a report calls lies side by side, so that a start maps 2 MB less of the program. A name that the program does not have (any
# more) is passed over; `make start-order` writes the names anew.
ORDER = -Xlinker --symbol-ordering-file=Scripts/start-order.txt -Xlinker --no-warn-symbol-ordering
# Whether the program keeps its symbols.
STRIP = -Xlinker -s
# Nothing of the program lies beside it, where the loader would look for each library first.
PLACE = --disable-local-rpath
RELEASE = mkdir -p $(STATIC) && ln -sf "$$(clang -print-file-name=libstdc++.a)" $(STATIC) && \
  swift build -c release --static-swift-stdlib $(PLACE) -Xswiftc -use-ld=lld $(BY_FUNCTION) $(STRIP) $(ORDER) \
  -Xlinker -L$(STATIC) -Xlinker --no-export-dynamic $(PACKED) --product pathbook
MANUAL = $(RELEASE:pathbook=generate-manual)
PATHBOOK = .build/release/pathbook
VENV = .build/test-venv
SPARK = .build/spark-venv
BENCH = .build/bench
# Optimized, the tests take a third of the processor time; beside the build that `swift build` and editors use.
export TESTS = --scratch-path .build/tests -Xswiftc -O
SWIFT_SOURCES = Package.swift Sources Tests

.PHONY: demo pdf docs check-docs test build-tests test-all test-memory fuzz start-order lint format golden catalogue bench bench-session bench-engines \
  gallery install deb set-up engines-set-up test-set-up clean

demo: set-up
	$(RELEASE)
	@$(MAKE) --no-print-directory pdf || echo "Without the compiler of PDFs all other formats are written." >&2
	Scripts/demo.sh $(PATHBOOK) $(OUT)

# For this user: any pathbook, also a copied one, then takes --format pdf.
pdf: set-up
	@Scripts/set-up.sh python3-venv fonts-dejavu-core fonts-wqy-microhei
	$(RELEASE)
	$(PATHBOOK) setup pdf

# The documentation as a site. A link, a heading or a picture that is not there fails it.
docs: $(VENV)/.done
	$(VENV)/bin/python3 -m sphinx -q -W --keep-going -b html -c Documentation/site -d .build/docs . $(OUT)/docs
	@echo "open $(OUT)/docs/index.html"

# The links and the spelling of documents and templates. The commands of the documentation are run by the tests.
check-docs: docs
	@Scripts/set-up.sh hunspell hunspell-en-us hunspell-es
	$(VENV)/bin/python3 Scripts/check_spelling.py

# The long tests are skipped here: see test-all. The readers are set up, and the documents checked, while the tests are built.
test: set-up test-set-up
	@$(MAKE) --no-print-directory --jobs=2 check-docs build-tests
	Scripts/test.sh $(CURDIR)/$(VENV)/bin/python3

build-tests:
	swift build --build-tests $(TESTS)
	swift build --product generate-manual $(TESTS)

# Takes about two hours and 20 GB of disk: a caseload of 100,000 clients is among the tests.
test-all: set-up test-set-up engines-set-up check-docs $(SPARK)/.done
	@Scripts/set-up.sh libreoffice-calc poppler-utils default-jre-headless strace lintian mmdebstrap dpkg-dev binutils
	$(RELEASE)
	$(MANUAL)
	@$(MAKE) --no-print-directory build-tests
	PATHBOOK_PYTHON=$(CURDIR)/$(VENV)/bin/python3 PATHBOOK_LONG_TESTS=1 \
	  PATHBOOK_OEWS=$(OEWS) SWIFT_BACKTRACE=enable=no swift test $(TESTS)
	$(MAKE) fuzz

# Looks for lost, doubly freed and misused memory in 1,000 workbooks, failed ones among them. What valgrind says of
# uninitialized values is left out: Swift copies the unused bytes of its values.
test-memory: set-up
	@Scripts/set-up.sh valgrind binutils unzip
	PATHBOOK_MEMORY_TESTS=1 SWIFT_BACKTRACE=enable=no swift test --sanitize=address --disable-xctest \
	  --scratch-path .build/memory/asan --filter ManyWorkbooksTests
	swift build -c release --static-swift-stdlib --scratch-path .build/memory/valgrind --product ManyWorkbooks
	objcopy --strip-debug .build/memory/valgrind/release/ManyWorkbooks .build/memory/many-workbooks
	valgrind --quiet --undef-value-errors=no --leak-check=full --errors-for-leak-kinds=definite --error-exitcode=9 \
	  --suppressions=Tests/ManyWorkbooks/swift.supp .build/memory/many-workbooks 2>.build/memory/valgrind.txt \
	  || { grep '^==' .build/memory/valgrind.txt; exit 1; }

# Invents files for every reader, FUZZ_SECONDS for each, or for those in TARGETS: see Documentation/security.md.
fuzz: set-up
	Scripts/fuzz.sh $(FUZZ_SECONDS) $(TARGETS)

# Of a program with its symbols; valgrind does not read all of what a debugger needs of them.
start-order: set-up
	@Scripts/set-up.sh valgrind binutils
	$(subst $(STRIP),,$(RELEASE))
	objcopy --strip-debug $(PATHBOOK) .build/with-symbols
	Scripts/start-order.sh .build/with-symbols >.build/start-order.txt
	mv .build/start-order.txt Scripts/start-order.txt

lint:
	swift format lint --strict --recursive $(SWIFT_SOURCES)

format:
	swift format --in-place --recursive $(SWIFT_SOURCES)

# Writes the expected output of the sample clients anew, and fails so that nobody takes the run for a test.
golden: set-up test-set-up $(VENV)/.done build-tests
	PATHBOOK_RENEW_GOLDEN=1 Scripts/test.sh $(CURDIR)/$(VENV)/bin/python3 --filter 'GoldenFileTests|PromiseTests'

# Makes the catalogue of occupations anew from files as they were published: PUBLISHED is a folder with oews/, projections/
# and onet/. The same files change nothing. A new edition goes into WAGES and STATES.
WAGES ?= national_M2024_dl.xlsx
STATES ?= state_M2024_12-neighbors.csv state_M2024_29-2072.csv
catalogue: set-up
	$(RELEASE)
	$(PATHBOOK) dataset import $(addprefix $(PUBLISHED)/oews/,$(WAGES) $(STATES)) \
	  $(PUBLISHED)/projections/occupation.xlsx $(PUBLISHED)/onet/occupation_data.csv \
	  $(PUBLISHED)/onet/related_occupations.csv $(PUBLISHED)/onet/alternate_titles_29-2072.csv \
	  --catalogue Samples/catalogue

# The peers write the same workbook; compare.py holds them against ours before anything is timed. FORMER is another
# pathbook, such as that of an earlier commit, to be held against this one in the same rounds.
FORMER ?=
bench: set-up test-set-up pdf $(BENCH)/venv/.done
	$(RELEASE)
	$(PATHBOOK) report Samples/clients/worked-example.json --output $(BENCH)/out
	$(BENCH)/venv/bin/python3 Benchmarks/peers/generate.py $(BENCH)/out/worked-example.xlsx \
	  --c $(BENCH)/peer.c --python $(BENCH)/peer.py
	cc -O2 -IBenchmarks/peers -o $(BENCH)/peer $(BENCH)/peer.c $$(pkg-config --cflags --libs xlsxwriter libzip expat)
	cc -O2 -DPACKED -IBenchmarks/peers -ISources/CXlsxPackaging/include -o $(BENCH)/packed-peer $(BENCH)/peer.c \
	  Sources/CXlsxPackaging/*.c -l:libdeflate.a $$(pkg-config --cflags --libs xlsxwriter libzip expat)
	$(BENCH)/venv/bin/python3 -m compileall -q -f $(BENCH)/peer.py
	$(BENCH)/packed-peer $(BENCH)/c.xlsx verify
	$(BENCH)/peer $(BENCH)/c.xlsx verify
	$(BENCH)/venv/bin/python3 $(BENCH)/peer.py $(BENCH)/python.xlsx
	$(BENCH)/venv/bin/python3 Benchmarks/peers/compare.py $(BENCH)/out/worked-example.xlsx \
	  $(BENCH)/c.xlsx $(BENCH)/python.xlsx
	$(BENCH)/venv/bin/python3 Benchmarks/one_client.py $(PATHBOOK) $(BENCH) $(FORMER)
	$(BENCH)/venv/bin/python3 Benchmarks/caseload.py $(PATHBOOK) $(BENCH) $(FORMER)

$(BENCH)/venv/.done: Benchmarks/requirements.txt | test-set-up
	python3 -m venv $(BENCH)/venv
	$(BENCH)/venv/bin/python3 -m pip install --quiet --disable-pip-version-check -r Benchmarks/requirements.txt
	@touch $@

# How fast a session answers with 2,000 clients.
bench-session: set-up test-set-up $(VENV)/.done
	$(RELEASE)
	$(VENV)/bin/python3 Benchmarks/session.py $(PATHBOOK)

# What Slurm, GNU parallel and Spark take more than one batch, ROWS clients in three formats. An hour for 20,000.
ROWS ?= 20000
bench-engines: set-up engines-set-up $(SPARK)/.done
	$(RELEASE)
	$(SPARK)/bin/python3 Benchmarks/engines.py $(PATHBOOK) $(BENCH)/engines $(ROWS)

# Pictures of reports, of the sheets and of a session for the documentation.
gallery: set-up test-set-up pdf $(VENV)/.done
	@Scripts/set-up.sh libreoffice-calc poppler-utils fonts-dejavu-core python3
	$(RELEASE)
	python3 Scripts/gallery.py $(PATHBOOK) Samples/clients/worked-example.json Documentation/gallery
	python3 Scripts/report_gallery.py $(PATHBOOK) Samples/clients/worked-example.json \
	  Samples/comparisons/medical-assistant.json Documentation/pictures
	$(VENV)/bin/python3 Scripts/session_gallery.py $(PATHBOOK) Samples/clients Samples/rosters/crm.csv Documentation/session

# What is installed where stands in Scripts/stage.sh.
install: set-up
	@Scripts/set-up.sh binutils
	$(RELEASE)
	$(MANUAL)
	Scripts/stage.sh .build/release "$(abspath $(PREFIX))" "$(DESTDIR)"

# A Debian package in dist/.
deb: set-up
	@Scripts/set-up.sh dpkg-dev binutils
	$(RELEASE)
	$(MANUAL)
	Scripts/deb.sh .build/release dist

set-up:
	@Scripts/set-up.sh libxlsxwriter-dev libminizip-dev libdeflate-dev libzip-dev libexpat1-dev libjansson-dev \
	  libssl-dev libyaml-dev pkg-config \
	  librsvg2-2 fonts-dejavu-core libarchive13

# What runs a caseload in shards. The tests and benchmarks start Slurm themselves, with files and ports of its own.
engines-set-up:
	@Scripts/set-up.sh slurm-wlm munge parallel default-jre-headless util-linux python3-venv

test-set-up:
	@Scripts/set-up.sh python3-venv unzip chromium chromium-driver poppler-utils fonts-dejavu-core fonts-wqy-microhei \
	  binutils dpkg-dev man-db hunspell hunspell-en-us hunspell-es

# The readers that check what Pathbook writes are Python packages in an environment of their own.
# The compiler of PDFs among them is the one that users get: its list has hashes, and so cannot be read with the other.
$(VENV)/.done: Scripts/test-requirements.txt Scripts/docs-requirements.txt Sources/Export/PDF/typst-requirements.txt
	@Scripts/set-up.sh python3-venv
	python3 -m venv $(VENV)
	for list in Sources/Export/PDF/typst-requirements.txt Scripts/test-requirements.txt; do \
	  $(VENV)/bin/python3 -m pip install --quiet --disable-pip-version-check --no-compile -r $$list || exit 1; done
	@touch $@

# PySpark brings its own Spark, 700 MB.
$(SPARK)/.done: Scripts/spark-requirements.txt | engines-set-up
	python3 -m venv $(SPARK)
	$(SPARK)/bin/python3 -m pip install --quiet --disable-pip-version-check -r Scripts/spark-requirements.txt
	@touch $@

clean:
	rm -rf .build $(OUT) dist
