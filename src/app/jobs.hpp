// Long work in small steps. A job does a little, says how far it is, and hands the frame back;
// Jobs::spend() calls steps until this frame's time is used up. No threads, nothing to lock.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "i18n/message.hpp"

namespace app {

struct Progress {
    i18n::Message doing;
    std::size_t done = 0;
    std::size_t total = 0;
};

struct Job {
    i18n::Message doing;
    std::function<std::size_t()> total;     // how many items; may grow with what is found
    std::function<void(std::size_t)> step;  // does item i; keep it under about 2 ms
    std::function<void()> finish;           // runs once, after the last item; may be empty
};

class Jobs {
public:
    /// Milliseconds of a clock that only moves forward.
    using Clock = std::function<double()>;

    void start(Job job);
    /// Between steps; what a job holds goes with it, and `finish` does not run.
    void cancel_all();
    bool idle() const { return running_.empty(); }
    std::vector<Progress> progress() const;

    /// Works for about `budget_ms`; at least one step, so that a slow machine still moves forward.
    /// A step that throws ends its job and is not tried again.
    void spend(double budget_ms, const Clock& now);

private:
    struct Running {
        Job job;
        std::size_t next = 0;
    };
    std::vector<Running> running_;
};

}  // namespace app
