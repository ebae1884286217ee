# What every script shares: where things lie, how they speak, the lock, checksums.
# Sourced, never run. Sets $root (the checkout) and $cache (what was fetched, outside the checkout).

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
cache="${XDG_CACHE_HOME:-$HOME/.cache}/so06"
parts="$root/scripts/parts"
versions="$root/scripts/versions.txt"

say() { printf '%s\n' "$*" >&2; }
die() {
    say "Error: $1"
    shift
    (($# == 0)) || printf '%s\n' "$@" | sed '/^$/d; s/^/       /' >&2
    exit 1
}

# Two set-ups at once: the second waits for the first and then finds nothing to do.
lock_cache() {
    mkdir -p "$cache"
    exec 9>"$cache/lock"
    flock --nonblock 9 && return
    say "Another set-up is running; waiting for it."
    flock 9
}

# A stamp stands beside a finished part and holds what it was made from.
stamped() { [[ -r $1 && "$(<"$1")" == "$2" ]]; }

sha256_of() {
    local sum
    sum="$(sha256sum -- "$1")"
    printf '%s' "${sum%% *}"
}

# pinned KIND NAME: prints "version sha256" as recorded in versions.txt, or nothing.
pinned() { awk -v kind="$1" -v name="$2" '$1 == kind && $2 == name { print $3, $4; exit }' "$versions"; }

# The recorded lines of the given kinds, as the identity of what is made from them.
pins_of() {
    local pattern
    pattern="$(IFS='|' && printf '%s' "$*")"
    grep -E "^($pattern) " "$versions" | sha256sum | cut -c1-64
}

# note_fetched KIND NAME VERSION SHA256: holds what was fetched against what is recorded.
# The same version with other bytes is refused; another version is used, with a warning.
note_fetched() {
    local kind=$1 name=$2 version=$3 sha=$4 want
    printf '%s %s %s %s\n' "$kind" "$name" "$version" "$sha" >>"$cache/fetched.$kind"
    want="$(pinned "$kind" "$name")"
    case "$want" in
        "$version $sha") ;;
        "$version "*) die "$name $version does not have the recorded bytes." \
            "Recorded: ${want#* }" "Fetched:  $sha" \
            "Remove $cache/debs and try again; if it stays so, do not use this package." ;;
        '') say "Warning: $name $version is not recorded in scripts/versions.txt; used all the same." ;;
        *) say "Warning: $name $version instead of the recorded ${want%% *}; used all the same." ;;
    esac
}
