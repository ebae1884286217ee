#include "store/settings.hpp"

namespace store {

std::string setting(const Db& db, std::string_view key) {
    return db.value<std::string>("SELECT value FROM setting WHERE key = ?1", key).value_or("");
}

void set_setting(Db& db, std::string_view key, std::string_view value) {
    db.run(
        "INSERT INTO setting(key, value) VALUES(?1, ?2) "
        "ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        key, value);
}

}  // namespace store
