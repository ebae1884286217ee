#include "store/schema.hpp"

#include <array>
#include <string>

namespace store {
namespace {

/// Never edited once released: add a step.
constexpr std::array Steps{
    // 1. Reports by (unit, form, period), their cells as parts by name, the versions known of them
    // and the history. What belongs to a report's files is kept by its key, not by its number, so
    // that it outlives an undo.
    R"sql(
    CREATE TABLE setting(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

    -- A number is never used twice: the history speaks of reports by it.
    CREATE TABLE report(
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        unit TEXT NOT NULL, form TEXT NOT NULL, period TEXT NOT NULL,
        unit_name TEXT NOT NULL, state TEXT NOT NULL,
        period_kind TEXT NOT NULL, period_name TEXT NOT NULL,
        period_from TEXT, period_to TEXT, period_due TEXT,
        cover_number TEXT NOT NULL DEFAULT '', cover_symbol TEXT NOT NULL DEFAULT '',
        cover_date TEXT, cover_issuer TEXT NOT NULL DEFAULT '',
        cover_subject TEXT NOT NULL DEFAULT '', cover_signer TEXT NOT NULL DEFAULT '',
        cover_position TEXT NOT NULL DEFAULT '',
        UNIQUE(unit, form, period));

    CREATE TABLE entry_part(
        report INTEGER NOT NULL, row TEXT NOT NULL, field TEXT NOT NULL, part TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY(report, row, field, part)) WITHOUT ROWID;

    -- `row` is spoken for by the entry of `lead`.
    CREATE TABLE shared_row(
        report INTEGER NOT NULL, row TEXT NOT NULL, lead TEXT NOT NULL,
        PRIMARY KEY(report, row)) WITHOUT ROWID;

    CREATE TABLE version(
        id TEXT PRIMARY KEY, unit TEXT NOT NULL, form TEXT NOT NULL, period TEXT NOT NULL,
        body TEXT NOT NULL, author TEXT NOT NULL, author_unit TEXT NOT NULL, made_at TEXT NOT NULL,
        page TEXT NOT NULL, file_name TEXT NOT NULL, kept_ms INTEGER NOT NULL);
    CREATE INDEX version_of_report ON version(unit, form, period);
    CREATE TABLE version_parent(
        version TEXT NOT NULL, parent TEXT NOT NULL, PRIMARY KEY(version, parent)) WITHOUT ROWID;
    CREATE TABLE head(
        unit TEXT NOT NULL, form TEXT NOT NULL, period TEXT NOT NULL, version TEXT NOT NULL,
        label TEXT NOT NULL DEFAULT '',
        PRIMARY KEY(unit, form, period)) WITHOUT ROWID;
    CREATE TABLE saved_file(
        unit TEXT NOT NULL, form TEXT NOT NULL, period TEXT NOT NULL,
        version TEXT NOT NULL, at_ms INTEGER NOT NULL, name TEXT NOT NULL,
        PRIMARY KEY(unit, form, period)) WITHOUT ROWID;

    CREATE TABLE change(
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at_ms INTEGER NOT NULL,
        who TEXT NOT NULL, kind TEXT NOT NULL, target INTEGER,
        label TEXT NOT NULL, arguments TEXT NOT NULL,
        report INTEGER NOT NULL, row TEXT NOT NULL, field TEXT NOT NULL, stay INTEGER NOT NULL,
        changeset BLOB, changeset_hash TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL);
    CREATE INDEX change_of_report ON change(report, seq);
    CREATE INDEX change_of_row ON change(report, row, seq);
    )sql",
};

int steps_done(const Db& db) {
    return db.value<int>("PRAGMA user_version").value_or(0);
}

}  // namespace

int newest_schema() {
    return static_cast<int>(Steps.size());
}

base::Result<void> migrate(Db& db) {
    const int done = steps_done(db);
    if (done > newest_schema()) return base::Refusal{{i18n::S::StoreFromNewerProgram, {}}};
    for (int step = done; step < newest_schema(); ++step) {
        Transaction transaction(db);
        db.script(Steps[static_cast<std::size_t>(step)]);
        db.script(("PRAGMA user_version=" + std::to_string(step + 1)).c_str());
        transaction.commit();
    }
    return {};
}

}  // namespace store
