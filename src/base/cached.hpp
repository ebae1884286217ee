// The last value made for a key: cached.get({revision, filter}, make) calls `make` only when the
// key is another one than last time. Holds one value and never expires by itself.
#pragma once

#include <functional>
#include <optional>
#include <utility>

namespace base {

template <class Key, class Value>
class Cached {
public:
    /// The value for `key`; `make()` is called when it is not the last one asked for. When `make`
    /// throws, nothing is kept. The reference holds until the next call.
    template <class Make>
    const Value& get(const Key& key, Make&& make) {
        if (!key_ || !(*key_ == key)) {
            key_.reset();
            value_.emplace(std::invoke(std::forward<Make>(make)));
            key_.emplace(key);
        }
        return *value_;
    }

    /// The next get() makes the value anew.
    void forget() {
        key_.reset();
        value_.reset();
    }

private:
    std::optional<Key> key_;
    std::optional<Value> value_;
};

}  // namespace base
