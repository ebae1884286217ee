// Older versions of the file format, one step each: a step knows only its own change and is never
// edited once released. Version 1 is the first, so there is no step yet; the day there is a version
// 2 it becomes the first line of upgrades(). Bodies and ids are taken before: they are about the
// file as it was received.
#pragma once

#include <span>

#include "json/value.hpp"

namespace bundle {

struct Upgrade {
    int from = 0;                    // the version it starts at; it leads to the next one
    void (*envelope)(json::Value&);  // everything but the reports; may be nullptr
    void (*report)(json::Value&);    // one element of `reports`; may be nullptr
};

/// Every step, in the order of `from`.
std::span<const Upgrade> upgrades();

// Take the envelope or a report of `version` through all steps that come after it.
void upgrade_envelope(json::Value& envelope, int version,
                      std::span<const Upgrade> steps = upgrades());
void upgrade_report(json::Value& report, int version, std::span<const Upgrade> steps = upgrades());

}  // namespace bundle
