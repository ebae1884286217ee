#include "app/files.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "app/reports.hpp"
#include "app/settings.hpp"
#include "bundle/fitting.hpp"
#include "store/reports.hpp"
#include "store/settings.hpp"
#include "store/versions.hpp"

namespace app {
namespace {

using i18n::S;

using EntryOfRow = std::map<model::RowId, const model::Entry*>;

EntryOfRow by_row(const model::Report& report) {
    EntryOfRow found;
    for (const auto& entry : report.entries)
        for (const auto& row : entry.rows) found.emplace(row, &entry);
    return found;
}

/// Which rows are spoken for together, by those that say anything.
std::set<std::vector<model::RowId>> groups(const model::Report& report) {
    std::set<std::vector<model::RowId>> found;
    for (const auto& entry : report.entries)
        if (!entry.cells.empty()) found.insert(entry.rows);
    return found;
}

/// Cells that the two say differently, each once.
std::size_t differing_cells(const model::Report& mine, const model::Report& theirs) {
    const auto ours = by_row(mine);
    const auto others = by_row(theirs);
    auto rows = ours;
    rows.insert(others.begin(), others.end());
    const model::Entry nothing;
    const auto entry = [&](const EntryOfRow& in, const model::RowId& row) {
        const auto found = in.find(row);
        return found != in.end() ? found->second : &nothing;
    };
    std::size_t count = 0;
    for (const auto& [row, any] : rows) {
        const auto* a = entry(ours, row);
        const auto* b = entry(others, row);
        std::set<model::FieldId> fields;
        for (const auto* one : {a, b})
            for (const auto& [field, cell] : one->cells) fields.insert(field);
        count += static_cast<std::size_t>(
            std::count_if(fields.begin(), fields.end(),
                          [&](const auto& field) { return a->cell(field) != b->cell(field); }));
    }
    return count;
}

Differing differing(const model::Report& mine, const model::Report& theirs) {
    Differing found;
    found.cells = differing_cells(mine, theirs);
    found.cover = mine.cover != theirs.cover;
    found.state = mine.state != theirs.state;
    found.frame = mine.unit_name != theirs.unit_name || mine.period != theirs.period;
    found.rows = groups(mine) != groups(theirs);
    return found;
}

bool holds(const bundle::ReportPart& part, const model::VersionId& wanted) {
    return std::any_of(part.versions.begin(), part.versions.end(),
                       [&](const auto& version) { return version.id == wanted; });
}

/// What a kept version says, in the order in which reports are compared.
model::Report said_by(const Workbook& work, const store::VersionRow& version) {
    return in_catalogue_order(bundle::stored_version(version.body, {}, {}).content, work.library());
}

Relation relation_of(const Workbook& work, const bundle::ReportPart& part,
                     const model::Report& mine, const model::Report& theirs) {
    if (say_the_same(mine, theirs)) return Relation::Same;
    const auto head = store::head(work.db(), part.key);
    if (!head) return Relation::Different;
    const auto kept = store::version(work.db(), *head);
    const bool untouched = kept && say_the_same(said_by(work, *kept), mine);
    if (untouched && holds(part, *head)) return Relation::FileNewer;
    const bool mine_grew =
        *head == part.head().id || store::grew_from(work.db(), *head, part.head().id);
    return mine_grew ? Relation::MineNewer : Relation::Different;
}

/// How the report stands to what is here, and what is proposed for it.
void compare(const Workbook& work, IncomingReport& report) {
    const auto here = store::find_report(work.db(), report.part.key);
    report.relation = Relation::New;
    report.differing = {};
    report.way = Way::TakeFile;
    if (!here) return;
    const auto mine = load_report(work.db(), work.library(), *here);
    report.relation = relation_of(work, report.part, *mine, report.content);
    report.differing = differing(*mine, report.content);
    // What was changed outside the program takes the place of what is here only when a person says
    // so.
    const bool take = report.relation == Relation::Same ||
                      (report.relation == Relation::FileNewer && !report.altered);
    if (!take) report.way = Way::KeepMine;
}

IncomingReport incoming_report(const Workbook& work, const model::Form& form,
                               bundle::ReportPart part) {
    IncomingReport out;
    out.content = in_catalogue_order(part.head().content, work.library());
    out.unit_name = out.content.unit_name;
    out.form_title = form.title;
    out.period_name = out.content.period.name;
    out.code = bundle::shown_code(bundle::check_code(part.head().id));
    out.altered = part.head().stated_id != part.head().id.value;
    out.part = std::move(part);
    compare(work, out);
    return out;
}

void keep_versions(store::Db& db, const IncomingReport& report, const std::string& file_name,
                   base::Millis now_ms) {
    for (const auto& version : report.part.versions) {
        store::keep_version(db, report.part.key,
                            {version.id, version.body, version.note.author, version.note.unit,
                             version.note.made_at, version.note.page, file_name},
                            version.parents, now_ms);
    }
}

/// Who made the content that is about to become a version, and where.
model::VersionNote note_now(const Workbook& work, const std::string& unit_name,
                            const std::string& page) {
    const auto unit = store::setting(work.db(), PersonUnit);
    return {store::setting(work.db(), PersonName), unit.empty() ? unit_name : unit,
            base::utc_text(work.now()), page};
}

/// The report's versions with what it says now as the last one. `made` is the version that is new.
struct Versions {
    bundle::ReportPart part;
    std::optional<bundle::VersionPart> made;
};

Versions versions_now(const Workbook& work, const model::Report& report, const std::string& page) {
    Versions out;
    out.part.key = report.key;
    out.part.label = store::label(work.db(), report.key);
    std::vector<model::VersionId> parents;
    if (const auto head = store::head(work.db(), report.key)) {
        parents.push_back(*head);
        for (auto& row : store::history_of(work.db(), *head)) {
            out.part.versions.push_back(
                bundle::stored_version(row.body, store::parents_of(work.db(), row.id), row.note()));
        }
    }
    const bool news =
        out.part.versions.empty() ||
        !say_the_same(in_catalogue_order(out.part.head().content, work.library()), report);
    if (news) {
        out.made = bundle::make_version(report, std::move(parents),
                                        note_now(work, report.unit_name, page));
        out.part.versions.push_back(*out.made);
    }
    return out;
}

/// Keeps the versions that are about to leave in a file. A full storage must not keep anybody from
/// getting their work out of it: then the file is handed over all the same, and `unkept` says why.
void keep_made(Workbook& work, const std::vector<Versions>& saved, Outgoing& file) {
    for (const auto& [part, made] : saved) file.holds.emplace_back(part.key, part.head().id);
    const auto now_ms = work.now();
    const auto kept = work.note([&](store::Db& db) {
        for (const auto& [part, made] : saved) {
            if (made) {
                const auto& note = made->note;
                store::keep_version(
                    db, part.key,
                    {made->id, made->body, note.author, note.unit, note.made_at, note.page, ""},
                    made->parents, now_ms);
            }
            store::set_head(db, part.key, part.head().id);
        }
    });
    if (!kept) file.unkept = kept.error().why;
}

base::Result<bundle::Bundle> bundle_of(const Workbook& work, const bundle::ReportPart& part) {
    return bundle::make_fitting(part, work.library().forms(), work.library().catalogues());
}

/// The day by which the report's unit is called: the last one it is about, else that of its
/// document; a report that states neither is of today.
base::Day day_of(const Workbook& work, const model::Report& report) {
    for (const auto& day : {report.period.to, report.cover.date, report.period.from})
        if (day) return *day;
    return base::local_day(work.now());
}

std::string unit_label(const Workbook& work, const model::Report& report) {
    const auto* unit = work.library().unit(report.key.unit);
    const auto label =
        unit != nullptr ? unit->name_on(day_of(work, report)).file_label : std::string();
    return label.empty() ? report.key.unit.value : label;
}

/// Adds a report of a file; several files dropped at once may hold the same one. The one that grew
/// from the other stays; where neither did, both do, and a person decides.
void add(std::vector<IncomingReport>& reports, IncomingReport report) {
    for (auto& other : reports) {
        if (other.part.key != report.part.key) continue;
        if (holds(other.part, report.part.head().id)) return;
        if (holds(report.part, other.part.head().id)) {
            other = std::move(report);
            return;
        }
        report.relation = Relation::Different;
        report.differing = differing(other.content, report.content);
        report.way = Way::KeepMine;
        report.rival = true;
    }
    reports.push_back(std::move(report));
}

model::ReportId take_one(store::Db& db, const IncomingReport& report, const std::string& file_name,
                         base::Millis now_ms) {
    const auto& part = report.part;
    keep_versions(db, report, file_name, now_ms);
    auto here = store::find_report(db, part.key);
    const bool write = !here || (report.way == Way::TakeFile && report.relation != Relation::Same);
    if (!here) here = store::insert_report(db, report.content);
    if (write) store::put_content(db, *here, report.content);
    // What is the same stands on the version that came, so that saving it again gives its bytes.
    const auto head = store::head(db, part.key);
    if (write || (report.relation == Relation::Same && (!head || holds(part, *head)))) {
        store::set_head(db, part.key, part.head().id);
        store::set_label(db, part.key, part.label);
    }
    return *here;
}

}  // namespace

Incoming look_into(const Workbook& work, bundle::Opened opened, std::string file_name) {
    Incoming out;
    out.file_name = std::move(file_name);
    out.revision = work.revision();
    out.title = std::move(opened.title);
    out.findings = findings_of(opened, out.file_name, work.library());
    for (auto& file : opened.files) {
        for (auto& part : file.reports) {
            if (const auto* form = work.library().form(part.key.form))
                add(out.reports, incoming_report(work, *form, std::move(part)));
        }
    }
    return out;
}

void look_again(const Workbook& work, Incoming& incoming) {
    if (incoming.revision == work.revision()) return;
    incoming.revision = work.revision();
    for (auto& report : incoming.reports) {
        if (report.rival) continue;
        const auto chosen = report.way;
        const auto before = report.relation;
        compare(work, report);
        if (report.relation == before) report.way = chosen;
    }
}

base::Result<model::ReportId> take(Workbook& work, const Incoming& incoming) {
    if (incoming.reports.empty()) return base::Refusal{{S::FileHasNothing, {incoming.file_name}}};
    model::ReportId shown;
    const auto now_ms = work.now();
    const auto taken = work.record([&](store::Db& db) -> base::Result<Applied> {
        for (const auto& report : incoming.reports) {
            const auto here = take_one(db, report, incoming.file_name, now_ms);
            if (shown == model::ReportId{}) shown = here;
        }
        const bool all_new = std::all_of(
            incoming.reports.begin(), incoming.reports.end(),
            [](const IncomingReport& report) { return report.relation == Relation::New; });
        const S what = all_new ? S::ChangeTakeReports : S::ChangeOpenFile;
        return Applied{{what, {incoming.file_name}}, shown, {}, {}, 0};
    });
    if (!taken) return taken.error();
    return shown;
}

base::Result<Outgoing> save_report(Workbook& work, model::ReportId report, const std::string& page,
                                   bundle::NameFor where) {
    if (work.problem()) return *work.problem();
    const auto content = load_report(work.db(), work.library(), report);
    if (!content) return base::Refusal{{S::ReportGone, {}}};
    const auto* form = work.library().form(content->key.form);
    if (form == nullptr) return base::Refusal{{S::FormUnknown, {content->key.form.value}}};
    const auto versions = versions_now(work, *content, page);
    const auto bundle = bundle_of(work, versions.part);
    if (!bundle) return bundle.error();
    Outgoing out;
    out.name =
        bundle::file_name(versions.part, unit_label(work, *content), form->file_label, where);
    out.mime = where == bundle::NameFor::Phone ? "text/plain" : "application/json";
    out.bytes = bundle::write(*bundle);
    out.code = bundle::shown_code(bundle::check_code(versions.part.head().id));
    out.ready_text = bundle::ready_text(versions.part, *form, out.name, page);
    keep_made(work, {versions}, out);
    return out;
}

base::Result<Outgoing> save_workbook(Workbook& work, const std::string& title,
                                     const std::string& page) {
    if (work.problem()) return *work.problem();
    std::vector<Versions> saved;
    std::vector<bundle::Bundle> files;
    // By key, so that the same reports give the same bytes whoever changed which one last.
    auto rows = store::list_reports(work.db());
    std::sort(rows.begin(), rows.end(),
              [](const auto& one, const auto& other) { return one.key() < other.key(); });
    for (const auto& row : rows) {
        const auto content = load_report(work.db(), work.library(), row.id);
        saved.push_back(versions_now(work, *content, page));
        auto bundle = bundle_of(work, saved.back().part);
        if (!bundle) return bundle.error();
        files.push_back(std::move(*bundle));
    }
    if (files.empty()) return base::Refusal{{S::NothingToSave, {}}};
    Outgoing out;
    out.name = bundle::workbook_file_name(title);
    out.mime = "application/zip";
    out.bytes = bundle::write_workbook(title, files);
    if (const auto fits = bundle::workbook_fits(out.bytes); !fits) return fits.error();
    keep_made(work, saved, out);
    return out;
}

std::optional<i18n::Message> note_saved(Workbook& work, const Outgoing& file) {
    const auto now_ms = work.now();
    const auto noted = work.note([&](store::Db& db) {
        for (const auto& [key, version] : file.holds)
            store::set_saved_file(db, key, {version, now_ms, file.name});
    });
    return noted ? std::nullopt : std::optional(noted.error().why);
}

FileState file_state(const Workbook& work, model::ReportId report) {
    FileState out;
    const auto content = load_report(work.db(), work.library(), report);
    if (!content) return out;
    const auto saved = store::saved_file(work.db(), content->key);
    if (saved) {
        out.saved_ms = saved->at_ms;
        out.name = saved->name;
    }
    if (const auto head = store::head(work.db(), content->key)) {
        out.code = bundle::shown_code(bundle::check_code(*head));
        const auto version = store::version(work.db(), *head);
        // One that was made here may never have reached a disk.
        const bool in_file =
            version && (!version->file_name.empty() || (saved && saved->version == *head));
        out.current = in_file && say_the_same(said_by(work, *version), *content);
    }
    return out;
}

}  // namespace app
