#include "store/changes.hpp"

#include <algorithm>
#include <set>

#include "base/hash.hpp"

namespace store {
namespace {

constexpr std::int64_t KeptChangesets = 1000;
constexpr std::int64_t KeptBytes = std::int64_t{20} * 1024 * 1024;
constexpr char End = '\x1f';  // after each argument; ASCII unit separator, which no sentence has

const char* word(ChangeKind kind) {
    switch (kind) {
        case ChangeKind::Do:
            return "do";
        case ChangeKind::Undo:
            return "undo";
        case ChangeKind::Redo:
            return "redo";
    }
    return "";
}

std::string joined(const std::vector<std::string>& arguments) {
    std::string out;
    for (const auto& argument : arguments) (out += argument) += End;
    return out;
}

std::vector<std::string> split(const std::string& arguments) {
    std::vector<std::string> out;
    std::size_t begin = 0;
    for (auto end = arguments.find(End); end != std::string::npos;
         end = arguments.find(End, begin)) {
        out.push_back(arguments.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

std::string hash_of(const base::Bytes& bytes) {
    return base::hex(base::sha256({reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
}

/// Everything a row says, in the order of its columns.
struct HashedRow {
    std::int64_t seq = 0;
    std::string id;
    base::Millis at_ms = 0;
    std::string who;
    std::string kind;
    std::optional<std::int64_t> target;
    std::string label;
    std::string arguments;
    std::int64_t report = 0;
    std::string row;
    std::string field;
    std::int64_t stay = 0;
    std::string changeset_hash;
    std::string previous_hash;
    std::string hash;

    static constexpr auto columns = std::tuple{&HashedRow::seq,
                                               &HashedRow::id,
                                               &HashedRow::at_ms,
                                               &HashedRow::who,
                                               &HashedRow::kind,
                                               &HashedRow::target,
                                               &HashedRow::label,
                                               &HashedRow::arguments,
                                               &HashedRow::report,
                                               &HashedRow::row,
                                               &HashedRow::field,
                                               &HashedRow::stay,
                                               &HashedRow::changeset_hash,
                                               &HashedRow::previous_hash,
                                               &HashedRow::hash};

    std::string computed() const {
        std::string text = previous_hash;
        const auto add = [&](const std::string& part) { (text += '\n') += part; };
        add(std::to_string(seq));
        add(id);
        add(std::to_string(at_ms));
        add(who);
        add(kind);
        add(target ? std::to_string(*target) : "");
        add(label);
        add(arguments);
        add(std::to_string(report));
        add(row);
        add(field);
        add(std::to_string(stay));
        add(changeset_hash);
        return base::hex(base::sha256(text));
    }
};

constexpr const char* HashedColumns =
    "SELECT seq, id, at_ms, who, kind, target, label, arguments, report, row, field, stay, "
    "changeset_hash, previous_hash, hash FROM change ";

HashedRow row_of(const ChangeNote& note, const base::Bytes& changeset) {
    HashedRow row;
    row.id = note.id;
    row.at_ms = note.at_ms;
    row.who = note.who;
    row.label = std::string(i18n::name(note.what.key));
    row.arguments = joined(note.what.arguments);
    row.report = note.report.value;
    row.row = note.row.value;
    row.field = note.field.value;
    row.stay = static_cast<std::int64_t>(note.stay);
    row.changeset_hash = hash_of(changeset);
    return row;
}

void write(Db& db, const HashedRow& row, const base::Bytes& changeset) {
    db.run(
        "INSERT OR REPLACE INTO change(seq, id, at_ms, who, kind, target, label, arguments, "
        "report, row, "
        "field, stay, changeset, changeset_hash, previous_hash, hash) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
        row.seq, row.id, row.at_ms, row.who, row.kind, row.target, row.label, row.arguments,
        row.report, row.row, row.field, row.stay, changeset, row.changeset_hash, row.previous_hash,
        row.hash);
}

/// What decides about undo.
struct StackRow {
    std::int64_t seq = 0;
    std::string kind;
    std::int64_t target = 0;
    bool whole = false;  // its bytes are still there

    static constexpr auto columns =
        std::tuple{&StackRow::seq, &StackRow::kind, &StackRow::target, &StackRow::whole};
};

}  // namespace

std::int64_t add_change(Db& db, ChangeKind kind, std::optional<std::int64_t> target,
                        const ChangeNote& note, const base::Bytes& changeset) {
    HashedRow row = row_of(note, changeset);
    row.kind = word(kind);
    row.target = target;
    const auto before = db.row<HashedRow>(std::string(HashedColumns) + "ORDER BY seq DESC LIMIT 1");
    row.seq = before ? before->seq + 1 : 1;
    row.previous_hash = before ? before->hash : "";
    row.hash = row.computed();
    write(db, row, changeset);
    return row.seq;
}

void rewrite_last_change(Db& db, std::int64_t seq, const ChangeNote& note,
                         const base::Bytes& changeset) {
    const auto old = db.row<HashedRow>(std::string(HashedColumns) + "WHERE seq = ?1", seq);
    const auto last = db.value<std::int64_t>("SELECT max(seq) FROM change");
    base::check(old && last == seq, "only the last change can be rewritten");
    HashedRow row = row_of(note, changeset);
    row.seq = seq;
    row.id = old->id;
    row.kind = old->kind;
    row.target = old->target;
    row.previous_hash = old->previous_hash;
    row.hash = row.computed();
    write(db, row, changeset);
}

void drop_last_change(Db& db, std::int64_t seq) {
    base::check(db.value<std::int64_t>("SELECT max(seq) FROM change") == seq,
                "only the last change can be dropped");
    db.run("DELETE FROM change WHERE seq = ?1", seq);
}

std::optional<base::Bytes> changeset(const Db& db, std::int64_t seq) {
    return db.value<base::Bytes>("SELECT changeset FROM change WHERE seq = ?1", seq);
}

std::optional<i18n::Message> ChangeRow::what() const {
    const auto key = i18n::find(label);
    if (!key) return std::nullopt;
    return i18n::Message{*key, split(arguments)};
}

std::optional<ChangeRow> change(const Db& db, std::int64_t seq) {
    return db.row<ChangeRow>(
        "SELECT seq, at_ms, who, kind, label, arguments, report, row, field FROM change WHERE seq "
        "= ?1",
        seq);
}

std::optional<ChangeRow> last_change(const Db& db, model::ReportId report,
                                     const model::RowId& row) {
    return db.row<ChangeRow>(
        "SELECT seq, at_ms, who, kind, label, arguments, report, row, field FROM change "
        "WHERE report = ?1 AND (?2 = '' OR row = ?2) ORDER BY seq DESC LIMIT 1",
        report, row);
}

std::vector<ChangeRow> history(const Db& db, model::ReportId report, int limit) {
    return db.rows<ChangeRow>(
        "SELECT seq, at_ms, who, kind, label, arguments, report, row, field FROM change "
        "WHERE report = ?1 ORDER BY seq DESC LIMIT ?2",
        report, limit);
}

std::optional<base::Millis> last_change_at(const Db& db) {
    return db.value<std::int64_t>("SELECT max(at_ms) FROM change");
}

UndoStack undo_stack(const Db& db) {
    UndoStack stack;
    std::set<std::int64_t> let_go;
    // What has no bytes any more cannot be played, and neither can what comes after it on a stack.
    const auto put = [&](std::vector<std::int64_t>& onto, std::int64_t seq) {
        if (let_go.contains(seq)) {
            onto.clear();
        } else {
            onto.push_back(seq);
        }
    };
    for (const auto& step :
         db.rows<StackRow>("SELECT seq, kind, ifnull(target, 0), changeset IS NOT NULL "
                           "FROM change ORDER BY seq")) {
        if (step.kind == "undo") {
            std::erase(stack.done, step.target);
            put(stack.undone, step.target);
        } else if (step.kind == "redo") {
            std::erase(stack.undone, step.target);
            put(stack.done, step.target);
        } else {
            if (!step.whole) let_go.insert(step.seq);
            stack.undone.clear();
            put(stack.done, step.seq);
        }
    }
    return stack;
}

bool history_is_whole(const Db& db) {
    std::string previous;
    for (const auto& row : db.rows<HashedRow>(std::string(HashedColumns) + "ORDER BY seq")) {
        if (row.previous_hash != previous || row.hash != row.computed()) return false;
        const auto bytes = changeset(db, row.seq);
        if (bytes && hash_of(*bytes) != row.changeset_hash) return false;
        previous = row.hash;
    }
    return true;
}

void let_go_of_old_changesets(Db& db) {
    db.run(
        "UPDATE change SET changeset = NULL WHERE changeset IS NOT NULL AND seq IN ("
        "  SELECT seq FROM (SELECT seq, row_number() OVER newest AS place,"
        "                          sum(length(changeset)) OVER newest AS size"
        "                     FROM change WHERE changeset IS NOT NULL"
        "                   WINDOW newest AS (ORDER BY seq DESC))"
        "   WHERE place > ?1 OR size > ?2)",
        KeptChangesets, KeptBytes);
}

}  // namespace store
