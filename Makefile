# Two commands: `make serve` opens the page, `make test` runs every check. Both set up what is missing.

export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(PATH)
# Paths of this machine stay out of the built page.
CARGO_HOME ?= $(HOME)/.cargo
REMAP := --remap-path-prefix=$(CARGO_HOME)=cargo --remap-path-prefix=$(CURDIR)=.
PORT ?= 8080

.PHONY: serve test build bench screenshots lint native browser

serve: build
	@node tools/serve.mjs dist $(PORT)

test: lint native browser

build:
	@tools/setup.sh build
	@echo "• building the page"
	@CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$(REMAP)" trunk build --release

lint:
	@tools/setup.sh test
	cargo fmt --all -- --check
	cargo clippy --workspace --all-targets -- -D warnings
	cargo clippy --target wasm32-unknown-unknown --features page --lib --bins -- -D warnings
	cargo deny --log-level error check bans licenses sources

native:
	cargo test --workspace

browser: build
	node tools/size.mjs
	cargo run -q -p outsourcing-journeys
	cargo run -q -p outsourcing-journeys -- --engine=firefox
	cargo run -q -p outsourcing-journeys -- --engine=webkit

bench: build
	@tools/setup.sh bench
	node tools/size.mjs
	cargo bench --bench plan
	cargo bench --bench sizing
	cargo bench --bench ranking
	cargo build -q --release --target wasm32-unknown-unknown --bin sizing_once --bin ranking_once
	node tools/time-once.mjs
	cargo bench --bench uncertainty
	cargo bench --bench simulation
	-PYTHONPATH=.tools/python python3 tools/bench/simulation.py
	node tools/bench/squiggle.mjs
	cargo run -q -p outsourcing-journeys -- --latency
	cargo run -q -p outsourcing-journeys -- --simulation
	node tools/lighthouse.mjs

screenshots: build
	cargo run -q -p outsourcing-journeys -- --screenshots
