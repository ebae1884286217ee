// The frame's semantic nodes, and what the page is told of them: only what changed since the last
// frame that said something (web-platform.md §6.5). Knows nothing of drawing or input.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "json/value.hpp"
#include "ui/node.hpp"

namespace ui {

/// The node as the page reads it; empty and absent members are left out.
json::Value message_of(const Node& node);

class Semantics {
public:
    /// Starts a frame: no nodes.
    void begin();

    /// Adds a node in reading order and answers its place in `nodes()`. An id already used in this
    /// frame gets a suffix, so that the page never mixes two controls up, and is counted.
    std::size_t add(Node node);

    Node& at(std::size_t place) { return nodes_[place]; }
    const std::vector<Node>& nodes() const { return nodes_; }
    const Node* find(std::string_view id) const;

    /// The node of this frame has a menu; nothing happens when there is no such node.
    void give_menu(std::string_view id);

    /// The message of what changed since the last call, or null when nothing did. The first one
    /// says that it is complete.
    json::Value changes();

    /// How many ids were used twice since the start; a mistake of a screen, 0 in every test.
    int duplicates() const { return duplicates_; }

private:
    std::vector<Node> nodes_;
    std::map<std::string, std::size_t, std::less<>> index_;
    /// What the page knows of a node, and in which frame it was last there.
    struct Published {
        Node node;
        std::uint64_t seen = 0;
    };

    bool order_moved();

    std::map<std::string, Published, std::less<>> published_;
    std::vector<std::string> order_;
    std::uint64_t frame_ = 0;
    int duplicates_ = 0;
    bool full_ = true;
};

}  // namespace ui
