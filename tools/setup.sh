#!/bin/sh
# Installs what is missing, each at its pinned version, into .tools (Rust tools) and node_modules (npm). Quick when all is there.
# usage: tools/setup.sh build | bench | test
set -eu
cd "$(dirname "$0")/.."

TRUNK=0.21.14
DENY=0.19.0
GECKO=0.37.1
BINDGEN=$(awk '$0 == "name = \"wasm-bindgen\"" { getline; gsub(/version = |"/, ""); print }' Cargo.lock)

say() { printf '• %s\n' "$*"; }

# has COMMAND VERSION: whether the project's own copy or the one on PATH has that version
has() {
  PATH="$PWD/.tools/bin:$PATH" command -v "$1" >/dev/null 2>&1 &&
    PATH="$PWD/.tools/bin:$PATH" "$1" --version 2>/dev/null | grep -qwF "$2"
}

# tool COMMAND CRATE VERSION FLAGS…
tool() {
  command=$1 crate=$2 version=$3
  shift 3
  if has "$command" "$version"; then say "$crate $version is there"; return; fi
  say "installing $crate $version (takes some minutes, once)"
  if cargo binstall --version >/dev/null 2>&1 &&
    cargo binstall --no-confirm --root .tools "$crate@$version"; then return; fi
  cargo install --root .tools "$@" "$crate" --version "$version"
}

for need in cargo rustup node npm; do
  command -v "$need" >/dev/null 2>&1 || { echo "$need is missing: install Rust (rustup) and Node.js first" >&2; exit 1; }
done

toolchain=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
if ! rustup toolchain list | grep -q "^$toolchain"; then
  say "installing Rust $toolchain"
  rustup toolchain install "$toolchain" --profile minimal
fi
rustup target list --installed --toolchain "$toolchain" | grep -qx wasm32-unknown-unknown ||
  rustup target add wasm32-unknown-unknown --toolchain "$toolchain"
if [ "$1" = test ]; then
  installed=$(rustup component list --installed --toolchain "$toolchain")
  for component in clippy rustfmt; do
    case $installed in *$component*) ;; *) rustup component add "$component" --toolchain "$toolchain" ;; esac
  done
fi

tool trunk trunk "$TRUNK" --locked
# Its lock file pins older dependencies than the library's, so it is built without.
tool wasm-bindgen wasm-bindgen-cli "$BINDGEN"

# Trunk works offline: on a new machine nothing has asked for the crates yet.
say "fetching crates that are missing"
cargo fetch

# By content: a fresh checkout's files are all new.
if ! cmp -s package-lock.json node_modules/.installed; then
  say "installing npm packages"
  npm ci --no-audit --no-fund
  cp package-lock.json node_modules/.installed
else
  say "npm packages are there"
fi

if [ "$1" = bench ]; then
  # What the simulation is timed beside: NumPy at the version of the vectors' scripts, and Squiggle.
  numpy=$(sed -n '/^numpy==/p' tools/vectors/requirements.txt)
  if [ "$(cat .tools/python/version 2>/dev/null)" = "$numpy" ]; then
    say "$numpy is there"
  elif command -v python3 >/dev/null 2>&1; then
    say "installing $numpy"
    python3 -m pip install --quiet --disable-pip-version-check --target .tools/python "$numpy" && echo "$numpy" >.tools/python/version
  else
    say "python3 is missing: NumPy is not timed"
  fi
  [ -d tools/bench/node_modules ] || npm ci --no-audit --no-fund --prefix tools/bench
fi
[ "$1" = test ] || exit 0
# Unoptimised: no registry has it ready-made, and what it saves in compiling is minutes; its check takes two seconds either way.
tool cargo-deny cargo-deny "$DENY" --locked --debug

tool geckodriver geckodriver "$GECKO" --debug

# Three engines, each with its driver; WebKit's small browser wants a screen, which Xvfb keeps in memory.
missing=
one_of() { for name in "$@"; do command -v "$name" >/dev/null 2>&1 && return; done; return 1; }
one_of chromium chromium-browser google-chrome || missing="$missing chromium"
one_of chromedriver || missing="$missing chromium-driver"
one_of firefox-esr firefox || missing="$missing firefox-esr"
one_of WebKitWebDriver || missing="$missing webkit2gtk-driver"
one_of Xvfb || missing="$missing xvfb"
if [ -z "$missing" ]; then
  say "browsers and their drivers are there"
elif [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ]; then
  say "installing$missing"
  # shellcheck disable=SC2086 # a list of packages
  apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
else
  echo "Missing browsers or drivers. On Debian: sudo apt-get install$missing" >&2
  exit 1
fi
