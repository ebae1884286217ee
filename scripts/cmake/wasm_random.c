/* Random bytes for libsodium in WebAssembly: from the browser or from node, through getentropy.
   Stands in for libsodium's "sysrandom", under its name; part of the library sodium. */

#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "randombytes.h"

static const char *name(void) { return "getentropy"; }

/* getentropy gives at most 256 bytes at a time. A key made from anything else than fresh bytes
   would be worse than none, so a failure ends the module. */
static void fill(void *const bytes, const size_t size) {
    unsigned char *next = bytes;
    size_t left = size;
    while (left > 0) {
        const size_t part = left < 256 ? left : 256;
        if (getentropy(next, part) != 0) abort();
        next += part;
        left -= part;
    }
}

static uint32_t one(void) {
    uint32_t value;
    fill(&value, sizeof value);
    return value;
}

struct randombytes_implementation randombytes_sysrandom_implementation = {
    .implementation_name = name, .random = one, .buf = fill};
