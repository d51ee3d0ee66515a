# Measurements, into bench/results/.
.PHONY: deps-bench bench bench-browsers bench-stream bench-init bench-files bench-learn bench-growth
.PHONY: bench-retrieval bench-federated bench-real fixtures-real
.PHONY: bench-policy sets-policy fixtures-policy

$(NATIVE)/bench: bench/native.cpp
$(NATIVE)/growth: bench/growth.cpp
$(NATIVE)/bench $(NATIVE)/growth: bench/native.hpp abi/lora.h $(NATIVE)/liblora.a
	$(Q)$(CXX) -std=c++20 -O2 -Wall -Wextra -Werror -Iabi $(filter %.cpp,$^) $(NATIVE)/liblora.a -lbenchmark -lpthread -o $@

deps-bench: deps
	$(call install_debian,libbenchmark-dev)

##@ measurements, into bench/results/
# The programs can only be built once what they need is installed.
bench: deps-bench bench/node_modules/.stamp ## ours beside native, the published package, plain JS and TensorFlow.js, then growth, stream, init, files
	@$(MAKE) --no-print-directory $(NATIVE)/bench
	$(NODE) bench/run.js $(BENCH_FLAGS)
	$(NODE) bench/run.js --own
	$(NODE) bench/readme.js
	@$(MAKE) --no-print-directory bench-growth bench-stream bench-init bench-files

bench-growth: deps-bench bench/node_modules/.stamp ## how each grows with its sizes
	@$(MAKE) --no-print-directory $(NATIVE)/growth
	$(NODE) bench/growth.js $(GROWTH_FLAGS)

bench-stream: ## memory bandwidth against a bare loop
bench-init: ## from import to the first answer, in fresh processes
bench-files: ## saving and loading: bytes and times
bench-stream bench-init bench-files: bench-%: deps bench/node_modules/.stamp
	$(NODE) bench/$*.js

bench-learn: deps bench/node_modules/.stamp ## what is learned, how fast and how well, over seeds
	$(NODE) bench/learn.js $(LEARN_FLAGS)

bench-browsers: deps bench/node_modules/.stamp ## the core cases in Chromium, Firefox and WebKit
	$(call install_debian,chromium firefox-esr webkit2gtk-driver xvfb)
	$(NODE) bench/browsers.js $(BROWSERS_FLAGS)

# The numbers and the charts that the README shows.
bench-retrieval: ## what make demo-retrieval shows
bench-federated: ## what make demo-federated shows
bench-retrieval bench-federated: bench-%:
	@$(MAKE) --no-print-directory demo-$* \
	  DEMO_FLAGS='--out bench/results/$*.svg --json bench/results/$*.json'

# Word vectors of 290 MB, and corpora of Debian's packages, for these two alone.
REAL := bench/real/node_modules/.stamp bench/node_modules/.stamp glue/examples/node_modules/.stamp

bench-real: deps $(REAL) ## held-out search on real embeddings, beside ridge, BM25 and PyTorch
	$(call install_debian,manpages manpages-dev perl-doc wordnet-base python3-torch python3-numpy)
	$(NODE) bench/real.js $(REAL_FLAGS)

fixtures-real: $(REAL) ## real embeddings for make test
	$(call install_debian,wordnet-base python3-torch python3-numpy)
	$(NODE) bench/real/fixture.js
	/usr/bin/python3 test-wasm/fixtures/real/oracle.py

# Classification sets of R and Python packages, for these two alone.
POLICY := bench/node_modules/.stamp glue/examples/node_modules/.stamp

bench-policy: deps $(POLICY) sets-policy ## policies that choose, on classification sets, query plans and scopes
	$(NODE) bench/policy.js $(POLICY_FLAGS)

sets-policy: build/policy/sets/.stamp ## the classification sets, from Debian's packages

build/policy/sets/.stamp: bench/policy/export-sets.R
	$(call install_debian,r-base-core r-cran-mlbench r-cran-kernlab python3-sklearn)
	@mkdir -p $(@D)
	Rscript --vanilla $< $(@D)
	@touch $@

fixtures-policy: $(POLICY) ## measure the query plans that bench-policy replays, half an hour
	$(NODE) bench/policy/measure-plans.js
