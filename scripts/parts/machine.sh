# Packages of the machine itself, which only root can install, and packages from npm.

# Each line: a path or command that shows the package is there, and the Debian package it is in.
tools_for_building="g++ g++
cmake cmake
ninja ninja-build
python3 python3
dpkg-source dpkg-dev
xz xz-utils"
tools_for_tests="chromium chromium
firefox-esr firefox-esr
Xvfb xvfb
/usr/share/doc/libegl1 libegl1
clang++-19 clang-19
clang-format-19 clang-format-19
clang-tidy-19 clang-tidy-19
/usr/lib/llvm-19/lib/clang/19/lib/linux libclang-rt-19-dev"

missing_packages() {
    local sign package
    while read -r sign package; do
        if [[ $sign == /* ]]; then [[ -e $sign ]]; else command -v "$sign" >/dev/null; fi || printf '%s ' "$package"
    done
}

# A machine may never have read its package lists; reading them again takes seconds.
install_packages() {
    say "Installing $* …"
    apt-get update -qq >"$cache/install.log" 2>&1 || true
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >>"$cache/install.log" 2>&1 ||
        die "apt-get install $* failed. It says:" "$(tail -n 4 "$cache/install.log")" \
            "The whole output is in $cache/install.log."
}

need_packages() {
    local missing
    read -ra missing < <(missing_packages <<<"$1") || true
    ((${#missing[@]})) || return 0
    ((EUID == 0)) || die "This machine lacks ${missing[*]}." "Run: sudo apt-get install ${missing[*]}"
    lock_cache
    install_packages "${missing[@]}"
}

need_node() {
    local least=$1 version
    command -v node >/dev/null || die "This machine lacks node." "Install Node.js $least or newer."
    version="$(node --version)"
    version="${version#v}"
    ((${version%%.*} >= least)) || die "node $version is too old; $least or newer is needed."
    command -v npm >/dev/null || die "This machine lacks npm, which comes with Node.js."
}

# npm writes node_modules/.package-lock.json last, so its date says whether the folder is whole.
npm_ready() { [[ $root/$1/node_modules/.package-lock.json -nt $root/$1/package-lock.json ]]; }

setup_npm() {
    npm_ready "$1" && return
    say "Fetching the packages of $1 from npm …"
    (cd "$root/$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) >"$cache/npm.log" 2>&1 ||
        die "npm could not fetch the packages of $1. It says:" "$(tail -n 4 "$cache/npm.log")" \
            "Check the network and try again."
    touch "$root/$1/node_modules/.package-lock.json"
}
