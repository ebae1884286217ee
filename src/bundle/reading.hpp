// Reading a file in small steps, so that a job can do some a frame: one for each report, and before
// them one for each file of a zip, which then says how many reports it holds.
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
    /// Recognises the file and finds where each report stands, or each file of a zip. Keeps the
    /// bytes until it is destroyed. Refuses what can be told to be none of ours.
    static base::Result<Reading> begin(std::string bytes, std::string_view file_name);

    ~Reading();
    Reading(Reading&&) noexcept;
    Reading& operator=(Reading&&) noexcept;
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    /// How many steps there are; grows while a zip is unpacked.
    std::size_t steps() const;
    /// Unpacks a file or reads a report.
    void step(std::size_t i);
    /// What was read; a report that could not be is missing and stands in the problems. Refuses
    /// what has no reports.
    base::Result<Opened> finish();

private:
    struct State;
    explicit Reading(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

}  // namespace bundle
