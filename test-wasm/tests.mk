# Tests of the built artifacts: in Node, beside libraries of others, in every runtime and bundler.
.PHONY: types test-wasm test-examples test-frameworks test-matrix matrix test-storage fixtures

##@ tests: wasm and JavaScript
types: deps ## check the types of the glue, of each edition, and that those of 0.1.0 still hold
	$(NODE) glue/build/abi.js
	$(BIN)/tsc -p tsconfig.json
	$(BIN)/tsc -p glue/small
	$(BIN)/tsc -p test-wasm/types

test-wasm: wasm $(NATIVE)/hash bench/node_modules/.stamp glue/examples/node_modules/.stamp ## the node tests of dist/
	$(NODE) --test --test-timeout=300000 test-wasm/*.test.js

test-examples: glue/examples/node_modules/.stamp ## the tests of the examples
	cd glue/examples && $(NODE) --test

# Real libraries of others, from their registry.
test-frameworks: deps test-wasm/frameworks/node_modules/.stamp ## beside state managers, test runners with a DOM, stores
	$(NODE) --test --test-timeout=300000 test-wasm/frameworks/*.test.js

# Without the large bundlers, which are its devDependencies.
test-wasm/matrix/node_modules/.few: test-wasm/matrix/package-lock.json test-wasm/matrix/package.json
	cd test-wasm/matrix && $(NPM) ci --omit=dev --loglevel=error
	@touch $@

test-matrix: node_modules/.stamp test-wasm/matrix/node_modules/.few ## some runtimes and bundlers of each family
	$(call install_debian,chromium)
	$(NODE) test-wasm/matrix/run.js --only node20,node24,deno,bun,workerd,edge,chromium,esbuild,vite

matrix: node_modules/.stamp test-wasm/matrix/node_modules/.stamp test-frameworks ## every runtime and bundler, from the packed tarball; MATRIX_FLAGS=--help
	$(call install_debian,chromium firefox-esr webkit2gtk-driver xvfb)
	$(NODE) test-wasm/matrix/run.js $(MATRIX_FLAGS)

test-storage: deps ## a page reload in Chromium, Firefox and WebKit: what was learned is still there
	$(call install_debian,firefox-esr webkit2gtk-driver xvfb)
	$(NODE) test-wasm/support/storage-browsers.js

# Adapters as PEFT writes them, and files of ours as a strict reader in Python sees them.
fixtures: ## PyTorch makes the PEFT fixtures again, and a reader in Python opens our files
	$(call install_debian,python3-torch python3-numpy)
	$(NODE) test-wasm/fixtures/peft/ours.js
	/usr/bin/python3 test-wasm/fixtures/peft/make.py
	/usr/bin/python3 test-wasm/fixtures/peft/patterns.py
	$(NODE) --test test-wasm/safetensors-peft.test.js test-wasm/safetensors-peft-patterns.test.js
