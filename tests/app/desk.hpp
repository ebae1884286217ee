// A workbook with the real forms and a clock that stands still until a test moves it.
#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

#include "app/files.hpp"
#include "app/reports.hpp"
#include "app/workbook.hpp"
#include "base/clock.hpp"
#include "store/reports.hpp"

namespace test {

/// Read once: every test needs the same one, and it never changes.
inline const catalog::Library& forms() {
    static const auto built_in = catalog::Library::built_in(data::files());
    return built_in;
}

inline model::Cell text(const std::string& words) {
    model::Cell cell;
    cell.set("text", words);
    return cell;
}

/// The report of the sample, before anything is in it.
inline app::CreateReport new_report(const std::string& unit = "qng-so-khcn") {
    return {{{unit}, {"phu-luc-04-co-quan"}, {"2025-07"}},
            {{"2025-07"},
             model::PeriodKind::Month,
             "tháng 7/2025",
             base::Day{2025, 7, 1},
             base::Day{2025, 7, 31},
             {}},
            "Sở Khoa học và Công nghệ tỉnh Quảng Ngãi"};
}

struct Desk {
    explicit Desk(const std::string& path = ":memory:")
        : work(path, forms(), {[this] { return now; }}) {}

    model::ReportId create(const std::string& unit = "qng-so-khcn") {
        const auto command = new_report(unit);
        if (!work.run(app::ReportCommand{command})) throw std::runtime_error("no report was made");
        return store::find_report(work.db(), command.key).value();
    }
    /// The cell becomes `cell`, whatever it was.
    base::Result<void> edit(model::ReportId report, const std::string& row,
                            const std::string& field, const model::Cell& cell,
                            std::uint64_t stay = 0) {
        const auto before = store::load_cell(work.db(), report, {row}, {field});
        return work.run(app::ReportCommand{
            app::EditCell{report, {row}, {field}, model::changes(before, cell), stay}});
    }
    std::string words(model::ReportId report, const std::string& row,
                      const std::string& field = "result") const {
        return std::string(store::load_cell(work.db(), report, {row}, {field}).part("text"));
    }
    model::Report report(model::ReportId id) const {
        return app::load_report(work.db(), work.library(), id).value();
    }
    std::size_t changes(model::ReportId report) const {
        return store::history(work.db(), report, 1'000).size();
    }

    base::Millis now = 1751851800000;  // 2025-07-07T01:30:00Z
    app::Workbook work;
};

/// Why something was refused.
template <class T>
i18n::Message refusal(const base::Result<T>& result) {
    if (result) throw std::runtime_error("was done, not refused");
    return result.error().why;
}

inline constexpr const char* SampleName = "DA06_SKHCN-QNg_Phuluc04_2025-07_v1.so06.json";

inline std::string sample_bytes() {
    std::ifstream file(std::string("data/samples/") + SampleName, std::ios::binary);
    if (!file) throw std::runtime_error("no sample");
    return {std::istreambuf_iterator<char>(file), {}};
}

/// `text` with the first `from` in it replaced; a test that changes nothing would prove nothing.
inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    if (at == std::string::npos)
        throw std::runtime_error("nothing to replace: " + std::string(from));
    return text.replace(at, from.size(), to);
}

inline app::Incoming looked_into(const app::Workbook& work, const std::string& bytes,
                                 const std::string& name = SampleName) {
    auto opened = bundle::open(bytes, name);
    if (!opened) throw std::runtime_error("the file was refused");
    return app::look_into(work, std::move(opened.value()), name);
}

/// The file as it is proposed to be taken in.
inline model::ReportId taken(app::Workbook& work, const std::string& bytes) {
    const auto report = app::take(work, looked_into(work, bytes));
    if (!report) throw std::runtime_error("the file was not taken");
    return *report;
}

/// The report's file as a person has it.
inline app::Outgoing saved(app::Workbook& work, model::ReportId report) {
    auto file = app::save_report(work, report, "https://so06.example/", bundle::NameFor::Computer);
    if (!file) throw std::runtime_error("the report was not saved");
    app::note_saved(work, *file);
    return std::move(file.value());
}

/// The sample as its recipient sends it on: one cell edited, saved as the second version.
inline std::string second_version(const std::string& words = "đã nâng cấp") {
    Desk desk;
    const auto report = taken(desk.work, sample_bytes());
    if (!desk.edit(report, "mh-26", "result", text(words))) throw std::runtime_error("no edit");
    return saved(desk.work, report).bytes;
}

/// The one report of a file.
inline bundle::ReportPart part_of(const std::string& bytes) {
    const auto read = bundle::read(bytes, "");
    if (!read || read->reports.size() != 1) throw std::runtime_error("not a file of one report");
    return read->reports.front();
}

}  // namespace test
