#include "bundle/reading.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "archive/zip.hpp"
#include "bundle/envelope.hpp"
#include "bundle/report_part.hpp"
#include "json/parse.hpp"

namespace bundle {
namespace {

using i18n::S;

/// One JSON file of those that were dropped, with what was read of it so far.
struct Source {
    std::string bytes;
    Envelope envelope;
    std::optional<std::vector<std::string>> canonical = std::vector<std::string>();
};

/// What operating systems and archivers leave in a zip; nobody meant to send it.
bool litter(std::string_view path) {
    const auto slash = path.rfind('/');
    const auto name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    return path.starts_with("__MACOSX/") || name.starts_with(".") || name == "Thumbs.db" ||
           name == "desktop.ini";
}

bool office_file(const std::vector<archive::Entry>& entries) {
    return std::any_of(entries.begin(), entries.end(), [](const archive::Entry& entry) {
        return entry.name == "[Content_Types].xml" || entry.name == "META-INF/manifest.xml";
    });
}

/// The parts that workbook.json promises and the zip does not have.
void note_missing_parts(const json::Value& workbook, const std::vector<archive::Entry>& entries,
                        std::vector<Problem>& problems) {
    const auto parts = workbook.find("parts");
    if (parts == workbook.end() || !parts->is_array()) return;
    for (const auto& part : *parts) {
        const auto name = part.is_object() ? part.value("name", json::Value()) : json::Value();
        if (!name.is_string()) continue;
        const auto& wanted = name.get_ref<const std::string&>();
        const bool there = std::any_of(entries.begin(), entries.end(),
                                       [&](const auto& entry) { return entry.name == wanted; });
        if (!there)
            problems.push_back({ProblemKind::ReportLost, wanted, {S::FilePartMissing, {wanted}}});
    }
}

}  // namespace

struct Reading::State {
    struct Step {
        std::size_t source = 0;
        std::size_t report = 0;
    };

    std::string file_name;
    bool zipped = false;
    Opened opened;
    std::vector<Source> sources;
    std::vector<Step> steps;

    base::Result<void> begin(std::string bytes) {
        zipped = archive::looks_like_zip(bytes);
        if (zipped) {
            auto unpacked = unpack(bytes);
            if (!unpacked) return unpacked;
        } else {
            auto envelope = read_envelope(bytes, file_name);
            if (!envelope) return envelope.error();
            if (envelope->kind != "report")
                return base::Refusal{{S::FileIsWorkbookIndex, {file_name}}};
            sources.push_back({std::move(bytes), std::move(*envelope)});
        }
        for (std::size_t i = 0; i < sources.size(); ++i)
            for (std::size_t r = 0; r < sources[i].envelope.reports().size(); ++r)
                steps.push_back({i, r});
        if (!steps.empty()) return {};
        // Of a zip around one file people want to hear what is wrong with that file.
        if (sources.empty() && opened.problems.size() == 1)
            return base::Refusal{opened.problems.front().what};
        return base::Refusal{{S::FileNoReports, {file_name}}};
    }

    base::Result<void> unpack(std::string_view bytes) {
        auto entries = archive::unzip(bytes);
        if (!entries) return entries.error();
        if (office_file(*entries)) return base::Refusal{{S::FileIsOffice, {file_name}}};
        json::Value workbook;
        for (auto& entry : *entries) {
            if (litter(entry.name)) continue;
            auto envelope = read_envelope(entry.bytes, entry.name);
            if (!envelope) {
                opened.problems.push_back(
                    {ProblemKind::ReportLost, entry.name, envelope.error().why});
            } else if (envelope->kind == "workbook") {
                workbook = std::move(envelope->received);
            } else {
                sources.push_back({std::move(entry.bytes), std::move(*envelope)});
            }
        }
        if (workbook.is_object()) {
            const auto title = workbook.find("title");
            if (title != workbook.end() && title->is_string())
                opened.title = title->get<std::string>();
            note_missing_parts(workbook, *entries, opened.problems);
        }
        return {};
    }

    void step(const Step& at) {
        auto& source = sources[at.source];
        auto& bundle = source.envelope.bundle;
        auto read = read_report(source.bytes, source.envelope.reports()[at.report], at.report + 1,
                                bundle.version);
        std::move(read.problems.begin(), read.problems.end(), std::back_inserter(bundle.problems));
        if (read.part) bundle.reports.push_back(std::move(*read.part));
        if (read.canonical.empty()) {
            source.canonical.reset();
        } else if (source.canonical) {
            source.canonical->push_back(std::move(read.canonical));
        }
    }

    Opened finish() {
        for (auto& source : sources) {
            verify(source.envelope, source.canonical);
            opened.files.push_back(std::move(source.envelope.bundle));
        }
        return std::move(opened);
    }
};

Reading::Reading(std::unique_ptr<State> state) : state_(std::move(state)) {}
Reading::~Reading() = default;
Reading::Reading(Reading&&) noexcept = default;
Reading& Reading::operator=(Reading&&) noexcept = default;

base::Result<Reading> Reading::begin(std::string bytes, std::string_view file_name) {
    auto state = std::make_unique<State>();
    state->file_name = file_name;
    const auto begun = state->begin(std::move(bytes));
    if (!begun) return begun.error();
    return Reading(std::move(state));
}

std::size_t Reading::steps() const {
    return state_->steps.size();
}

void Reading::step(std::size_t i) {
    state_->step(state_->steps.at(i));
}

Opened Reading::finish() {
    return state_->finish();
}

base::Result<Opened> open(std::string_view bytes, std::string_view file_name) {
    auto reading = Reading::begin(std::string(bytes), file_name);
    if (!reading) return reading.error();
    for (std::size_t i = 0; i < reading->steps(); ++i) reading->step(i);
    return reading->finish();
}

base::Result<Bundle> read(std::string_view bytes, std::string_view file_name) {
    if (archive::looks_like_zip(bytes))
        return base::Refusal{{S::FileNotJson, {std::string(file_name)}}};
    auto opened = open(bytes, file_name);
    if (!opened) return opened.error();
    return std::move(opened->files.front());
}

}  // namespace bundle
