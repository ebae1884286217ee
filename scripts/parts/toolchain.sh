# The compiler for WebAssembly. An emcc 4 or newer on PATH or in EMSDK is used; otherwise a private
# one is made out of Debian forky's packages under $cache/toolchain, without root: unpack, bend
# every executable to the loader and libraries of the same root, configure, probe.

toolchain="$cache/toolchain"
toolchain_recipe=1 # raise when the steps below change what they leave behind

toolchain_id() { printf '%s %s %s' "$toolchain_recipe" "$(pins_of tool)" "$toolchain"; }

# Prints the folder of a machine's own emcc that is new enough, if there is one. Asking emcc takes
# a third of a second, so the answer is kept beside the file's path and date.
machine_emcc() {
    local found seen
    for found in "${EMSDK:+$EMSDK/upstream/emscripten/emcc}" "$(command -v emcc || true)"; do
        [[ -n $found && -x $found && $found != "$toolchain"/* ]] || continue
        seen="$found $(stat -Lc %Y "$found")"
        if [[ "$(head -n 1 "$cache/machine-emcc" 2>/dev/null)" != "$seen" ]]; then
            mkdir -p "$cache"
            printf '%s\n%s\n' "$seen" "$("$found" --version 2>/dev/null | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n 1)" \
                >"$cache/machine-emcc"
        fi
        local version
        version="$(sed -n 2p "$cache/machine-emcc")"
        ((${version%%.*} + 0 >= 4)) && dirname "$found" && return
    done
    return 0
}

toolchain_ready() {
    [[ -n "$(machine_emcc)" ]] || stamped "$toolchain/stamp" "$(toolchain_id)"
}

# Environment for emcc and CMake; run before every use of the compiler.
use_toolchain() {
    unset EM_CACHE EM_LLVM_ROOT EM_BINARYEN_ROOT EM_NODE_JS EM_COMPILER_WRAPPER EMCC_CFLAGS
    emscripten="$(machine_emcc)"
    if [[ -z $emscripten ]]; then
        emscripten="$toolchain/usr/share/emscripten"
        export EM_CONFIG="$emscripten/.emscripten"
    fi
    export PATH="$emscripten:$PATH"
}

# The loader and the library folder of the root $1, relative to it.
loader_of() { (cd "$1" && ls usr/lib*/ld-linux*.so.* usr/lib/*-linux-gnu*/ld-linux*.so.* 2>/dev/null | head -n 1); }
libdir_of() { (cd "$1" && ls -d usr/lib/*-linux-gnu* | head -n 1); }

is_elf() { [[ "$(head -c 4 "$1" | tr -d '\0')" == $'\x7fELF' ]]; }

unpack_toolchain() {
    local new=$1 need name version sha file
    rm -rf "$new"
    mkdir -p "$new"
    while read -r need name version sha file; do
        file="$(deb_file "$name" "$version" "$file")"
        [[ -f $file ]] || continue
        dpkg-deb --fsys-tarfile "$file" | tar -x -C "$new" \
            --exclude='./usr/share/doc/*' --exclude='./usr/share/man/*' --exclude='./usr/share/locale/*'
        note_fetched tool "$name" "$version" "$sha"
    done <"$cache/toolchain.set"
    # Packages from before the merge of /lib into /usr/lib would lie beside the others.
    for name in lib lib64; do
        [[ -d $new/$name && ! -L $new/$name ]] || continue
        mkdir -p "$new/usr/$name"
        cp -a "$new/$name/." "$new/usr/$name/"
        rm -r "${new:?}/$name"
    done
}

# The packages expect the libraries of a whole forky; here they get them from their own root.
bend_executables() {
    local new=$1 loader libdir file
    loader="$(loader_of "$new")"
    libdir="$(libdir_of "$new")"
    [[ -n $loader && -n $libdir ]] || die "The unpacked compiler has no loader (package libc6)."
    patch_elf() { "$new/$loader" --library-path "$new/$libdir" "$new/usr/bin/patchelf" "$@"; }
    # patchelf cannot rewrite itself while it runs; it is only needed here and so stays as it is.
    for file in "$new"/usr/bin/* "$new"/usr/lib/*/bin/*; do
        [[ -f $file && ! -L $file && $file != */patchelf ]] && is_elf "$file" || continue
        patch_elf --print-interpreter "$file" >/dev/null 2>&1 || continue
        patch_elf --set-interpreter "$toolchain/$loader" --force-rpath --set-rpath "$toolchain/$libdir" "$file"
    done
    # A library with a RUNPATH of its own would ignore the path set above.
    while IFS= read -r file; do
        is_elf "$file" && [[ -n "$(patch_elf --print-rpath "$file" 2>/dev/null)" ]] || continue
        patch_elf --remove-rpath "$file"
    done < <(find "$new/usr/lib" -name '*.so*' -type f)
}

