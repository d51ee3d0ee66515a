# Native: the archive, its tests, the fuzzer, and what a C program installs.
.PHONY: test-native test-sanitize test-instructions test-install install uninstall fuzz oracle

NATIVE := build/native
# The archive can also become part of a shared library, which then shows none of its names.
EMBEDDABLE := -fPIC -fvisibility=hidden
SANITIZE := -g -fsanitize=address,undefined -fno-sanitize-recover=all
native_level = $(if $(call kernels,$(1)),-O3,-O2)

$(NATIVE)/%.o: %.cpp $(HEADERS) Makefile test-native/native.mk
	@mkdir -p $(@D)
	$(call say,compile $<)
	$(Q)$(CXX) $(LANGUAGE) $(WARNINGS) $(EMBEDDABLE) $(call native_level,$<) -c $< -o $@

build/sanitize/%.o: %.cpp $(HEADERS) Makefile test-native/native.mk
	@mkdir -p $(@D)
	$(call say,compile $< (sanitized))
	$(Q)$(CXX) $(LANGUAGE) $(WARNINGS) -O1 $(SANITIZE) -c $< -o $@

$(NATIVE)/liblora.a: $(call objects,native,$(SOURCES))
	@rm -f $@
	$(Q)$(AR) rcs $@ $^

build/sanitize/liblora.a: $(call objects,sanitize,$(SOURCES))
	@rm -f $@
	$(Q)$(AR) rcs $@ $^

DRIVERS := $(patsubst %,test-native/%.cpp,driver driver_spaces driver_policies)

# Catch2's own main takes long to compile and never changes.
TESTS := $(sort $(wildcard test-native/test_*.cpp)) test-native/main.cpp $(DRIVERS)
TEST_HEADERS := $(wildcard test-native/*.hpp)
TEST_FLAGS := -std=c++20 -O1 -Wall -Wextra -Werror -ffp-contract=off -Iabi

$(NATIVE)/test-native/%.o: test-native/%.cpp $(TEST_HEADERS) $(HEADERS) Makefile test-native/native.mk
	@mkdir -p $(@D)
	$(call say,compile $<)
	$(Q)$(CXX) $(TEST_FLAGS) -c $< -o $@

build/sanitize/test-native/%.o: test-native/%.cpp $(TEST_HEADERS) $(HEADERS) Makefile test-native/native.mk
	@mkdir -p $(@D)
	$(call say,compile $< (sanitized))
	$(Q)$(CXX) $(TEST_FLAGS) $(SANITIZE) -c $< -o $@

# This test compiles the arena a second time, to watch a heap of its own.
$(NATIVE)/test-native/test_arena.o build/sanitize/test-native/test_arena.o: core/arena.cpp

# What is read when the tests run, and the naive code that PyTorch is compared with.
$(foreach t,golden losses,$(NATIVE)/test-native/test_$(t).o build/sanitize/test-native/test_$(t).o): $(wildcard test-native/golden/*.hpp)

$(NATIVE)/tests: $(call objects,native,$(TESTS)) $(NATIVE)/liblora.a
	$(Q)$(CXX) $^ -o $@

build/sanitize/tests: $(call objects,sanitize,$(TESTS)) build/sanitize/liblora.a
	$(Q)$(CXX) $(SANITIZE) $^ -o $@

# A C program, compiled as C, with the header and the library and nothing else.
$(NATIVE)/example: test-native/example.c abi/lora.h $(NATIVE)/liblora.a
	$(Q)$(CC) -std=c99 -Wall -Wextra -Wpedantic -Werror -O2 -Iabi $< $(NATIVE)/liblora.a -o $@

# Counts of instructions do not depend on the load of the machine, as times do.
$(NATIVE)/instructions: test-native/instructions.cpp abi/lora.h $(NATIVE)/liblora.a
	$(Q)$(CXX) -std=c++20 -O2 -Wall -Wextra -Werror -Iabi $< $(NATIVE)/liblora.a -o $@

# The hashes of the drivers' runs, for the tests that want the same bits elsewhere.
$(NATIVE)/hash: test-native/print_hash.cpp $(call objects,native,$(DRIVERS)) $(NATIVE)/liblora.a
	$(Q)$(CXX) $(TEST_FLAGS) $^ -o $@

build/fuzz/fuzz_abi: test-native/fuzz_abi.cpp $(SOURCES) $(HEADERS) Makefile test-native/native.mk
	@mkdir -p $(@D)
	$(CXX) $(TEST_FLAGS) $(SANITIZE) -fsanitize=fuzzer -fno-math-errno $(SOURCES) $< -o $@

##@ tests: native
test-native: native ## the native tests
	$(NATIVE)/tests
	$(NATIVE)/example

test-sanitize: deps build/sanitize/tests ## the same with address and undefined behaviour sanitizers
	build/sanitize/tests

test-instructions: deps ## instruction counts of native calls against the committed ones
	@$(MAKE) --no-print-directory $(NATIVE)/instructions
	$(NODE) test-native/instructions.js --compiler $(CXX) $(INSTRUCTIONS_FLAGS)

FUZZ_SECONDS := 60
fuzz: deps build/fuzz/fuzz_abi ## fuzz the boundary for FUZZ_SECONDS, 60
	@mkdir -p build/fuzz/corpus
	build/fuzz/fuzz_abi -max_total_time=$(FUZZ_SECONDS) -max_len=512 build/fuzz/corpus

# make test-native reads what this writes, and test-wasm/space-oracles.test.js the last of it.
oracle: ## PyTorch runs the golden cases again (python3-torch)
	$(call install_debian,python3-torch python3-numpy)
	/usr/bin/python3 test-native/golden/oracle.py > test-native/golden/golden.txt
	/usr/bin/python3 test-native/golden/sums.py > test-native/golden/sums.txt
	/usr/bin/python3 test-wasm/fixtures/real/oracle.py
	$(MAKE) test-native

# What a C or C++ program needs, and pkg-config to find it. Nothing is built here but the archive.
PREFIX := /usr/local
DESTDIR :=
INSTALL := install
VERSION = $(shell sed -n 's/^  "version": "\(.*\)",$$/\1/p' package.json)
INSTALLED := include/lora.h lib/liblora.a lib/pkgconfig/lora.pc

install: $(NATIVE)/liblora.a ## lora.h, liblora.a and lora.pc, to PREFIX, /usr/local, below DESTDIR if it is set
	$(Q)sed 's|@PREFIX@|$(PREFIX)|; s|@VERSION@|$(VERSION)|' abi/lora.pc.in > $(NATIVE)/lora.pc
	$(INSTALL) -d $(DESTDIR)$(PREFIX)/include $(DESTDIR)$(PREFIX)/lib/pkgconfig
	$(INSTALL) -m 644 abi/lora.h $(DESTDIR)$(PREFIX)/include/
	$(INSTALL) -m 644 $(NATIVE)/liblora.a $(DESTDIR)$(PREFIX)/lib/
	$(INSTALL) -m 644 $(NATIVE)/lora.pc $(DESTDIR)$(PREFIX)/lib/pkgconfig/

uninstall: ## take them away again
	rm -f $(INSTALLED:%=$(DESTDIR)$(PREFIX)/%)

test-install: deps $(NATIVE)/liblora.a ## a C program finds what is installed
	sh test-native/install.sh
