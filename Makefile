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

.DELETE_ON_ERROR:
.SUFFIXES:
.SECONDARY:

# make V=1 shows whole commands.
Q := $(if $(V),,@)
say = @echo '  $(1)'

CORE := $(sort $(wildcard core/*.cpp core/*/*.cpp))
ABI := $(sort $(wildcard abi/*.cpp))
# An edition is one file that names what is linked.
EDITION = $(CORE) $(ABI) abi/editions/$(1).cpp
SOURCES := $(call EDITION,full)
HEADERS := $(wildcard core/*.hpp core/*/*.hpp abi/*.hpp abi/*.h)

# No fused multiply-add, no reassociation: the bits are part of the contract.
LANGUAGE := -std=c++20 -ffreestanding -fno-exceptions -fno-rtti -ffp-contract=off -fno-math-errno
WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Werror

# The kernels are compiled for speed.
kernels = $(findstring kernels_hot,$(1))
# Objects of build $(1) from sources $(2).
objects = $(patsubst %.cpp,build/$(1)/%.o,$(2))

.PHONY: help demo demo-retrieval demo-federated build-tests test check deps deps-format native wasm dist test-dist size format clean

# Targets by what stands behind them after two #.
help:
	@awk -F ':.*## ' '/^##@ /{printf "\n%s\n", substr($$0, 5)} /^[a-z-]+:.*## /{printf "  make %-18s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# ---- dependencies ----

DEBIAN := clang-19 lld-19 llvm-19 libclang-rt-19-dev catch2 chromium valgrind sqlite3 gcc g++ pkgconf
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

# npm packages of a folder, as its lock file says.
%/node_modules/.stamp: %/package-lock.json %/package.json
	cd $* && $(NPM) ci --loglevel=error
	@touch $@

node_modules/.stamp: package-lock.json package.json
	$(NPM) ci --loglevel=error
	@touch $@

# ---- what all folders share ----

##@ demos, from the committed dist/
demo: glue/examples/node_modules/.stamp ## learn query plans in a real SQLite (needs only Node)
	@mkdir -p build
	$(NODE) glue/examples/query-optimizer/main.js --out build/query-optimizer.svg $(DEMO_FLAGS)

demo-retrieval: glue/examples/node_modules/.stamp ## learn to find manual pages by their descriptions (Debian, minutes)
	$(call install_debian,manpages manpages-dev)
	@mkdir -p build
	$(NODE) glue/examples/retrieval/main.js --out build/retrieval.svg $(DEMO_FLAGS)

demo-federated: glue/examples/node_modules/.stamp ## 20 clients learn one adapter and send no data
	@mkdir -p build
	$(NODE) glue/examples/federated/main.js --out build/federated.svg $(DEMO_FLAGS)

include test-native/native.mk glue/build/dist.mk test-wasm/tests.mk bench/bench.mk

##@ build
deps: node_modules/.stamp ## install what is missing: Debian packages (as root) and npm packages
	$(call install_debian,$(DEBIAN))

native: deps $(NATIVE)/tests $(NATIVE)/example $(NATIVE)/hash ## build/native/liblora.a and its tests

wasm: deps $(MODULES) build/microlora.names.wasm build/small.names.wasm build/driver.simd.wasm build/driver.scalar.wasm ## the wasm modules, in build/

dist: wasm build/dist/.stamp ## rebuild dist/
	rm -rf dist && mkdir dist && cp build/dist/* dist/
	$(Q)$(NODE) glue/build/integrity.js

size: deps build/microlora.wasm build/microlora.names.wasm build/small.wasm ## sizes against their budgets
	$(NODE) glue/build/size.js --parts

deps-format: node_modules/.stamp
	$(call install_debian,clang-format)

format: deps-format ## clang-format and prettier
	$(CLANG_FORMAT) -i $(wildcard core/*.?pp abi/*.?pp abi/editions/*.cpp test-native/*.?pp test-native/golden/*.hpp test-native/*.c bench/*.?pp)
	$(BIN)/prettier --log-level warn --write .

clean: ## remove build/
	rm -rf build

##@ tests
# What takes longest, on all cores; then the tests, one after the other.
build-tests: deps
	@$(MAKE) --no-print-directory -j$(shell nproc) native wasm build/sanitize/tests $(NATIVE)/instructions build/dist/.stamp

test: build-tests test-native test-install test-sanitize test-instructions test-dist size types test-wasm test-examples test-frameworks test-matrix ## everything CI runs

# What is quick and finds most.
check: test-native test-dist size types ## the fast inner loop: native tests and node tests of the artifacts
	$(NODE) --test $(patsubst %,test-wasm/%.test.js,bits classes scoped trajectories loader raw module)

test-dist: wasm build/dist/.stamp ## the committed dist/ is what the sources give
	$(NODE) glue/build/compare-dist.js build/dist dist
