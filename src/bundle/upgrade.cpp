#include "bundle/upgrade.hpp"

namespace bundle {

std::span<const Upgrade> upgrades() {
    return {};
}

void upgrade_envelope(json::Value& envelope, int version, std::span<const Upgrade> steps) {
    for (const auto& step : steps)
        if (step.from >= version && step.envelope) step.envelope(envelope);
}

void upgrade_report(json::Value& report, int version, std::span<const Upgrade> steps) {
    for (const auto& step : steps)
        if (step.from >= version && step.report) step.report(report);
}

}  // namespace bundle
