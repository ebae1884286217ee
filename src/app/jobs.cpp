#include "app/jobs.hpp"

#include <utility>

namespace app {

void Jobs::start(Job job) {
    running_.push_back({std::move(job), 0});
}

void Jobs::cancel_all() {
    running_.clear();
}

std::vector<Progress> Jobs::progress() const {
    std::vector<Progress> out;
    out.reserve(running_.size());
    for (const auto& running : running_)
        out.push_back({running.job.doing, running.next, running.job.total()});
    return out;
}

void Jobs::spend(double budget_ms, const Clock& now) {
    const double until = now() + budget_ms;
    do {
        if (running_.empty()) return;
        // Taken out while it works: a step that throws must not be met again.
        Running first = std::move(running_.front());
        running_.erase(running_.begin());
        if (first.next < first.job.total()) {
            first.job.step(first.next++);
            running_.insert(running_.begin(), std::move(first));
        } else if (first.job.finish) {
            first.job.finish();
        }
    } while (now() < until);
}

}  // namespace app
