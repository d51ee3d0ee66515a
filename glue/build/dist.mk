# The wasm modules, in build/, and what dist/ is made of.

# clang 19 ignores -fno-slp-vectorize here, so the pass is told itself: its vectors of two are larger and
# slower. Likewise the pass that loads the neighbours of a number to splat it with a shuffle.
WASM := --target=wasm32 $(LANGUAGE) $(WARNINGS) -nostdlib -flto -fno-vectorize -fno-unroll-loops \
  -mllvm -vectorize-slp=false -mllvm -disable-vector-combine
# The kernels are compiled by themselves: what makes the rest small at link time would slow them.
wasm_level = $(if $(call kernels,$(1)),-O2 -fno-lto,-Oz)
# Memory: [stack][static data][arena]; a stack that overflows traps instead of writing over data.
LINK := --no-entry --gc-sections --stack-first -z stack-size=16384 --no-demangle
# Nothing is inlined that makes its caller larger, loops keep an index in place of pointers, and
# nothing waits in a local over a loop that is short to work out again.
SHRINK := --lto-O2 -mllvm -inline-threshold=-60 -mllvm -disable-lsr -mllvm -disable-vector-combine \
  -mllvm -disable-machine-licm -mllvm -enable-pre=false
# Below 1024 lies only the end of the stack, which nothing reaches, so loads may add to their address.
OPTIMIZE := -Oz --converge --low-memory-unused --flatten --rereloop --merge-blocks -Oz -Oz --converge

# Instruction sets: what the compiler may use, and wasm-opt. Every engine with simd128 has the others,
# for years longer.
COMPILE_simd := -mcpu=mvp -msimd128 -mbulk-memory -msign-ext -mnontrapping-fptoint
OPTIMIZE_simd := --enable-simd --enable-bulk-memory --enable-sign-ext --enable-nontrapping-float-to-int
COMPILE_scalar := -mcpu=mvp
OPTIMIZE_scalar :=

# Objects in build/$(1)/, for instruction set $(1). The driver module holds core, boundary and the
# drivers alone, for hosts that run no JavaScript.
define wasm_objects
build/$(1)/%.o: %.cpp $(HEADERS) Makefile glue/build/dist.mk
	@mkdir -p $$(@D)
	$$(call say,compile $$< ($(1)))
	$$(Q)$$(WASM_CXX) $$(WASM) $$(COMPILE_$(1)) $$(call wasm_level,$$<) -c $$< -o $$@

$(call objects,$(1),$(DRIVERS)): test-native/mixer.hpp

build/driver.$(1).wasm: $(call objects,$(1),$(SOURCES) $(DRIVERS))
	$$(Q)$$(WASM_LD) $$(LINK) $$(SHRINK) --export=driver_hash --export=driver_spaces_hash --export=driver_policies_hash $$^ -o $$@
endef

# Module build/$(1).wasm: $(2) its instruction set, $(3) the list of its exports, $(4) its sources.
# Steps lie in build/$(1)/.
define wasm_module
build/$(1)/linked.wasm: $(call objects,$(2),$(4)) $(3)
	@mkdir -p $$(@D)
	@! grep -vxFf abi/exports.txt $(3) # an edition exports some of what the full one does
	$$(call say,link build/$(1).wasm)
	$$(Q)$$(WASM_LD) $$(LINK) $$(SHRINK) $$(shell sed 's/^/--export=/' $(3)) $$(filter %.o,$$^) -o $$@

# As text, in which constants are replaced.
build/$(1)/short.wat: build/$(1)/linked.wasm glue/build/shorten-constants.js
	$$(Q)$$(BIN)/wasm-opt $$(OPTIMIZE) -g --mvp-features $$(OPTIMIZE_$(2)) $$< -S -o $$@
	$$(Q)$$(NODE) glue/build/shorten-constants.js $$@

# Of the passes only the order of functions, as others would put the constants back.
# With names, and beside it which object has which: for what the bytes buy.
build/$(1).names.wasm: build/$(1)/short.wat
	$$(Q)$$(NM) -A --defined-only $(call objects,$(2),$(4)) > build/$(1)/symbols.txt
	$$(Q)$$(BIN)/wasm-opt -ol 2 -s 2 -g --reorder-functions --mvp-features $$(OPTIMIZE_$(2)) $$< -o $$@

build/$(1).wasm: build/$(1)/short.wat
	$$(Q)$$(BIN)/wasm-opt -ol 2 -s 2 --reorder-functions --mvp-features $$(OPTIMIZE_$(2)) $$< -o $$@
endef

$(eval $(call wasm_objects,simd))
$(eval $(call wasm_objects,scalar))
$(eval $(call wasm_module,microlora,simd,abi/exports.txt,$(call EDITION,full)))
$(eval $(call wasm_module,microlora.scalar,scalar,abi/exports.txt,$(call EDITION,full)))
$(eval $(call wasm_module,small,simd,abi/exports.small.txt,$(call EDITION,small)))
$(eval $(call wasm_module,small.scalar,scalar,abi/exports.small.txt,$(call EDITION,small)))

MODULES := $(patsubst %,build/%.wasm,microlora microlora.scalar small small.scalar)
GLUE := $(shell find glue -name '*.js' -not -path 'glue/examples/*' -o -name '*.ts' -not -path 'glue/examples/*')

build/dist/.stamp: $(MODULES) $(GLUE) abi/lora.h package.json
	$(call say,bundle)
	$(Q)$(NODE) glue/build/build.js --compiler "$$($(WASM_CXX) --version | head -n 1)" --out build/dist
	@touch $@
