#include "store/reports.hpp"

#include <map>
#include <set>

namespace store {
namespace {

constexpr const char* ReportRowSelect = R"sql(
    SELECT r.id, r.unit, r.form, r.period, r.unit_name, r.period_name, r.state,
           (SELECT count(DISTINCT p.row) FROM entry_part p WHERE p.report = r.id)
             + (SELECT count(*) FROM shared_row s WHERE s.report = r.id
                 AND EXISTS (SELECT 1 FROM entry_part p WHERE p.report = s.report AND p.row = s.lead)),
           ifnull(h.version, ''),
           ifnull((SELECT c.at_ms FROM change c WHERE c.report = r.id ORDER BY c.seq DESC LIMIT 1),
                  (SELECT v.kept_ms FROM version v WHERE v.id = h.version)),
           f.at_ms, ifnull(f.name, '')
      FROM report r
      LEFT JOIN head h ON h.unit = r.unit AND h.form = r.form AND h.period = r.period
      LEFT JOIN saved_file f ON f.unit = r.unit AND f.form = r.form AND f.period = r.period
)sql";

struct HeadRow {
    std::string unit, form, period, unit_name, state, period_kind, period_name;
    std::optional<std::string> period_from, period_to, period_due;
    std::string number, symbol;
    std::optional<std::string> date;
    std::string issuer, subject, signer, position;

    static constexpr auto columns = std::tuple{
        &HeadRow::unit,      &HeadRow::form,        &HeadRow::period,      &HeadRow::unit_name,
        &HeadRow::state,     &HeadRow::period_kind, &HeadRow::period_name, &HeadRow::period_from,
        &HeadRow::period_to, &HeadRow::period_due,  &HeadRow::number,      &HeadRow::symbol,
        &HeadRow::date,      &HeadRow::issuer,      &HeadRow::subject,     &HeadRow::signer,
        &HeadRow::position};
};

struct PartRow {
    model::RowId row;
    model::FieldId field;
    std::string part;
    std::string value;

    static constexpr auto columns =
        std::tuple{&PartRow::row, &PartRow::field, &PartRow::part, &PartRow::value};
};

struct SharedRow {
    model::RowId row;
    model::RowId lead;

    static constexpr auto columns = std::tuple{&SharedRow::row, &SharedRow::lead};
};

std::optional<base::Day> day(const std::optional<std::string>& iso) {
    return iso ? base::parse_iso(*iso) : std::nullopt;
}

std::optional<std::string> iso(const std::optional<base::Day>& day) {
    return day ? std::optional(base::iso(*day)) : std::nullopt;
}

model::Report head_of(const HeadRow& row) {
    model::Report report;
    report.key = {{row.unit}, {row.form}, {row.period}};
    report.unit_name = row.unit_name;
    report.state = model::report_state_from_word(row.state).value_or(model::ReportState::Draft);
    report.period = {
        {row.period},
        model::period_kind_from_word(row.period_kind).value_or(model::PeriodKind::Once),
        row.period_name,
        day(row.period_from),
        day(row.period_to),
        day(row.period_due)};
    report.cover = {row.number,  row.symbol, day(row.date), row.issuer,
                    row.subject, row.signer, row.position};
    return report;
}

}  // namespace

std::vector<ReportRow> list_reports(const Db& db) {
    return db.rows<ReportRow>(std::string(ReportRowSelect) + "ORDER BY 10 DESC, r.id DESC");
}

std::optional<ReportRow> report_row(const Db& db, model::ReportId report) {
    return db.row<ReportRow>(std::string(ReportRowSelect) + "WHERE r.id = ?1", report);
}

std::optional<model::ReportId> find_report(const Db& db, const model::ReportKey& key) {
    const auto id = db.value<std::int64_t>(
        "SELECT id FROM report WHERE unit = ?1 AND form = ?2 AND period = ?3", key.unit, key.form,
        key.period);
    return id ? std::optional(model::ReportId{*id}) : std::nullopt;
}

std::optional<model::Report> load_report(const Db& db, model::ReportId report) {
    const auto head = db.row<HeadRow>(
        "SELECT unit, form, period, unit_name, state, period_kind, period_name, period_from, "
        "period_to, "
        "period_due, cover_number, cover_symbol, cover_date, cover_issuer, cover_subject, "
        "cover_signer, "
        "cover_position FROM report WHERE id = ?1",
        report);
    if (!head) return std::nullopt;
    model::Report out = head_of(*head);
    std::map<model::RowId, model::Entry> entries;
    for (auto& part : db.rows<PartRow>("SELECT row, field, part, value FROM entry_part WHERE "
                                       "report = ?1 ORDER BY row, field, part",
                                       report)) {
        auto& entry = entries[part.row];
        if (entry.rows.empty()) entry.rows.push_back(part.row);
        entry.cells[part.field].parts.emplace(std::move(part.part), std::move(part.value));
    }
    for (auto& shared : db.rows<SharedRow>(
             "SELECT row, lead FROM shared_row WHERE report = ?1 ORDER BY row", report)) {
        auto& entry = entries[shared.lead];
        if (entry.rows.empty()) entry.rows.push_back(shared.lead);
        entry.rows.push_back(std::move(shared.row));
    }
    for (auto& [row, entry] : entries) out.entries.push_back(std::move(entry));
    return out;
}

model::RowId lead_of(const Db& db, model::ReportId report, const model::RowId& row) {
    const auto lead = db.value<std::string>(
        "SELECT lead FROM shared_row WHERE report = ?1 AND row = ?2", report, row);
    return lead ? model::RowId{*lead} : row;
}

