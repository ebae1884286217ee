// Reading a file in steps of one report each, so that a job can do one a frame:
//
//   auto reading = bundle::Reading::begin(std::move(bytes), name);   // structure only; may refuse
//   for (std::size_t i = 0; i < reading->steps(); ++i) reading->step(i);
//   auto opened = reading->finish();
//
// `bundle::open` is this loop. Steps are done in order, each once.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "bundle/bundle.hpp"

namespace bundle {

class Reading {
public:
    /// Recognises the file, unpacks it when it is a zip, and finds where each report stands. Keeps
    /// the bytes until it is destroyed. Refuses what `bundle::open` refuses, and what has no
    /// reports.
    static base::Result<Reading> begin(std::string bytes, std::string_view file_name);

    ~Reading();
    Reading(Reading&&) noexcept;
    Reading& operator=(Reading&&) noexcept;
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    /// How many reports the file holds, readable or not.
    std::size_t steps() const;
    /// Reads report `i`.
    void step(std::size_t i);
    /// What was read; a report that could not be is missing and stands in the problems.
    Opened finish();

private:
    struct State;
    explicit Reading(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

}  // namespace bundle
