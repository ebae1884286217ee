// What stands around the reports in a file: which format and kind it is, who made it, what it
// needs, and the hash over all of it. A file that is not one of ours is refused here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "bundle/bundle.hpp"
#include "json/parse.hpp"
#include "json/value.hpp"

namespace bundle {

/// The envelope of one JSON file, its reports not read yet.
struct Envelope {
    Bundle bundle;          // everything but the reports; problems of the envelope
    json::Value received;   // the members as they were received, in NFC, without `reports`
    json::Outline outline;  // where the reports stand
    std::string kind;       // "report" or "workbook"

    /// The ranges of the reports.
    std::span<const json::Range> reports() const;
};

/// Recognises `bytes` as a JSON file of ours. Refuses what is no JSON, is another program's, newer
/// than this program, of a kind it does not read, cut off or above the limits.
base::Result<Envelope> read_envelope(std::string_view bytes, std::string_view file_name);

/// Fills in what the integrity part should be, and notes a file that was changed. `reports` are the
/// canonical forms of the elements of `reports` in their order, as received; nothing where one of
/// them could not be read, because then nothing can be computed.
void verify(Envelope& envelope, const std::optional<std::vector<std::string>>& reports);

/// SHA-256 in hexadecimal over the canonical form of `members` (an envelope without `integrity`),
/// with `reports` in place of its member "reports".
std::string envelope_sha256(json::Value members, std::span<const std::string> reports);

}  // namespace bundle
