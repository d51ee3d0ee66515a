# microlora: `make help` lists the targets. Every tool can be overridden: make CXX=... NODE=...

CXX := clang++-19
CC := clang-19
AR := llvm-ar-19
NM := llvm-nm-19
WASM_CXX := clang++-19
WASM_LD := wasm-ld-19
CLANG_FORMAT := clang-format
NODE := node
NPM := npm
BIN := node_modules/.bin
FUZZ_SECONDS := 60

.DELETE_ON_ERROR:
.SUFFIXES:
.SECONDARY:

# make V=1 shows whole commands.
Q := $(if $(V),,@)
say = @echo '  $(1)'

CORE := $(sort $(wildcard core/*.cpp core/*/*.cpp))
ABI := $(sort $(wildcard abi/*.cpp))
# An edition is one file that names what is linked.
SOURCES := $(CORE) $(ABI) abi/editions/full.cpp
HEADERS := $(wildcard core/*.hpp core/*/*.hpp abi/*.hpp abi/*.h)
GLUE := $(shell find glue -name '*.js' -not -path 'glue/examples/*' -o -name '*.ts' -not -path 'glue/examples/*')

# No fused multiply-add, no reassociation: the bits are part of the contract.
LANGUAGE := -std=c++20 -ffreestanding -fno-exceptions -fno-rtti -ffp-contract=off -fno-math-errno
WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Werror

# Speed for what is hot, size for the rest.
kernels = $(findstring kernels_hot,$(1))
hot = $(findstring _hot,$(1))
native_level = $(if $(call kernels,$(1)),-O3,-O2)
# The kernels are compiled by themselves: what makes the rest small at link time would slow them.
wasm_level = $(if $(call kernels,$(1)),-O2 -fno-lto,-Oz)

.PHONY: help
help:
	@echo 'make demo       learn query plans in a real SQLite, from the committed dist/ (needs only Node)'
	@echo 'make demo-retrieval  learn to find manual pages by their descriptions (Debian, minutes)'
	@echo 'make demo-federated  20 clients learn one adapter and send no data'
	@echo 'make test       everything CI runs'
	@echo 'make check      the fast inner loop: native tests and node tests of the artifacts'
	@echo 'make deps       install what is missing: Debian packages (as root) and npm packages'
	@echo 'make native     build/native/liblora.a and its tests'
	@echo 'make install    lora.h, liblora.a and lora.pc, to PREFIX=$(PREFIX), below DESTDIR if it is set'
	@echo 'make uninstall  takes them away again'
	@echo 'make wasm       the wasm modules, in build/'
	@echo 'make dist       rebuild dist/'
	@echo 'make bench      ours beside native, the published package, plain JS and TensorFlow.js, and how'
	@echo '                each grows with its sizes (bench-growth), into bench/results/'
	@echo 'make bench-learn     what is learned, how fast and how well, over seeds'
	@echo 'make bench-retrieval, bench-federated  what these demos show, into bench/results/'
	@echo 'make oracle          PyTorch runs the golden cases again (python3-torch)'
	@echo 'make fixtures        PyTorch makes the PEFT fixtures again, and a reader in Python opens our files'
	@echo 'make bench-browsers  the core cases in Chromium, Firefox and WebKit'
	@echo 'make bench-stream    memory bandwidth against a bare loop'
	@echo 'make bench-files     saving and loading: bytes and times'
	@echo 'make bench-init      from import to the first answer, in fresh processes'
	@echo 'make matrix          every runtime and bundler, from the packed tarball; MATRIX_FLAGS=--help'
	@echo 'make test-instructions  instruction counts of native calls against the committed ones'
	@echo 'make test-frameworks  beside real libraries of others: state managers, test runners with a DOM, stores'
	@echo 'make test-storage    a page reload in Chromium, Firefox and WebKit: what was learned is still there'
	@echo 'make fuzz       fuzz the boundary for FUZZ_SECONDS=$(FUZZ_SECONDS)'
	@echo 'make size       sizes against their budgets'
	@echo 'make format     clang-format and prettier'
	@echo 'make clean      remove build/'

# ---- dependencies ----

DEBIAN := clang-19 lld-19 llvm-19 libclang-rt-19-dev catch2 chromium valgrind gcc g++ pkgconf
missing = $(strip $(shell for p in $(1); do dpkg-query -W -f '$${db:Status-Status}' $$p 2>/dev/null | grep -qx installed || echo $$p; done))

define install_debian
@missing="$(call missing,$(1))"; if [ -n "$$missing" ]; then \
  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
    echo "installing $$missing"; \
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
  else \
    echo "missing: $$missing"; echo "install with: sudo apt-get install --no-install-recommends $$missing"; exit 1; \
  fi; fi
endef

.PHONY: deps
deps: node_modules/.stamp
	$(call install_debian,$(DEBIAN))

.PHONY: deps-format
deps-format: node_modules/.stamp
	$(call install_debian,clang-format)

# npm packages of a folder, as its lock file says.
%/node_modules/.stamp: %/package-lock.json %/package.json
	cd $* && $(NPM) ci --loglevel=error
	@touch $@

node_modules/.stamp: package-lock.json package.json
	$(NPM) ci --loglevel=error
	@touch $@

# ---- native ----

NATIVE := build/native
native_objects = $(SOURCES:%.cpp=$(1)/%.o)
# The archive can also become part of a shared library, which then shows none of its names.
EMBEDDABLE := -fPIC -fvisibility=hidden
SANITIZE := -g -fsanitize=address,undefined -fno-sanitize-recover=all

$(NATIVE)/%.o: %.cpp $(HEADERS) Makefile
	@mkdir -p $(@D)
	$(call say,compile $<)
	$(Q)$(CXX) $(LANGUAGE) $(WARNINGS) $(EMBEDDABLE) $(call native_level,$<) -c $< -o $@

build/sanitize/%.o: %.cpp $(HEADERS) Makefile
	@mkdir -p $(@D)
	$(call say,compile $< (sanitized))
	$(Q)$(CXX) $(LANGUAGE) $(WARNINGS) -O1 $(SANITIZE) -c $< -o $@

$(NATIVE)/liblora.a: $(call native_objects,$(NATIVE))
	@rm -f $@
	$(Q)$(AR) rcs $@ $^

build/sanitize/liblora.a: $(call native_objects,build/sanitize)
	@rm -f $@
	$(Q)$(AR) rcs $@ $^

# Catch2's own main takes long to compile and never changes.
TESTS := $(sort $(wildcard test-native/test_*.cpp))
TEST_HEADERS := $(wildcard test-native/*.hpp)
TEST_FLAGS := -std=c++20 -O1 -Wall -Wextra -Werror -ffp-contract=off -Iabi

$(NATIVE)/test-native/%.o: test-native/%.cpp $(TEST_HEADERS) $(HEADERS) Makefile
	@mkdir -p $(@D)
	$(call say,compile $<)
	$(Q)$(CXX) $(TEST_FLAGS) -c $< -o $@

build/sanitize/test-native/%.o: test-native/%.cpp $(TEST_HEADERS) $(HEADERS) Makefile
	@mkdir -p $(@D)
	$(call say,compile $< (sanitized))
	$(Q)$(CXX) $(TEST_FLAGS) $(SANITIZE) -c $< -o $@

# This test compiles the arena a second time, to watch a heap of its own.
$(NATIVE)/test-native/test_arena.o build/sanitize/test-native/test_arena.o: core/arena.cpp

test_objects = $(TESTS:%.cpp=$(1)/%.o) $(1)/test-native/main.o $(1)/test-native/driver.o

# What is read when the tests run, and the naive code that PyTorch is compared with.
$(foreach t,golden losses,$(NATIVE)/test-native/test_$(t).o build/sanitize/test-native/test_$(t).o): $(wildcard test-native/golden/*.hpp)

$(NATIVE)/tests: $(call test_objects,$(NATIVE)) $(NATIVE)/liblora.a
	$(Q)$(CXX) $^ -o $@

build/sanitize/tests: $(call test_objects,build/sanitize) build/sanitize/liblora.a
	$(Q)$(CXX) $(SANITIZE) $^ -o $@

# A C program, compiled as C, with the header and the library and nothing else.
$(NATIVE)/example: test-native/example.c abi/lora.h $(NATIVE)/liblora.a
	$(Q)$(CC) -std=c99 -Wall -Wextra -Wpedantic -Werror -O2 -Iabi $< $(NATIVE)/liblora.a -o $@

# What a C or C++ program needs, and pkg-config to find it. Nothing is built here but the archive.
PREFIX := /usr/local
DESTDIR :=
INSTALL := install
VERSION = $(shell sed -n 's/^  "version": "\(.*\)",$$/\1/p' package.json)
INSTALLED := include/lora.h lib/liblora.a lib/pkgconfig/lora.pc

.PHONY: install
install: $(NATIVE)/liblora.a
	$(Q)sed 's|@PREFIX@|$(PREFIX)|; s|@VERSION@|$(VERSION)|' abi/lora.pc.in > $(NATIVE)/lora.pc
	$(INSTALL) -d $(DESTDIR)$(PREFIX)/include $(DESTDIR)$(PREFIX)/lib/pkgconfig
	$(INSTALL) -m 644 abi/lora.h $(DESTDIR)$(PREFIX)/include/
	$(INSTALL) -m 644 $(NATIVE)/liblora.a $(DESTDIR)$(PREFIX)/lib/
	$(INSTALL) -m 644 $(NATIVE)/lora.pc $(DESTDIR)$(PREFIX)/lib/pkgconfig/

.PHONY: uninstall
uninstall:
	rm -f $(INSTALLED:%=$(DESTDIR)$(PREFIX)/%)

.PHONY: test-install
test-install: deps $(NATIVE)/liblora.a
	sh test-native/install.sh

# Counts of instructions do not depend on the load of the machine, as times do.
$(NATIVE)/instructions: test-native/instructions.cpp abi/lora.h $(NATIVE)/liblora.a
	$(Q)$(CXX) -std=c++20 -O2 -Wall -Wextra -Werror -Iabi $< $(NATIVE)/liblora.a -o $@

.PHONY: test-instructions
test-instructions: deps
	@$(MAKE) --no-print-directory $(NATIVE)/instructions
	$(NODE) test-native/instructions.js --compiler $(CXX) $(INSTRUCTIONS_FLAGS)

# The hash of the driver's run, for the tests that want the same bits elsewhere.
$(NATIVE)/hash: test-native/print_hash.cpp $(NATIVE)/test-native/driver.o $(NATIVE)/liblora.a
	$(Q)$(CXX) $(TEST_FLAGS) $^ -o $@

.PHONY: native
native: deps $(NATIVE)/tests $(NATIVE)/example $(NATIVE)/hash

.PHONY: test-native
test-native: native
	$(NATIVE)/tests
	$(NATIVE)/example

.PHONY: test-sanitize
test-sanitize: deps build/sanitize/tests
	build/sanitize/tests

build/fuzz/fuzz_abi: test-native/fuzz_abi.cpp $(SOURCES) $(HEADERS) Makefile
	@mkdir -p $(@D)
	$(CXX) $(TEST_FLAGS) $(SANITIZE) -fsanitize=fuzzer -fno-math-errno $(SOURCES) $< -o $@

.PHONY: fuzz
fuzz: deps build/fuzz/fuzz_abi
	@mkdir -p build/fuzz/corpus
	build/fuzz/fuzz_abi -max_total_time=$(FUZZ_SECONDS) -max_len=512 build/fuzz/corpus

# ---- wasm ----

# clang 19 ignores -fno-slp-vectorize here, so the pass is told itself: its vectors of two are larger and
# slower. Likewise the pass that loads the neighbours of a number to splat it with a shuffle.
WASM := --target=wasm32 $(LANGUAGE) $(WARNINGS) -nostdlib -flto -fno-vectorize -fno-unroll-loops \
  -mllvm -vectorize-slp=false -mllvm -disable-vector-combine
# Every engine with simd128 has the others, for years longer.
SIMD := -mcpu=mvp -msimd128 -mbulk-memory -msign-ext -mnontrapping-fptoint
SCALAR := -mcpu=mvp
# Memory: [stack][static data][arena]; a stack that overflows traps instead of writing over data.
LINK := --no-entry --gc-sections --stack-first -z stack-size=16384 --no-demangle
# Nothing is inlined that makes its caller larger, loops keep an index in place of pointers, and
# nothing waits in a local over a loop that is short to work out again.
SHRINK := --lto-O2 -mllvm -inline-threshold=-20 -mllvm -disable-lsr -mllvm -disable-vector-combine \
  -mllvm -disable-machine-licm -mllvm -enable-pre=false
# Below 1024 lies only the end of the stack, which nothing reaches, so loads may add to their address.
OPTIMIZE := -Oz --converge --low-memory-unused --flatten --rereloop --merge-blocks -Oz -Oz --converge
exports = $(shell sed 's/^/--export=/' $(1))

# $(1): the build's name, $(2): its flags.
# The driver module holds core, boundary and the driver alone, for hosts that run no JavaScript.
define wasm_build
build/$(1)/%.o: %.cpp $(HEADERS) Makefile
	@mkdir -p $$(@D)
	$$(call say,compile $$< ($(1)))
	$$(Q)$$(WASM_CXX) $$(WASM) $(2) $$(call wasm_level,$$<) -c $$< -o $$@

build/driver.$(1).wasm: $(call native_objects,build/$(1)) build/$(1)/test-native/driver.o
	$$(Q)$$(WASM_LD) $$(LINK) $$(SHRINK) --export=driver_hash $$^ -o $$@
endef

# $(1): the build's name, $(2): the edition, $(3): its exports, $(4): its module, $(5): what wasm-opt may use.
define wasm_link
build/$(1)/$(2).linked.wasm: $(CORE:%.cpp=build/$(1)/%.o) $(ABI:%.cpp=build/$(1)/%.o) build/$(1)/abi/editions/$(2).o $(3)
	@! grep -vxFf abi/exports.txt $(3) # every edition's exports are some of the full one's
	$$(call say,link $(4))
	$$(Q)$$(WASM_LD) $$(LINK) $$(SHRINK) $$(call exports,$(3)) $$(filter %.o,$$^) -o $$@

# As text, in which constants are replaced.
build/$(1)/$(2).short.wat: build/$(1)/$(2).linked.wasm glue/constants.js
	$$(Q)$$(BIN)/wasm-opt $(OPTIMIZE) -g --mvp-features $(5) $$< -S -o $$@
	$$(Q)$$(NODE) glue/constants.js $$@

# Of the passes only the order of functions, as others would put the constants back.
# With names, and beside it which object has which: for what the bytes buy.
$(4:.wasm=.names.wasm): build/$(1)/$(2).short.wat
	$$(Q)$$(NM) -A --defined-only $$(filter %.o,$(CORE:%.cpp=build/$(1)/%.o) $(ABI:%.cpp=build/$(1)/%.o) build/$(1)/abi/editions/$(2).o) > build/$(1)/symbols.txt
	$$(Q)$$(BIN)/wasm-opt -ol 2 -s 2 -g --reorder-functions --mvp-features $(5) $$< -o $$@

$(4): build/$(1)/$(2).short.wat
	$$(Q)$$(BIN)/wasm-opt -ol 2 -s 2 --reorder-functions --mvp-features $(5) $$< -o $$@
endef

SIMD_FEATURES := --enable-simd --enable-bulk-memory --enable-sign-ext --enable-nontrapping-float-to-int
$(eval $(call wasm_build,simd,$(SIMD)))
$(eval $(call wasm_build,scalar,$(SCALAR)))
$(eval $(call wasm_link,simd,full,abi/exports.txt,build/microlora.wasm,$(SIMD_FEATURES)))
$(eval $(call wasm_link,simd,small,abi/exports.small.txt,build/microlora.small.wasm,$(SIMD_FEATURES)))
$(eval $(call wasm_link,scalar,full,abi/exports.txt,build/microlora.scalar.wasm,))
$(eval $(call wasm_link,scalar,small,abi/exports.small.txt,build/microlora.small.scalar.wasm,))

.PHONY: wasm
wasm: deps build/microlora.small.wasm build/microlora.small.scalar.wasm build/microlora.wasm build/microlora.names.wasm build/microlora.scalar.wasm build/driver.simd.wasm build/driver.scalar.wasm

# ---- dist ----

build/dist/.stamp: build/microlora.wasm build/microlora.scalar.wasm $(GLUE) abi/lora.h package.json
	$(call say,bundle)
	$(Q)$(NODE) glue/build.js --compiler "$$($(WASM_CXX) --version | head -n 1)" --out build/dist
	@touch $@

.PHONY: dist
dist: wasm build/dist/.stamp
	rm -rf dist && mkdir dist && cp build/dist/* dist/
	$(Q)$(NODE) glue/integrity.js

# The committed dist/ is what the sources give.
.PHONY: test-dist
test-dist: wasm build/dist/.stamp
	$(NODE) test-wasm/compare-dist.js build/dist dist

.PHONY: size
size: deps build/microlora.wasm build/microlora.names.wasm
	$(NODE) test-wasm/size.js --parts

# ---- tests ----

.PHONY: types
types: deps
	$(BIN)/tsc -p tsconfig.json

.PHONY: test-wasm
test-wasm: wasm $(NATIVE)/hash bench/node_modules/.stamp glue/examples/node_modules/.stamp
	$(NODE) --test --test-timeout=300000 test-wasm/*.test.js

# What is quick and finds most.
.PHONY: check
check: test-native test-dist size types
	$(NODE) --test $(patsubst %,test-wasm/%.test.js,bits classes scoped trajectories loader raw module)

.PHONY: test
test: test-native test-install test-sanitize test-instructions test-dist size types test-wasm test-examples test-frameworks test-matrix

.PHONY: test-examples
test-examples: glue/examples/node_modules/.stamp
	cd glue/examples && $(NODE) --test

# Real libraries of others, from their registry.
.PHONY: test-frameworks
test-frameworks: deps test-wasm/frameworks/node_modules/.stamp
	$(NODE) --test --test-timeout=300000 test-wasm/frameworks/*.test.js

# Of each family of runtimes and bundlers some, in a minute or two; make matrix has all.
.PHONY: test-matrix
test-matrix: node_modules/.stamp test-wasm/matrix/node_modules/.few
	$(call install_debian,chromium)
	$(NODE) test-wasm/matrix/run.js --only node20,node24,deno,bun,workerd,edge,chromium,esbuild,vite

# Without the large bundlers, which are its devDependencies.
test-wasm/matrix/node_modules/.few: test-wasm/matrix/package-lock.json test-wasm/matrix/package.json
	cd test-wasm/matrix && $(NPM) ci --omit=dev --loglevel=error
	@touch $@

.PHONY: matrix
matrix: node_modules/.stamp test-wasm/matrix/node_modules/.stamp test-frameworks
	$(call install_debian,chromium firefox-esr webkit2gtk-driver xvfb)
	$(NODE) test-wasm/matrix/run.js $(MATRIX_FLAGS)

# A learned adapter is still there after a reload of the page, in three browsers.
.PHONY: test-storage
test-storage: deps
	$(call install_debian,firefox-esr webkit2gtk-driver xvfb)
	$(NODE) test-wasm/storage-browsers.js

# ---- demo, bench ----

.PHONY: demo
demo: glue/examples/node_modules/.stamp
	@mkdir -p build
	$(NODE) glue/examples/query-optimizer/main.js --out build/query-optimizer.svg $(DEMO_FLAGS)

.PHONY: demo-retrieval
demo-retrieval: glue/examples/node_modules/.stamp
	$(call install_debian,manpages manpages-dev)
	@mkdir -p build
	$(NODE) glue/examples/retrieval/main.js --out build/retrieval.svg $(DEMO_FLAGS)

.PHONY: demo-federated
demo-federated: glue/examples/node_modules/.stamp
	@mkdir -p build
	$(NODE) glue/examples/federated/main.js --out build/federated.svg $(DEMO_FLAGS)

# The numbers and the charts that the README shows.
.PHONY: bench-retrieval bench-federated
bench-retrieval bench-federated: bench-%:
	@$(MAKE) --no-print-directory demo-$* \
	  DEMO_FLAGS='--out bench/results/$*.svg --json bench/results/$*.json'

$(NATIVE)/bench: bench/native.cpp
$(NATIVE)/growth: bench/growth.cpp
$(NATIVE)/bench $(NATIVE)/growth: bench/native.hpp abi/lora.h $(NATIVE)/liblora.a
	$(Q)$(CXX) -std=c++20 -O2 -Wall -Wextra -Werror -Iabi $(filter %.cpp,$^) $(NATIVE)/liblora.a -lbenchmark -lpthread -o $@

.PHONY: deps-bench
deps-bench: deps
	$(call install_debian,libbenchmark-dev)

# The program can only be built once what it needs is installed.
.PHONY: bench
bench: deps-bench bench/node_modules/.stamp
	@$(MAKE) --no-print-directory $(NATIVE)/bench
	$(NODE) bench/run.js $(BENCH_FLAGS)
	$(NODE) bench/readme.js
	@$(MAKE) --no-print-directory bench-growth bench-stream bench-init bench-files

.PHONY: bench-browsers
bench-browsers: deps bench/node_modules/.stamp
	$(call install_debian,chromium firefox-esr webkit2gtk-driver xvfb)
	$(NODE) bench/browsers.js $(BROWSERS_FLAGS)

.PHONY: bench-stream bench-init bench-files
bench-stream bench-init bench-files: bench-%: deps bench/node_modules/.stamp
	$(NODE) bench/$*.js

.PHONY: bench-learn
bench-learn: deps bench/node_modules/.stamp
	$(NODE) bench/learn.js $(LEARN_FLAGS)

# Needs Debian's python3-torch; make test reads what this wrote.
.PHONY: oracle
oracle:
	$(call install_debian,python3-torch)
	/usr/bin/python3 test-native/golden/oracle.py > test-native/golden/golden.txt
	/usr/bin/python3 test-native/golden/sums.py > test-native/golden/sums.txt
	$(MAKE) test-native

# The same: adapters as PEFT writes them, and files of ours as a strict reader in Python sees them.
.PHONY: fixtures
fixtures:
	$(call install_debian,python3-torch python3-numpy)
	$(NODE) test-wasm/fixtures/peft/ours.js
	/usr/bin/python3 test-wasm/fixtures/peft/make.py
	/usr/bin/python3 test-wasm/fixtures/peft/patterns.py
	$(NODE) --test test-wasm/safetensors-peft.test.js test-wasm/safetensors-peft-patterns.test.js

.PHONY: bench-growth
bench-growth: deps-bench bench/node_modules/.stamp
	@$(MAKE) --no-print-directory $(NATIVE)/growth
	$(NODE) bench/growth.js $(GROWTH_FLAGS)

# ---- housekeeping ----

.PHONY: format
format: deps-format
	$(CLANG_FORMAT) -i $(wildcard core/*.?pp abi/*.?pp abi/*/*.cpp core/*/*.?pp test-native/*.?pp test-native/golden/*.hpp test-native/*.c bench/*.?pp)
	$(BIN)/prettier --log-level warn --write .

.PHONY: clean
clean:
	rm -rf build
