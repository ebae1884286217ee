// A thin, strict door to SQLite, and the only header that knows of it.
//
//   read:   db.rows<ReportRow>("SELECT id, unit FROM report WHERE form = ?1", form)
//   write:  db.run("UPDATE report SET state = ?2 WHERE id = ?1", id, state)
//
// rows() is const and refuses a statement that writes, so whoever holds a const Db& can only read.
// What SQLite complains of is a Fault, since our SQL is fixed: a bug or a broken disk. The one
// exception is a full disk (DiskFull), which the workbook turns into a refusal.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/bytes.hpp"
#include "base/fault.hpp"
#include "model/id.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace store {

/// The place where the store lives is full; the transaction was rolled back and nothing is lost.
class DiskFull : public base::Fault {
public:
    using base::Fault::Fault;
};

class Db {
public:
    /// Opens or makes the database at `path` (":memory:": none on disk) with the settings of
    /// storage.md §7.2: exclusive, write-ahead log, every commit flushed.
    explicit Db(const std::string& path);
    ~Db();
    Db(const Db&) = delete;
    Db& operator=(const Db&) = delete;

    /// All rows of a SELECT; Row lists its fields in `columns`, in the order of the SELECT.
    template <class Row, class... Args>
    std::vector<Row> rows(std::string_view sql, const Args&... args) const;

    /// The first row, or nothing.
    template <class Row, class... Args>
    std::optional<Row> row(std::string_view sql, const Args&... args) const;

    /// The first column of the first row, or nothing.
    template <class Value, class... Args>
    std::optional<Value> value(std::string_view sql, const Args&... args) const;

    template <class... Args>
    void run(std::string_view sql, const Args&... args);

    /// Several statements without arguments, for migrations and transactions.
    void script(const char* sql);

    std::int64_t last_id() const;
    bool in_transaction() const;
    sqlite3* raw() const { return db_; }

private:
    enum class Intent { Read, Write };

    struct Prepared {
        sqlite3_stmt* statement = nullptr;
        bool in_use = false;
    };

    /// One use of a prepared statement; gives it back clean on every way out.
    class Use {
    public:
        Use(const Db& db, std::string_view sql, Intent intent);
        ~Use();
        Use(const Use&) = delete;
        Use& operator=(const Use&) = delete;

        template <class... Args>
        void bind_all(const Args&... args) {
            int index = 0;
            (bind(++index, args), ...);
        }
        bool step();
        int columns() const;
        template <class Value>
        void read(int column, Value& value) const;

    private:
        void bind(int index, std::int64_t value);
        void bind(int index, int value) { bind(index, std::int64_t{value}); }
        void bind(int index, std::uint64_t value) { bind(index, static_cast<std::int64_t>(value)); }
        void bind(int index, std::string_view value);
        void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
        void bind(int index, const char* value) { bind(index, std::string_view(value)); }
        void bind(int index, const base::Bytes& value);
        void bind(int index, std::nullopt_t);
        void bind(int index, model::ReportId id) { bind(index, id.value); }
        template <class Tag>
        void bind(int index, const model::Id<Tag>& id) {
            bind(index, std::string_view(id.value));
        }
        template <class Value>
        void bind(int index, const std::optional<Value>& value) {
            value ? bind(index, *value) : bind(index, std::nullopt);
        }

        void read_into(int column, std::int64_t& value) const;
        void read_into(int column, std::string& value) const;
        void read_into(int column, base::Bytes& value) const;
        void read_into(int column, int& value) const {
            std::int64_t wide = 0;
            read_into(column, wide);
            value = static_cast<int>(wide);
        }
        void read_into(int column, bool& value) const {
            std::int64_t wide = 0;
            read_into(column, wide);
            value = wide != 0;
        }
        void read_into(int column, std::uint64_t& value) const {
            std::int64_t wide = 0;
            read_into(column, wide);
            value = static_cast<std::uint64_t>(wide);
        }
        void read_into(int column, model::ReportId& id) const { read_into(column, id.value); }
        template <class Tag>
        void read_into(int column, model::Id<Tag>& id) const {
            read_into(column, id.value);
        }
        template <class Value>
        void read_into(int column, std::optional<Value>& value) const {
            if (is_null(column)) {
                value.reset();
            } else {
                read_into(column, value.emplace());
            }
        }
        bool is_null(int column) const;

        const Db& db_;
        std::optional<Prepared> own_;  // when the kept one is in use further out
        Prepared* prepared_ = nullptr;
    };

    void settle();
    [[noreturn]] void fail(const char* doing) const;
    sqlite3_stmt* prepare(std::string_view sql) const;

    sqlite3* db_ = nullptr;
    mutable std::map<std::string, Prepared, std::less<>> prepared_;  // by the statement's text
};

/// Undone on the way out unless committed: an early return or a Fault leaves no trace.
class Transaction {
public:
    explicit Transaction(Db& db);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// When it returns, what was changed is on the disk.
    void commit();

private:
    Db& db_;
    bool open_ = true;
};

template <class Value>
void Db::Use::read(int column, Value& value) const {
    read_into(column, value);
}

template <class Row, class... Args>
std::vector<Row> Db::rows(std::string_view sql, const Args&... args) const {
    Use use(*this, sql, Intent::Read);
    use.bind_all(args...);
    base::check(use.columns() == int{std::tuple_size_v<decltype(Row::columns)>},
                "a question whose columns are not its row's");
    std::vector<Row> out;
    while (use.step()) {
        Row& row = out.emplace_back();
        int column = 0;
        std::apply([&](auto... field) { (use.read(column++, row.*field), ...); }, Row::columns);
    }
    return out;
}

template <class Row, class... Args>
std::optional<Row> Db::row(std::string_view sql, const Args&... args) const {
    auto all = rows<Row>(sql, args...);
    if (all.empty()) return std::nullopt;
    return std::move(all.front());
}

template <class Value, class... Args>
std::optional<Value> Db::value(std::string_view sql, const Args&... args) const {
    Use use(*this, sql, Intent::Read);
    use.bind_all(args...);
    if (!use.step()) return std::nullopt;
    std::optional<Value> out;
    use.read(0, out);
    return out;
}

template <class... Args>
void Db::run(std::string_view sql, const Args&... args) {
    Use use(*this, sql, Intent::Write);
    use.bind_all(args...);
    while (use.step()) {
    }
}

}  // namespace store
