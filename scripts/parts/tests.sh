# The parts of scripts/test. Each is a function part_NAME that prints what is wrong, returns 0 when all
# is well, and may set $passed and $failed when it counts tests of its own (otherwise it counts as one).

our_code() { find src tests -name '*.[ch]pp' -not -path '*/node_modules/*' -print0 2>/dev/null; }

# What must be set up for the chosen parts.
setup_for() {
    case " $1 " in
        *' tidy '* | *' format '* | *' fuzz '* | *' schemas '* | *' cli '* | *' web '*) printf tests ;;
        *' wasm '* | *' types '* | *' native '*) printf site ;;
        *) printf cli ;;
    esac
}

part_format() {
    local wrong
    wrong="$(our_code | xargs -0 -r clang-format-19 --dry-run --Werror 2>&1 | sed -nE 's/^([^ :]+):[0-9]+:[0-9]+: .*/\1/p' | uniq -c)"
    [[ -z $wrong ]] && return
    printf '%s\n' "Places laid out otherwise than .clang-format says (scripts/test --fix puts them right):" "$wrong"
    return 1
}
part_layers() { node scripts/layers.mjs; }
part_strings() { node scripts/strings.mjs --check; }
part_types() { node web/node_modules/typescript/bin/tsc -p web/tsconfig.json; }

# The quick tier leaves out the slow path analysis; scripts/test tidy and the long tier do all of it.
part_tidy() {
    compile native generated || return
    node scripts/tidy.mjs "$root/build/native" "$cache/tidy" ${quick_tier:+light}
}

# ctest's and node's own closing lines are shown, because they are what a person and a machine look for.
run_ctest() {
    local log="build/$1.ctest.log"
    ctest --test-dir "build/$1" -j "$(nproc)" --output-on-failure --no-tests=error 2>&1 |
        grep -vE '^ +Start |^Internal ctest|^Test project' | tee "$log"
    local status=${PIPESTATUS[0]}
    failed="$(sed -nE 's/.* ([0-9]+) tests? failed out of ([0-9]+).*/\1/p' "$log")"
    passed="$(sed -nE 's/.* ([0-9]+) tests? failed out of ([0-9]+).*/\2/p' "$log")"
    passed=$((${passed:-0} - ${failed:-0}))
    return "$status"
}

part_native() {
    fonts_for_tests && compile native so06_tests && run_ctest native
}
part_wasm() {
    fonts_for_tests && compile wasm so06_tests && run_ctest wasm
}

# Screens are tested with the page's own fonts.
fonts_for_tests() { [[ ! -f web/icons.json ]] || node scripts/fonts.mjs build/gen/fonts; }

run_node() {
    local folder=$1 files log="build/${1//\//-}.node.log"
    [[ -d $folder ]] || return 0
    mapfile -t files < <(find "$folder" -maxdepth 1 -name '*.test.mjs' | sort)
    ((${#files[@]})) || return 0
    # A file that hangs ends as a failure long before who waits for all of them gives up.
    node --test --test-concurrency="${2:-1}" --test-timeout="$((${SO06_LONG:+12 * }900000))" --test-reporter=spec "${files[@]}" 2>&1 | tee "$log"
    local status=${PIPESTATUS[0]}
    passed="$(sed -nE 's/^ℹ pass ([0-9]+)/\1/p' "$log" | tail -n 1)"
    failed="$(sed -nE 's/^ℹ fail ([0-9]+)/\1/p' "$log" | tail -n 1)"
    return "$status"
}

part_schemas() { "$root/scripts/build" cli && run_node tests/schemas; }
part_cli() { "$root/scripts/build" cli && run_node tests/cli 2; }
part_web() { "$root/scripts/build" site && run_node tests/web 2; }

# Every fuzzer, 30 s each, or two million executions in the long tier, from its seeds on.
part_fuzz() {
    local source name run status=0 limit=(-max_total_time=30) runs=()
    compgen -G 'tests/fuzz/*_fuzz.cpp' >/dev/null || return 0
    [[ -z ${SO06_LONG:-} ]] || limit=(-runs=2000000 "-seed=$SO06_SEED")
    compile fuzz fuzzers || return
    passed=0
    failed=0
    for source in tests/fuzz/*_fuzz.cpp; do
        name="$(basename "$source" _fuzz.cpp)"
        mkdir -p "build/fuzz/found/$name"
        local seeds=("build/fuzz/found/$name")
        [[ ! -d tests/fuzz/seeds/$name ]] || seeds+=("tests/fuzz/seeds/$name")
        # All at once: each has its seconds, whatever the machine.
        "build/fuzz/fuzz_$name" "${limit[@]}" -timeout=10 -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 \
            "-artifact_prefix=build/fuzz/$name-" "${seeds[@]}" >"build/fuzz/$name.log" 2>&1 &
        runs+=("$!:$name")
    done
    for run in "${runs[@]}"; do
        name="${run#*:}"
        if wait "${run%%:*}"; then
            passed=$((passed + 1))
            say "fuzz $name: $(sed -n 's/^stat::number_of_executed_units: *//p' "build/fuzz/$name.log") executions, no crash"
        else
            failed=$((failed + 1))
            status=1
            tail -n 30 "build/fuzz/$name.log" >&2
        fi
    done
    return "$status"
}

all_passed=0
all_failed=0
results=()

run_part() {
    local start
    start="$(date +%s)"
    passed=''
    failed=''
    if "part_$1"; then
        passed="${passed:-1}"
        results+=("ok      $1: $passed passed, $(($(date +%s) - start)) s")
    else
        # A part that broke before its tests ran counts as one failure.
        ((${failed:-0} > 0)) || failed=1
        results+=("FAILED  $1: ${passed:-0} passed, $failed failed, $(($(date +%s) - start)) s")
    fi
    all_passed=$((all_passed + ${passed:-0}))
    all_failed=$((all_failed + ${failed:-0}))
}

write_long() {
    local commit
    commit="$(git rev-parse HEAD)$(git diff --quiet HEAD || printf ' with changes')"
    printf '{"commit": "%s", "seed": %s, "seconds": %d, "passed": %d, "failed": %d, "parts": [%s]}\n' \
        "$commit" "$SO06_SEED" "$(($(date +%s) - $1))" "$all_passed" "$all_failed" \
        "$(printf '"%s",' "${results[@]}" | sed 's/,$//')" >"$root/build/long.json"
}

close_tests() {
    ((${#results[@]} == 1)) || printf '%s\n' "${results[@]}"
    printf '%d passed, %d failed\n' "$all_passed" "$all_failed"
    ((all_failed == 0))
}
