# The libraries, as sources out of Debian's packages: $cache/src/NAME, each with a stamp.
#   imgui, sqlite3 (the amalgamation), zlib (with contrib/minizip), pugixml, sodium,
#   nlohmann and doctest (headers under include/)
# The recorded version is tried first, then whatever else the package lists hold.

sources_recipe=1 # raise when the steps below change what they leave behind
sources="$cache/src"

#            folder    Debian source  at least
source_list="imgui     imgui          1.92.2b
             sqlite3   sqlite3        3.53
             zlib      zlib           1:1.2.13
             pugixml   pugixml        1.13
             sodium    libsodium      1.0.18"
#            folder    Debian package that holds only headers
header_list="nlohmann  nlohmann-json3-dev
             doctest   doctest-dev"

sources_id() { printf '%s %s' "$sources_recipe" "$(pins_of source header)"; }
sources_ready() { stamped "$sources/stamp" "$(sources_id)"; }

# Versions of the Debian source $1 that are at least $2, the recorded one first, then newest first.
candidate_versions() {
    local version recorded
    recorded="$(pinned source "$1")"
    recorded="${recorded%% *}"
    {
        [[ -z $recorded ]] || printf '%s\n' "$recorded"
        private_cache --only-source showsrc "$1" 2>/dev/null | sed -n 's/^Version: //p' | sort -rV
    } | while read -r version; do
        dpkg --compare-versions "$version" ge "$2" && printf '%s\n' "$version"
    done | awk '!seen[$0]++'
}

# fetch_source PACKAGE LEAST TARGET: unpacks the first version that can be had.
fetch_source() {
    local package=$1 least=$2 target=$3 version tried='' dsc
    for version in $(candidate_versions "$package" "$least"); do
        dsc="$cache/debs/${package}_${version#*:}.dsc"
        if (cd "$cache/debs" && private_get --download-only source "$package=$version") >"$cache/download.log" 2>&1 &&
            [[ -f $dsc ]]; then
            note_fetched source "$package" "$version" "$(sha256_of "$dsc")"
            rm -rf "$target"
            dpkg-source -x "$dsc" "$target" >"$cache/unpack.log" 2>&1 ||
                die "The source package $package $version could not be unpacked. dpkg-source says:" \
                    "$(tail -n 2 "$cache/unpack.log")"
            rm -f "${target%/*}"/*.orig*.tar.* # dpkg-source leaves copies beside the tree
            return
        fi
        tried+=" $version"
    done
    die "The Debian source package $package ($least or newer) could not be downloaded; tried:${tried:- nothing, none is listed}." \
        "$(tail -n 2 "$cache/download.log" 2>/dev/null)" "Check the network and try again."
}

# sqlite3.c is made by SQLite's own build out of its parts; nothing else of it is kept.
amalgamate() {
    local from=$1 to=$2
    say "Putting SQLite together …"
    (cd "$from" && ./configure --disable-tcl && make sqlite3.c) >"$cache/amalgamation.log" 2>&1 ||
        die "sqlite3.c could not be made. The end of $cache/amalgamation.log:" "$(tail -n 3 "$cache/amalgamation.log")"
    mkdir -p "$to"
    cp "$from"/sqlite3.c "$from"/sqlite3.h "$to"
}

# libsodium keeps a header as a template for its own configure run.
write_sodium_version() {
    local headers="$1/src/libsodium/include/sodium" of
    of() { sed -n "s/^$1=\\[*\\([0-9]*\\)\\]*$/\\1/p" "$2/configure.ac" | head -n 1; }
    sed -e "s/@VERSION@/$2/" -e "s/@SODIUM_LIBRARY_MINIMAL_DEF@//" \
        -e "s/@SODIUM_LIBRARY_VERSION_MAJOR@/$(of SODIUM_LIBRARY_VERSION_MAJOR "$1")/" \
        -e "s/@SODIUM_LIBRARY_VERSION_MINOR@/$(of SODIUM_LIBRARY_VERSION_MINOR "$1")/" \
        "$headers/version.h.in" >"$headers/version.h"
}

setup_one_source() {
    local folder=$1 package=$2 least=$3 target="$sources/$1" work="$sources/$1.new"
    say "Fetching the source of $package …"
    if [[ $folder == sqlite3 ]]; then
        # SQLite's configure refuses a path with a space, which a user's cache may have.
        local tree
        tree="$(mktemp -d)"
        fetch_source "$package" "$least" "$tree/sqlite3"
        rm -rf "$work"
        amalgamate "$tree/sqlite3" "$work"
        rm -rf "$tree"
    else
        fetch_source "$package" "$least" "$work"
    fi
    [[ $folder != sodium ]] || write_sodium_version "$work" "$(pinned_upstream "$package")"
    rm -rf "$target"
    mv "$work" "$target"
}

# The upstream version of what was fetched last under this name.
pinned_upstream() { awk -v name="$1" '$2 == name { v = $3 } END { sub(/^[0-9]+:/, "", v); sub(/-.*/, "", v); print v }' "$cache/fetched.source"; }

setup_one_header() {
    local folder=$1 package=$2 target="$sources/$1" recorded version sha file
    recorded="$(pinned header "$package")"
    for version in ${recorded%% *} $(private_cache show "$package" | sed -n 's/^Version: //p'); do
        read -r sha file < <(private_cache show "$package=$version" 2>/dev/null |
            awk '/^SHA256: /{s=$2} /^Filename: /{f=$2} END{print s, f}')
        [[ -n $sha ]] || continue
        printf 'try %s %s %s %s\n' "$package" "$version" "$sha" "$file" >"$cache/header.set"
        fetch_debs "$cache/header.set"
        file="$(deb_file "$package" "$version" "$file")"
        [[ -f $file ]] || continue
        note_fetched header "$package" "$version" "$sha"
        rm -rf "$target.new" "$target"
        mkdir -p "$target.new/include"
        dpkg-deb --fsys-tarfile "$file" | tar -x -C "$target.new" --strip-components=2 ./usr/include
        mv "$target.new" "$target"
        return
    done
    die "The Debian package $package could not be downloaded." "$(tail -n 2 "$cache/download.log" 2>/dev/null)" \
        "Check the network and try again."
}

setup_sources() {
    sources_ready && return
    local folder package least
    ensure_lists
    mkdir -p "$sources" "$cache/debs"
    rm -f "$sources/stamp" "$cache/fetched.source" "$cache/fetched.header"
    while read -r folder package least; do
        setup_one_source "$folder" "$package" "$least"
    done <<<"$source_list"
    while read -r folder package; do
        setup_one_header "$folder" "$package"
    done <<<"$header_list"
    sources_id >"$sources/stamp"
}