check_libraries() {
    local new=$1 loader libdir file outside
    loader="$(loader_of "$new")"
    libdir="$(libdir_of "$new")"
    for file in "$new"/usr/lib/llvm-*/bin/{clang,lld,llvm-ar,llvm-nm,llvm-objcopy} "$new"/usr/bin/wasm-*; do
        [[ -f $file ]] && is_elf "$(readlink -f "$file")" || continue
        outside="$("$new/$loader" --library-path "$new/$libdir" --list "$file" 2>&1 |
            grep -vF "$new/" | grep -vE 'linux-vdso|ld-linux' || true)"
        [[ -z $outside ]] || die "${file##*/} of the private compiler lacks a library:" "$outside" \
            "The package that holds it could not be fetched. Try again later."
    done
}

configure_emscripten() {
    local new=$1 launcher
    emscripten="$new/usr/share/emscripten"
    [[ -d $new/usr/share/nodejs && ! -e $emscripten/node_modules ]] &&
        mv "$new/usr/share/nodejs" "$emscripten/node_modules"
    # The launchers do not quote $0, which breaks a cache path with a space in it.
    for launcher in "$emscripten"/*; do
        [[ -f $launcher && -x $launcher ]] && head -n 1 "$launcher" | grep -q '/sh$' || continue
        sed -i -e 's/readlink -f \$0)/readlink -f "$0")/' \
            -e 's/readlink -f \$(dirname \$0)\([^)]*\))/readlink -f "$(dirname "$0")\1")/' "$launcher"
    done
    cat >"$emscripten/.emscripten" <<END
LLVM_ROOT = '$toolchain/$(cd "$new" && ls -d usr/lib/llvm-*/bin | tail -n 1)'
BINARYEN_ROOT = '$toolchain/usr'
NODE_JS = '$(command -v node)'
CACHE = '$toolchain/cache'
LLVM_ADD_VERSION = ''
CLANG_ADD_VERSION = ''
END
}

probe_toolchain() {
    local work="$toolchain/probe"
    mkdir -p "$work"
    cat >"$work/probe.cpp" <<'END'
#include <cstdio>
#include <expected>
#include <stdexcept>
#include <string>

std::expected<int, std::string> half(int n) {
    if (n % 2) return std::unexpected("odd");
    return n / 2;
}

int main() {
    try {
        if (!half(3)) throw std::runtime_error(half(3).error());
    } catch (const std::exception& fault) {
        std::printf("%s %d\n", fault.what(), *half(4));
    }
}
END
    say "Trying the compiler; the first time it builds its own libraries (about 40 s) …"
    (
        use_toolchain
        cd "$work"
        emcc -std=c++23 -O1 -fwasm-exceptions -sENVIRONMENT=node probe.cpp -o probe.js >log 2>&1 &&
            [[ "$(node probe.js 2>>log)" == "odd 2" ]]
    ) || die "The private compiler does not work. It says:" "$(tail -n 5 "$work/log")" \
        "Remove $toolchain and try again, or install emcc 4 or newer and put it on PATH."
    rm -rf "$work"
}

setup_toolchain() {
    toolchain_ready && return
    command -v python3 >/dev/null || die "emcc needs python3." "Run: apt-get install python3"
    ensure_lists
    private_cache dumpavail | node "$parts/closure.mjs" >"$cache/toolchain.set" ||
        die "The packages of the private compiler could not be worked out."
    rm -f "$cache/fetched.tool"
    fetch_debs "$cache/toolchain.set"
    say "Unpacking the compiler …"
    rm -rf "$toolchain" "$toolchain.old"
    unpack_toolchain "$toolchain.new"
    bend_executables "$toolchain.new"
    check_libraries "$toolchain.new"
    configure_emscripten "$toolchain.new"
    mv "$toolchain.new" "$toolchain"
    probe_toolchain
    toolchain_id >"$toolchain/stamp"
}
