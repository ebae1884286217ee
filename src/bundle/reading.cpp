#include "bundle/reading.hpp"

#include <algorithm>
#include <array>
#include <iterator>
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

bool office_file(const std::vector<std::string>& names) {
    return std::any_of(names.begin(), names.end(), [](const std::string& name) {
        return name == "[Content_Types].xml" || name == "META-INF/manifest.xml";
    });
}

/// A zip within the zip, which may hold reports and is not opened.
bool inner_zip(std::string_view bytes) {
    if (!archive::looks_like_zip(bytes)) return false;
    const auto inner = archive::Archive::open(bytes);
    return !inner || !office_file(inner->names());
}

/// Whether the file can be told to be none of ours: a letter, a picture, a PDF sent along.
bool stranger(const base::Refusal& refusal) {
    constexpr std::array Said{S::FileNotJson, S::FileIsPdf, S::FileIsOffice, S::FileNotOurs};
    return std::find(Said.begin(), Said.end(), refusal.why.key) != Said.end();
}

/// The parts that workbook.json promises and the zip does not have.
void note_missing_parts(const json::Value& workbook, const std::vector<std::string>& names,
                        std::vector<Problem>& problems) {
    const auto parts = workbook.find("parts");
    if (parts == workbook.end() || !parts->is_array()) return;
    for (const auto& part : *parts) {
        const auto name = part.is_object() ? part.value("name", json::Value()) : json::Value();
        if (!name.is_string()) continue;
        const auto& wanted = name.get_ref<const std::string&>();
        if (std::find(names.begin(), names.end(), wanted) == names.end())
            problems.push_back({ProblemKind::ReportLost, wanted, {S::FilePartMissing, {wanted}}});
    }
}

}  // namespace

struct Reading::State {
    /// File `entry` of the zip, or report `report` of a source.
    struct Step {
        enum class What { Unpack, Read } what = What::Unpack;
        std::size_t entry = 0;
        std::size_t source = 0;
        std::size_t report = 0;
    };

    std::string file_name;
    std::string packed;  // the zip that `zip` looks at
    std::optional<archive::Archive> zip;
    json::Value workbook;
    Opened opened;
    std::vector<base::Refusal> lost;     // files of the zip that may have held reports
    std::vector<base::Refusal> skipped;  // and those that are none of ours
    std::vector<Source> sources;
    std::vector<Step> steps;

    base::Result<void> begin(std::string bytes) {
        if (archive::looks_like_zip(bytes)) return begin_zip(std::move(bytes));
        auto envelope = read_envelope(bytes, file_name);
        if (!envelope) return envelope.error();
        if (envelope->kind != "report") return base::Refusal{{S::FileIsWorkbookIndex, {file_name}}};
        add({std::move(bytes), std::move(*envelope)});
        if (steps.empty()) return base::Refusal{{S::FileNoReports, {file_name}}};
        return {};
    }

    base::Result<void> begin_zip(std::string bytes) {
        packed = std::move(bytes);
        auto archive = archive::Archive::open(packed);
        if (!archive) return archive.error();
        if (office_file(archive->names())) return base::Refusal{{S::FileIsOffice, {file_name}}};
        zip = std::move(*archive);
        for (std::size_t i = 0; i < zip->names().size(); ++i)
            if (!litter(zip->names()[i])) steps.push_back({Step::What::Unpack, i});
        return {};
    }

    /// The reports of a file are steps from now on.
    void add(Source source) {
        const auto number = sources.size();
        sources.push_back(std::move(source));
        for (std::size_t i = 0; i < sources.back().envelope.reports().size(); ++i)
            steps.push_back({Step::What::Read, 0, number, i});
    }

    void step(const Step& at) {
        if (at.what == Step::What::Unpack) return unpack(at.entry);
        read(at.source, at.report);
    }

    void unpack(std::size_t entry) {
        const auto& name = zip->names()[entry];
        auto bytes = zip->content(entry);
        if (!bytes) return refuse(name, ProblemKind::ReportLost, bytes.error());
        if (inner_zip(*bytes))
            return refuse(name, ProblemKind::ReportLost, {{S::FileZipInZip, {name}}});
        auto envelope = read_envelope(*bytes, name);
        if (!envelope) {
            const auto kind =
                stranger(envelope.error()) ? ProblemKind::FileSkipped : ProblemKind::ReportLost;
            return refuse(name, kind, envelope.error());
        }
        if (envelope->kind == "workbook") {
            workbook = std::move(envelope->received);
        } else {
            add({std::move(*bytes), std::move(*envelope)});
        }
    }

    void refuse(const std::string& name, ProblemKind kind, const base::Refusal& refusal) {
        const bool skip = kind == ProblemKind::FileSkipped;
        (skip ? skipped : lost).push_back(refusal);
        opened.problems.push_back(
            {kind, name, skip ? i18n::Message{S::FileSkipped, {name}} : refusal.why});
    }

    void read(std::size_t number, std::size_t report) {
        auto& source = sources[number];
        auto& bundle = source.envelope.bundle;
        auto read = read_report(source.bytes, source.envelope.reports()[report], report + 1,
                                bundle.version);
        std::move(read.problems.begin(), read.problems.end(), std::back_inserter(bundle.problems));
        if (read.part) bundle.reports.push_back(std::move(*read.part));
        if (read.canonical.empty()) {
            source.canonical.reset();
        } else if (source.canonical) {
            source.canonical->push_back(std::move(read.canonical));
        }
    }

    base::Result<Opened> finish() {
        const bool any = std::any_of(steps.begin(), steps.end(), [](const Step& step) {
            return step.what == Step::What::Read;
        });
        // Of a zip around one file people want to hear what is wrong with that file.
        const auto& refused = lost.empty() ? skipped : lost;
        if (!any && sources.empty() && refused.size() == 1) return refused.front();
        if (!any) return base::Refusal{{S::FileNoReports, {file_name}}};
        if (workbook.is_object()) {
            const auto title = workbook.find("title");
            if (title != workbook.end() && title->is_string())
                opened.title = title->get<std::string>();
            note_missing_parts(workbook, zip->names(), opened.problems);
        }
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
    const auto step = state_->steps.at(i);  // a copy: unpacking adds steps
    state_->step(step);
}

base::Result<Opened> Reading::finish() {
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
