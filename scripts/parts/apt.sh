# A private apt: reads the package lists of Debian's suites forky (compiler, new libraries) and
# bookworm (the rest) into the cache folder. Needs no root and leaves the machine's apt alone.
# The mirror is the one the machine's own apt uses; apt checks the archive's signature.

apt_home="$cache/apt"
private_get() { apt-get -c "$apt_home/apt.conf" -qq "$@"; }
private_cache() { apt-cache -c "$apt_home/apt.conf" "$@"; }

# The address apt itself would use, whatever form its configuration has.
mirror_of_machine() {
    apt-get update --print-uris 2>/dev/null |
        sed -n "s|^'\\(.*\\)/dists/[^/ ]*/InRelease'.*|\\1|p" | grep -E '/debian/?$' | head -n 1
}

write_apt_conf() {
    local mirror keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    mirror="$(mirror_of_machine)"
    [[ -n $mirror ]] || die "This machine's apt names no Debian mirror, so no package can be fetched." \
        "Put a Debian source into /etc/apt/sources.list.d/, or install emcc 4 or newer yourself."
    [[ -r $keyring ]] || die "The keyring $keyring is missing." "Run: apt-get install debian-archive-keyring"
    rm -rf "$apt_home"
    mkdir -p "$apt_home/lists/partial" "$apt_home/cache/archives/partial"
    : >"$apt_home/status"
    cat >"$apt_home/so06.sources" <<END
Types: deb deb-src
URIs: $mirror
Suites: forky bookworm
Components: main
Targets: Packages Sources
Signed-By: $keyring
END
    # Lists, status and hooks are ours; the machine's proxy and validity settings stay in force.
    cat >"$apt_home/apt.conf" <<END
Dir::Etc::sourcelist "$apt_home/so06.sources";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
Dir::State "$apt_home";
Dir::State::lists "$apt_home/lists";
Dir::State::status "$apt_home/status";
Dir::Cache "$apt_home/cache";
APT::Sandbox::User "root";
APT::Update::Error-Mode "any";
APT::Default-Release "forky";
Acquire::Languages "none";
Acquire::Retries "3";
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear DPkg::Pre-Invoke;
#clear DPkg::Post-Invoke;
END
}

# Reads the lists once in a run; every part that fetches asks for it.
ensure_lists() {
    [[ -z ${lists_read:-} ]] || return 0
    command -v apt-get >/dev/null || die "There is no apt-get on this machine." \
        "The set-up works on Debian 12. Elsewhere: install emcc 4 or newer, and put the library" \
        "sources into $cache/src as scripts/parts/sources.sh lays them out."
    say "Reading the package lists of Debian forky and bookworm …"
    write_apt_conf
    private_get update >"$apt_home/update.log" 2>&1 ||
        die "The package lists of Debian forky and bookworm could not be read. apt says:" \
            "$(tail -n 3 "$apt_home/update.log")" "Check the network and try again."
    lists_read=1
}

# 80 MB of lists are of no use once everything is fetched.
drop_lists() {
    rm -rf "$apt_home"
    lists_read=
}

# fetch_debs FILE: downloads every package of lines "must|try NAME VERSION SHA256 FILENAME" into
# debs/. apt trusts a file of the right size, so every file is held against the index by SHA-256,
# before (to keep it) and after (to use it). A missing "try" package is left out silently: the
# check of the finished toolchain tells whether it matters.
fetch_debs() {
    local need name version sha file wanted=()
    mkdir -p "$cache/debs"
    while read -r need name version sha file; do
        file="$(deb_file "$name" "$version" "$file")"
        [[ -f $file && "$(sha256_of "$file")" == "$sha" ]] && continue
        rm -f "$file"
        wanted+=("$name=$version")
    done <"$1"
    if ((${#wanted[@]})); then
        say "Downloading ${#wanted[@]} packages …"
        (cd "$cache/debs" && private_get download "${wanted[@]}") >"$cache/download.log" 2>&1 || true
    fi
    while read -r need name version sha file; do
        file="$(deb_file "$name" "$version" "$file")"
        [[ -f $file && "$(sha256_of "$file")" == "$sha" ]] && continue
        rm -f "$file"
        [[ $need == try ]] || die "The Debian package $name $version could not be downloaded. apt says:" \
            "$(grep -F "$name" "$cache/download.log" | tail -n 2)" \
            "Try again later, or install emcc 4 or newer yourself and put it on PATH."
    done <"$1"
}

# apt writes the colon of an epoch as %3a in file names.
deb_file() { printf '%s/debs/%s_%s_%s' "$cache" "$1" "${2//:/%3a}" "${3##*_}"; }