model::Cell load_cell(const Db& db, model::ReportId report, const model::RowId& row,
                      const model::FieldId& field) {
    model::Cell cell;
    for (auto& part : db.rows<PartRow>("SELECT row, field, part, value FROM entry_part "
                                       "WHERE report = ?1 AND row = ?2 AND field = ?3",
                                       report, lead_of(db, report, row), field)) {
        cell.parts.emplace(std::move(part.part), std::move(part.value));
    }
    return cell;
}

model::ReportId insert_report(Db& db, const model::Report& head) {
    db.run(
        "INSERT INTO report(unit, form, period, unit_name, state, period_kind, period_name, "
        "period_from, "
        "period_to, period_due) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        head.key.unit, head.key.form, head.key.period, head.unit_name, model::word(head.state),
        model::word(head.period.kind), head.period.name, iso(head.period.from), iso(head.period.to),
        iso(head.period.due));
    const model::ReportId report{db.last_id()};
    update_cover(db, report, head.cover);
    return report;
}

void update_cover(Db& db, model::ReportId report, const model::CoverDocument& cover) {
    db.run(
        "UPDATE report SET cover_number = ?2, cover_symbol = ?3, cover_date = ?4, cover_issuer = "
        "?5, "
        "cover_subject = ?6, cover_signer = ?7, cover_position = ?8 WHERE id = ?1",
        report, cover.number, cover.symbol, iso(cover.date), cover.issuer, cover.subject,
        cover.signer, cover.position);
}

void update_state(Db& db, model::ReportId report, model::ReportState state) {
    db.run("UPDATE report SET state = ?2 WHERE id = ?1", report, model::word(state));
}

void delete_report(Db& db, model::ReportId report) {
    db.run("DELETE FROM entry_part WHERE report = ?1", report);
    db.run("DELETE FROM shared_row WHERE report = ?1", report);
    db.run("DELETE FROM report WHERE id = ?1", report);
}

void put_cell(Db& db, model::ReportId report, const model::RowId& lead, const model::FieldId& field,
              const model::Cell& cell) {
    const auto old = load_cell(db, report, lead, field);
    for (const auto& [part, value] : old.parts) {
        if (cell.parts.contains(part)) continue;
        db.run("DELETE FROM entry_part WHERE report = ?1 AND row = ?2 AND field = ?3 AND part = ?4",
               report, lead, field, part);
    }
    for (const auto& [part, value] : cell.parts) {
        if (old.part(part) == value && old.parts.contains(part)) continue;
        db.run(
            "INSERT INTO entry_part(report, row, field, part, value) VALUES(?1, ?2, ?3, ?4, ?5) "
            "ON CONFLICT(report, row, field, part) DO UPDATE SET value = excluded.value",
            report, lead, field, part, value);
    }
}

void delete_row(Db& db, model::ReportId report, const model::RowId& lead) {
    db.run("DELETE FROM entry_part WHERE report = ?1 AND row = ?2", report, lead);
}

void share_row(Db& db, model::ReportId report, const model::RowId& row, const model::RowId& lead) {
    db.run(
        "INSERT INTO shared_row(report, row, lead) VALUES(?1, ?2, ?3) "
        "ON CONFLICT(report, row) DO UPDATE SET lead = excluded.lead",
        report, row, lead);
}

void unshare_row(Db& db, model::ReportId report, const model::RowId& row) {
    db.run("DELETE FROM shared_row WHERE report = ?1 AND row = ?2", report, row);
}

namespace {

void put_entries(Db& db, model::ReportId report, const model::Report& now,
                 const model::Report& content) {
    std::set<model::RowId> leads;
    std::set<model::RowId> shared;
    for (const auto& entry : content.entries) {
        leads.insert(entry.rows.front());
        for (std::size_t i = 1; i < entry.rows.size(); ++i) shared.insert(entry.rows[i]);
    }
    for (const auto& entry : now.entries) {
        if (!leads.contains(entry.rows.front())) delete_row(db, report, entry.rows.front());
        for (std::size_t i = 1; i < entry.rows.size(); ++i) {
            if (!shared.contains(entry.rows[i])) unshare_row(db, report, entry.rows[i]);
        }
    }
    for (const auto& entry : content.entries) {
        const auto& lead = entry.rows.front();
        unshare_row(db, report, lead);
        const auto* old = now.entry(lead);
        if (old != nullptr && old->rows.front() == lead) {
            for (const auto& [field, cell] : old->cells) {
                if (!entry.cells.contains(field)) put_cell(db, report, lead, field, {});
            }
        }
        for (const auto& [field, cell] : entry.cells) put_cell(db, report, lead, field, cell);
    }
    for (const auto& entry : content.entries) {
        for (std::size_t i = 1; i < entry.rows.size(); ++i) {
            delete_row(db, report, entry.rows[i]);
            share_row(db, report, entry.rows[i], entry.rows.front());
        }
    }
}

}  // namespace

void put_content(Db& db, model::ReportId report, const model::Report& content) {
    const auto now = load_report(db, report);
    base::check(now.has_value(), "no such report");
    db.run(
        "UPDATE report SET unit_name = ?2, period_kind = ?3, period_name = ?4, period_from = ?5, "
        "period_to = ?6, period_due = ?7 WHERE id = ?1",
        report, content.unit_name, model::word(content.period.kind), content.period.name,
        iso(content.period.from), iso(content.period.to), iso(content.period.due));
    update_state(db, report, content.state);
    update_cover(db, report, content.cover);
    put_entries(db, report, *now, content);
}

}  // namespace store
