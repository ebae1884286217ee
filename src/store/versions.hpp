// The versions known of each report, their parents, which one the working copy stands on (head) and
// which was last saved as a file. None of it is recorded for undo: knowing something is not a
// change people make to a report.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "model/report.hpp"
#include "store/db.hpp"

namespace store {

struct VersionRow {
    model::VersionId id;
    std::string body;  // canonical content, as it was received or made
    std::string author;
    std::string author_unit;
    std::string made_at;
    std::string page;
    std::string file_name;  // it came with; "" when made here

    static constexpr auto columns = std::tuple{
        &VersionRow::id,      &VersionRow::body, &VersionRow::author,   &VersionRow::author_unit,
        &VersionRow::made_at, &VersionRow::page, &VersionRow::file_name};

    model::VersionNote note() const { return {author, author_unit, made_at, page}; }
};

/// Keeps a version; one that is known already stays as it is, its note too.
void keep_version(Db& db, const model::ReportKey& key, const VersionRow& version,
                  const std::vector<model::VersionId>& parents, base::Millis now_ms);
std::optional<VersionRow> version(const Db& db, const model::VersionId& id);
std::vector<model::VersionId> parents_of(const Db& db, const model::VersionId& id);
/// `id` and everything it grew from that is known here, parents before children, `id` last.
std::vector<VersionRow> history_of(const Db& db, const model::VersionId& id);
/// Whether `descendant` grew from `ancestor`; a version does not grow from itself.
bool grew_from(const Db& db, const model::VersionId& descendant, const model::VersionId& ancestor);

std::optional<model::VersionId> head(const Db& db, const model::ReportKey& key);
void set_head(Db& db, const model::ReportKey& key, const model::VersionId& version);

/// What the file the head came with calls the report for people; "" when it had no name for it.
std::string label(const Db& db, const model::ReportKey& key);
/// Needs a head.
void set_label(Db& db, const model::ReportKey& key, std::string_view label);

struct SavedFile {
    model::VersionId version;
    base::Millis at_ms = 0;
    std::string name;

    static constexpr auto columns =
        std::tuple{&SavedFile::version, &SavedFile::at_ms, &SavedFile::name};
};
std::optional<SavedFile> saved_file(const Db& db, const model::ReportKey& key);
void set_saved_file(Db& db, const model::ReportKey& key, const SavedFile& file);

}  // namespace store
