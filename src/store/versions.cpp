#include "store/versions.hpp"

#include <algorithm>
#include <set>

namespace store {
namespace {

constexpr const char* Select =
    "SELECT id, body, author, author_unit, made_at, page, file_name FROM version ";

bool known(const Db& db, const model::VersionId& id) {
    return db.value<std::int64_t>("SELECT 1 FROM version WHERE id = ?1", id).has_value();
}

struct IdRow {
    model::VersionId id;
    static constexpr auto columns = std::tuple{&IdRow::id};
};

}  // namespace

void keep_version(Db& db, const model::ReportKey& key, const VersionRow& version,
                  const std::vector<model::VersionId>& parents, base::Millis now_ms) {
    db.run(
        "INSERT OR IGNORE INTO version(id, unit, form, period, body, author, author_unit, made_at, "
        "page, "
        "file_name, kept_ms) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        version.id, key.unit, key.form, key.period, version.body, version.author,
        version.author_unit, version.made_at, version.page, version.file_name, now_ms);
    for (const auto& parent : parents) {
        db.run("INSERT OR IGNORE INTO version_parent(version, parent) VALUES(?1, ?2)", version.id,
               parent);
    }
}

std::optional<VersionRow> version(const Db& db, const model::VersionId& id) {
    return db.row<VersionRow>(std::string(Select) + "WHERE id = ?1", id);
}

std::vector<model::VersionId> parents_of(const Db& db, const model::VersionId& id) {
    std::vector<model::VersionId> out;
    for (auto& row : db.rows<IdRow>(
             "SELECT parent FROM version_parent WHERE version = ?1 ORDER BY parent", id)) {
        out.push_back(std::move(row.id));
    }
    return out;
}

std::vector<VersionRow> history_of(const Db& db, const model::VersionId& id) {
    // Depth first without recursion: a version is given out once all its known parents were.
    std::vector<VersionRow> out;
    std::set<model::VersionId> given;
    std::vector<model::VersionId> open{id};
    while (!open.empty()) {
        const auto next = open.back();
        std::vector<model::VersionId> before;
        for (const auto& parent : parents_of(db, next)) {
            if (!given.contains(parent) && known(db, parent)) before.push_back(parent);
        }
        if (given.contains(next)) {
            open.pop_back();
        } else if (before.empty()) {
            open.pop_back();
            given.insert(next);
            if (auto row = version(db, next)) out.push_back(std::move(*row));
        } else {
            open.insert(open.end(), before.rbegin(), before.rend());
        }
    }
    return out;
}

bool grew_from(const Db& db, const model::VersionId& descendant, const model::VersionId& ancestor) {
    const auto found = db.value<std::int64_t>(
        "WITH RECURSIVE older(id) AS (SELECT parent FROM version_parent WHERE version = ?1 UNION "
        "SELECT p.parent FROM version_parent p JOIN older o ON p.version = o.id) "
        "SELECT 1 FROM older WHERE id = ?2",
        descendant, ancestor);
    return found.has_value();
}

std::optional<model::VersionId> head(const Db& db, const model::ReportKey& key) {
    const auto id = db.value<std::string>(
        "SELECT version FROM head WHERE unit = ?1 AND form = ?2 AND period = ?3", key.unit,
        key.form, key.period);
    return id ? std::optional(model::VersionId{*id}) : std::nullopt;
}

void set_head(Db& db, const model::ReportKey& key, const model::VersionId& version) {
    db.run(
        "INSERT INTO head(unit, form, period, version) VALUES(?1, ?2, ?3, ?4) "
        "ON CONFLICT(unit, form, period) DO UPDATE SET version = excluded.version",
        key.unit, key.form, key.period, version);
}

std::string label(const Db& db, const model::ReportKey& key) {
    return db
        .value<std::string>("SELECT label FROM head WHERE unit = ?1 AND form = ?2 AND period = ?3",
                            key.unit, key.form, key.period)
        .value_or("");
}

void set_label(Db& db, const model::ReportKey& key, std::string_view label) {
    db.run("UPDATE head SET label = ?4 WHERE unit = ?1 AND form = ?2 AND period = ?3", key.unit,
           key.form, key.period, label);
}

std::optional<SavedFile> saved_file(const Db& db, const model::ReportKey& key) {
    return db.row<SavedFile>(
        "SELECT version, at_ms, name FROM saved_file WHERE unit = ?1 AND form = ?2 AND period = ?3",
        key.unit, key.form, key.period);
}

void set_saved_file(Db& db, const model::ReportKey& key, const SavedFile& file) {
    db.run(
        "INSERT INTO saved_file(unit, form, period, version, at_ms, name) VALUES(?1, ?2, ?3, ?4, "
        "?5, ?6) "
        "ON CONFLICT(unit, form, period) DO UPDATE SET version = excluded.version, at_ms = "
        "excluded.at_ms, "
        "name = excluded.name",
        key.unit, key.form, key.period, file.version, file.at_ms, file.name);
}

}  // namespace store
