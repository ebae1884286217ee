# The libraries, built from the sources that scripts/setup fetched. Each is a target with its
# headers as system headers; only those that something links are built.
# They change seldom and take minutes with sanitizers, so scripts/ builds them once into the cache
# (SO06_LIBS_ONLY) and hands that folder over (SO06_LIBS).

if(DEFINED ENV{XDG_CACHE_HOME})
    set(so06_cache "$ENV{XDG_CACHE_HOME}/so06")
else()
    set(so06_cache "$ENV{HOME}/.cache/so06")
endif()
set(SO06_SOURCES "${so06_cache}/src" CACHE PATH "Where the libraries' sources lie")
set(SO06_LIBS "" CACHE PATH "Libraries built before; empty: build them here")
if(NOT EXISTS "${SO06_SOURCES}/stamp")
    message(FATAL_ERROR "The libraries' sources are not in ${SO06_SOURCES}. Run: scripts/setup")
endif()
add_compile_options("-ffile-prefix-map=${SO06_SOURCES}/=")

# library(NAME SOURCES … INCLUDE … DEFINES … (seen by users too) PRIVATE … OPTIONS …)
function(library name)
    cmake_parse_arguments(of "" "" "SOURCES;INCLUDE;DEFINES;PRIVATE;OPTIONS" ${ARGN})
    if(SO06_LIBS AND EXISTS "${SO06_LIBS}/lib${name}.a")
        add_library(${name} STATIC IMPORTED GLOBAL)
        set_target_properties(${name} PROPERTIES IMPORTED_LOCATION "${SO06_LIBS}/lib${name}.a")
        set(reach INTERFACE)
    else()
        add_library(${name} STATIC ${of_SOURCES})
        set_target_properties(${name} PROPERTIES ARCHIVE_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
        # No fuzzer reaches the database or the screen.
        if(NOT SO06_LIBS_ONLY OR (SO06_FUZZ AND name MATCHES "^(sqlite3_code|imgui)$"))
            set_target_properties(${name} PROPERTIES EXCLUDE_FROM_ALL ON)
        endif()
        target_compile_features(${name} PRIVATE cxx_std_17)
        target_compile_definitions(${name} PRIVATE ${of_PRIVATE})
        target_compile_options(${name} PRIVATE -w ${of_OPTIONS})
        set(reach PUBLIC)
    endif()
    target_include_directories(${name} SYSTEM ${reach} ${of_INCLUDE})
    target_compile_definitions(${name} ${reach} ${of_DEFINES})
endfunction()

function(headers name)
    add_library(${name} INTERFACE)
    target_include_directories(${name} SYSTEM INTERFACE "${SO06_SOURCES}/${name}/include")
endfunction()
headers(nlohmann)
headers(doctest)

if(SO06_SANITIZE)
    set(small -O1)
    set(fast -O1)
elseif(EMSCRIPTEN)
    # Every byte is loaded before the first frame.
    set(small -Oz)
    set(fast -Os)
else()
    set(small -Os)
    set(fast -O2)
endif()

# SQLite. Modules see `sqlite3`, its header; a program links the code: sqlite3_code, or for tests
# sqlite3_plain. In the page the only file system is our own (SQLITE_OS_OTHER), because SQLite's unix
# layer loops for ever in sqlite3_open when there is none; tests under node have files.
# -Os is as fast as -O2 there and 43 % smaller. The progress handler stays, because with one worker
# it is the only way to stop a long question.
set(sqlite_private
    SQLITE_THREADSAFE=0 SQLITE_DEFAULT_MEMSTATUS=0 SQLITE_DQS=0 SQLITE_LIKE_DOESNT_MATCH_BLOBS
    SQLITE_OMIT_SHARED_CACHE SQLITE_USE_ALLOCA SQLITE_STRICT_SUBTYPE=1 SQLITE_TEMP_STORE=3
    SQLITE_DEFAULT_FOREIGN_KEYS=1 SQLITE_DEFAULT_PAGE_SIZE=8192 SQLITE_DEFAULT_CACHE_SIZE=-16384
    SQLITE_DEFAULT_WAL_SYNCHRONOUS=2 SQLITE_MAX_ATTACHED=2)
# What no question of ours uses and the amalgamation can do without (nothing of its parser): together 25 kB of the
# first load.
list(APPEND sqlite_private
    SQLITE_OMIT_JSON SQLITE_OMIT_DATETIME_FUNCS SQLITE_OMIT_AUTHORIZATION SQLITE_OMIT_TRACE SQLITE_OMIT_GET_TABLE
    SQLITE_OMIT_COMPLETE SQLITE_OMIT_UTF16 SQLITE_OMIT_TCL_VARIABLE SQLITE_OMIT_INCRBLOB SQLITE_OMIT_DECLTYPE
    SQLITE_OMIT_COMPILEOPTION_DIAGS SQLITE_OMIT_INTROSPECTION_PRAGMAS SQLITE_OMIT_LOCALTIME)
if(SO06_SANITIZE)
    list(APPEND sqlite_private SQLITE_DEBUG)
else()
    list(APPEND sqlite_private SQLITE_UNTESTABLE)
endif()
add_library(sqlite3 INTERFACE)
target_include_directories(sqlite3 SYSTEM INTERFACE "${SO06_SOURCES}/sqlite3")
target_compile_definitions(sqlite3 INTERFACE
    SQLITE_ENABLE_SESSION SQLITE_ENABLE_PREUPDATE_HOOK SQLITE_OMIT_DEPRECATED SQLITE_OMIT_LOAD_EXTENSION)
function(sqlite_library name)
    library(${name}
        SOURCES "${SO06_SOURCES}/sqlite3/sqlite3.c" INCLUDE "${SO06_SOURCES}/sqlite3"
        DEFINES $<TARGET_PROPERTY:sqlite3,INTERFACE_COMPILE_DEFINITIONS> PRIVATE ${sqlite_private} ${ARGN} OPTIONS ${small})
endfunction()
if(EMSCRIPTEN)
    sqlite_library(sqlite3_code SQLITE_OS_OTHER=1)
    sqlite_library(sqlite3_plain)
else()
    sqlite_library(sqlite3_code)
    add_library(sqlite3_plain ALIAS sqlite3_code)
endif()

# Dear ImGui without its demo, its tools, its font and its ways to the machine. Native tests listen
# to every item through the test engine's hooks, which they implement themselves.
set(imgui_public
    IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS
    IMGUI_DISABLE_DEFAULT_FONT IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
    IMGUI_USE_WCHAR32)
if(SO06_TESTS AND NOT EMSCRIPTEN)
    list(APPEND imgui_public IMGUI_ENABLE_TEST_ENGINE)
endif()
set(imgui_sources imgui.cpp imgui_draw.cpp imgui_tables.cpp imgui_widgets.cpp)
list(TRANSFORM imgui_sources PREPEND "${SO06_SOURCES}/imgui/")
library(imgui SOURCES ${imgui_sources} INCLUDE "${SO06_SOURCES}/imgui" DEFINES ${imgui_public} OPTIONS ${fast})

library(pugixml
    SOURCES "${SO06_SOURCES}/pugixml/src/pugixml.cpp" INCLUDE "${SO06_SOURCES}/pugixml/src"
    DEFINES PUGIXML_NO_XPATH OPTIONS ${fast})

# zlib and its minizip in one; files are ours to hand over (zlib_filefunc), passwords are not read.
file(GLOB zlib_sources "${SO06_SOURCES}/zlib/*.c")
list(FILTER zlib_sources EXCLUDE REGEX "/gz[a-z]+\\.c$")
set(minizip "${SO06_SOURCES}/zlib/contrib/minizip")
library(zlib
    SOURCES ${zlib_sources} "${minizip}/ioapi.c" "${minizip}/unzip.c" "${minizip}/zip.c"
    INCLUDE "${SO06_SOURCES}/zlib" "${minizip}"
    DEFINES NOCRYPT NOUNCRYPT PRIVATE Z_HAVE_UNISTD_H IOAPI_NO_64 OPTIONS ${fast})

# libsodium's portable C, without its configure run. Under emcc its source of randomness is ours:
# its own looks for `self` or `require`, and a module under node has neither.
set(sodium_root "${SO06_SOURCES}/sodium/src/libsodium")
file(GLOB_RECURSE sodium_sources "${sodium_root}/*.c")
list(FILTER sodium_sources EXCLUDE REGEX "/randombytes/internal/|/crypto_box/|scryptsalsa208|/crypto_kx/|/crypto_shorthash/")
set(sodium_private CONFIGURED=1 NATIVE_LITTLE_ENDIAN=1 HAVE_WEAK_SYMBOLS=1 HAVE_INTTYPES_H=1 HAVE_STDINT_H=1)
if(EMSCRIPTEN)
    list(FILTER sodium_sources EXCLUDE REGEX "/randombytes/sysrandom/")
    list(APPEND sodium_sources "${CMAKE_SOURCE_DIR}/scripts/cmake/wasm_random.c")
    set_source_files_properties("${sodium_root}/randombytes/randombytes.c" PROPERTIES COMPILE_OPTIONS -U__EMSCRIPTEN__)
else()
    list(APPEND sodium_private HAVE_TI_MODE=1 HAVE_EXPLICIT_BZERO=1 HAVE_SYS_RANDOM_H=1 HAVE_GETRANDOM=1
        HAVE_SYS_MMAN_H=1 HAVE_MMAP=1 HAVE_MLOCK=1 HAVE_MADVISE=1 HAVE_MPROTECT=1 HAVE_POSIX_MEMALIGN=1 _GNU_SOURCE=1)
endif()
library(sodium
    SOURCES ${sodium_sources} INCLUDE "${sodium_root}/include"
    DEFINES SODIUM_STATIC=1 PRIVATE ${sodium_private} OPTIONS "-I${sodium_root}/include/sodium" ${fast})
