# Configures and compiles one kind of build: build/KIND with its libraries out of the cache.
# Sourced by scripts/build and scripts/test, after common.sh and toolchain.sh.
#   cli         the command line, optimised               build/cli/so06
#   wasm        the page's module                         build/wasm/so06.{js,wasm}
#               the tests as wasm for node                build/wasm/so06_tests.js
#   native      the tests with sanitizers                 build/native/so06_tests
#   fuzz        the fuzzers, clang and sanitizers         build/fuzz/fuzz_NAME

# What CMake is told for a kind; libraries built with the same words are shared.
options_of() {
    case "$1" in
        cli) ;;
        wasm) printf '%s\n' -DSO06_TESTS=ON ;;
        native) printf '%s\n' -DSO06_SANITIZE=ON -DSO06_TESTS=ON ;;
        fuzz) printf '%s\n' -DSO06_SANITIZE=ON -DSO06_FUZZ=ON -DCMAKE_C_COMPILER=clang-19 -DCMAKE_CXX_COMPILER=clang++-19 ;;
    esac
    [[ $1 != wasm ]] || printf '%s\n' "-DCMAKE_TOOLCHAIN_FILE=$emscripten/cmake/Modules/Platform/Emscripten.cmake"
}

compiler_of() {
    case "$1" in
        wasm) cat "$toolchain/stamp" "$cache/machine-emcc" 2>/dev/null ;;
        fuzz) clang++-19 --version | head -n 1 ;;
        *) g++ --version | head -n 1 ;;
    esac
}

# Shows how far ninja is: one line that rewrites itself in a terminal, every 25th step elsewhere.
show_steps() {
    local tty=0
    [[ ! -t 2 ]] || tty=1
    awk -v tty="$tty" -v what="$1" '
        /^\[[0-9]+\/[0-9]+\] Re-checking globbed/ || /^ninja: (no work|Entering)/ || /^-- / { next }
        /^system_libs:INFO/ || /^cache:INFO:  - ok/ { next }
        /^cache:INFO: generating/ {
            if (!told++) print "Building the language\047s own library; this happens once …" > "/dev/stderr"
            next
        }
        match($0, /^\[[0-9]+\/[0-9]+\]/) {
            step = substr($0, 2, RLENGTH - 2)
            if (tty) { printf "\r\033[K%s: %s", what, step > "/dev/stderr"; open = 1; fflush("/dev/stderr") }
            else if (step + 0 > 0 && step % 25 == 0) print what ": " step > "/dev/stderr"
            next
        }
        { if (open) { printf "\n" > "/dev/stderr"; open = 0 } print > "/dev/stderr" }
        END { if (open) printf "\r\033[K" > "/dev/stderr" }'
}

run_cmake() {
    local dir=$1 log
    shift
    log="$dir.configure.log"
    mkdir -p "$(dirname "$dir")"
    if ! cmake -S "$root" -B "$dir" -G Ninja "-DSO06_SOURCES=$cache/src" "$@" >"$log" 2>&1; then
        say "CMake could not configure ${dir##*/}:"
        tail -n 20 "$log" >&2
        return 1
    fi
    rm -f "$log"
}

# Libraries take minutes with sanitizers and change seldom: built once for each compiler, option and
# version, into the cache, and used by every checkout. Prints the folder.
libraries_of() {
    local kind=$1 key folder options
    mapfile -t options < <(options_of "$kind")
    key="$({
        cat "$root"/scripts/cmake/{libraries,flags}.cmake "$root/scripts/cmake/wasm_random.c" "$cache/src/stamp"
        compiler_of "$kind"
        printf '%s\n' "${options[@]}"
    } | sha256sum | cut -c1-16)"
    folder="$cache/libs/$kind-$key"
    printf '%s' "$folder"
    [[ ! -e $folder/stamp ]] || return 0
    (
        lock_cache
        [[ ! -e $folder/stamp ]] || exit 0
        say "Building the libraries ($kind); this happens once …"
        rm -rf "$folder" "$folder.new"
        run_cmake "$folder.new" "${options[@]}" -DSO06_LIBS_ONLY=ON &&
            cmake --build "$folder.new" 2>&1 | show_steps "libraries" || exit 1
        mkdir "$folder"
        cp "$folder.new"/lib*.a "$folder"
        rm -rf "$folder.new"
        : >"$folder/stamp"
        # Libraries of other versions that no build used for a month.
        find "$cache/libs" -mindepth 1 -maxdepth 1 -mtime +30 ! -path "$folder" -exec rm -rf {} +
    ) || return 1
}

# compile KIND TARGET…
compile() {
    local kind=$1 dir="$root/build/$1" libraries options told
    shift
    [[ $kind != wasm ]] || use_toolchain
    mkdir -p "$root/build"
    # Two builds at once in one checkout: the second waits.
    exec 8>"$root/build/.$kind.lock"
    flock 8
    libraries="$(libraries_of "$kind")" || return
    mapfile -t options < <(options_of "$kind")
    told="$libraries ${options[*]} CI=${CI:-}"
    if ! stamped "$dir.options" "$told"; then
        run_cmake "$dir" "${options[@]}" "-DSO06_LIBS=$libraries" || return
        printf '%s' "$told" >"$dir.options"
    fi
    # A person wants the first failure at once, a machine all of them in one run.
    local status=0 until=1
    [[ -z ${CI:-} ]] || until=0
    cmake --build "$dir" --target "$@" -- -k "$until" 2>&1 | show_steps "$kind" || status=1
    exec 8>&-
    return "$status"
}
