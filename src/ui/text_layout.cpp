#include "ui/text_layout.hpp"

#include <algorithm>
#include <cmath>

#include "text/utf8.hpp"

namespace ui {

namespace {

constexpr std::size_t KeptLayouts = 1500;
constexpr char32_t Ellipsis = 0x2026;
// Sums of float advances differ from the browser's 1/64 px units in the last digits.
constexpr float Slack = 0.02f;

bool ascii_digit(char32_t c) {
    return c >= '0' && c <= '9';
}
bool ascii_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
/// Spaces a line may end with; a no-break space is none of them.
bool space(char32_t c) {
    return c == ' ' || c == '\t' || c == 0x3000 || (c >= 0x2000 && c <= 0x200A && c != 0x2007);
}

/// Whether a line may end between `before` and `after`, both no spaces (UAX #14 with the exceptions
/// browsers make; only what Vietnamese official text contains). `earlier` stands before `before`.
bool may_break(char32_t earlier, char32_t before, char32_t after) {
    if (before == '-') {
        // A minus sign stays with its number, a hyphen in "ABCD-1234" does not.
        if (ascii_digit(after)) return ascii_digit(earlier) || ascii_letter(earlier);
        return earlier != 0 && earlier != ' ' && after != '-' && after != ')' && after != ',' &&
               after != '.';
    }
    if (before == 0x2013 || before == 0x2010 || before == 0x00AD)
        return !ascii_digit(after);  // en dash, hyphen
    if (before == 0x2014 || after == 0x2014) return before != '(' && after != ')';  // em dash
    // After a slash the browsers' table for ASCII knows no break, Unicode's for letters does.
    if (before == '/') return after >= 0x80;
    if (before == '?') return ascii_letter(after);
    return before == 0x200B;
}

/// Walks the text once and closes lines as it goes.
class Breaker {
public:
    Breaker(std::string_view text, float width, const Advance& advance)
        : text_(text), width_(width + Slack), advance_(advance) {}

    TextLayout run() {
        std::string_view rest = text_;
        while (!rest.empty()) {
            const std::size_t at = text_.size() - rest.size();
            const char32_t point = text::next(rest);
            take(point, at, text_.size() - rest.size());
        }
        close(text_.size(), ink_);
        for (const TextLine& line : out_.lines) out_.width = std::max(out_.width, line.width);
        return std::move(out_);
    }

private:
    void take(char32_t point, std::size_t at, std::size_t after) {
        if (point == '\n') {
            close(at, ink_);
            start(after);
            return;
        }
        const float advance = point == '\t' ? tab() : advance_(point);
        if (space(point)) {
            x_ += advance;
            break_at_ = after;
            break_ink_ = ink_;
            break_x_ = x_;
        } else {
            if (!space(before_) && before_ != 0 && may_break(earlier_, before_, point)) {
                break_at_ = at;
                break_ink_ = ink_;
                break_x_ = x_;
            }
            while (x_ + advance > width_ && at > begin_) wrap(at);
            x_ += advance;
            ink_ = x_;
        }
        earlier_ = before_;
        before_ = point;
    }

    /// Ends the line before what no longer fits: at the last place a line may end, else right here.
    void wrap(std::size_t at) {
        if (break_at_ > begin_) {
            const float moved = x_ - break_x_;
            close(break_at_, break_ink_);
            begin_ = break_at_;
            x_ = moved;
            ink_ = moved;
        } else {
            close(at, ink_);
            begin_ = at;
            x_ = 0;
            ink_ = 0;
        }
        break_at_ = begin_;
    }

    float tab() const {
        const float stop = 8 * advance_(' ');
        return stop <= 0 ? 0 : (std::floor(x_ / stop) + 1) * stop - x_;
    }

    void close(std::size_t end, float ink) { out_.lines.push_back({begin_, end, ink}); }

    void start(std::size_t at) {
        begin_ = break_at_ = at;
        x_ = ink_ = break_ink_ = break_x_ = 0;
        before_ = earlier_ = 0;
    }

    std::string_view text_;
    float width_;
    const Advance& advance_;
    TextLayout out_;
    std::size_t begin_ = 0;
    float x_ = 0;               // width of the line so far, spaces too
    float ink_ = 0;             // the same without spaces at the end
    std::size_t break_at_ = 0;  // the last place the line may end
    float break_ink_ = 0;
    float break_x_ = 0;
    char32_t before_ = 0;
    char32_t earlier_ = 0;
};

/// Leaves out what is beyond `max_lines` and makes room for the ellipsis.
void cut(TextLayout& layout, std::string_view text, float width, int max_lines,
         const Advance& advance) {
    layout.lines.resize(static_cast<std::size_t>(max_lines));
    layout.cut = true;
    TextLine& last = layout.lines.back();
    const float room = width - advance(Ellipsis);
    std::string_view rest = text.substr(last.begin, last.end - last.begin);
    float x = 0;
    std::size_t end = last.begin;
    float ink = 0;
    while (!rest.empty()) {
        const char32_t point = text::next(rest);
        x += advance(point);
        if (x > room + Slack) break;
        if (space(point)) continue;
        end = last.end - rest.size();
        ink = x;
    }
    last.end = end;
    last.width = ink;
    layout.width = 0;
    for (const TextLine& line : layout.lines) layout.width = std::max(layout.width, line.width);
}

}  // namespace

TextLayout lay_out(std::string_view text, float width, int max_lines, const Advance& advance) {
    TextLayout layout = Breaker(text, width, advance).run();
    if (max_lines > 0 && layout.lines.size() > static_cast<std::size_t>(max_lines)) {
        cut(layout, text, width, max_lines, advance);
    }
    return layout;
}

std::size_t TextLayouts::Hash::operator()(const Key& key) const {
    // The type hardly tells texts apart; equality does.
    const std::size_t text = std::hash<std::string_view>()(key.text);
    return text * 31 + std::hash<float>()(key.width);
}

const TextLayout& TextLayouts::get(std::string_view text, float width, Type type,
                                   const Advance& advance) {
    const auto found = index_.find({text, width, type});
    if (found != index_.end()) {
        entries_.splice(entries_.begin(), entries_, found->second);
        return found->second->layout;
    }
    if (entries_.size() >= KeptLayouts) {
        index_.erase(entries_.back().key);
        entries_.pop_back();
    }
    Entry& made = entries_.emplace_front(
        Entry{std::string(text), {}, lay_out(text, width, type.max_lines, advance)});
    made.key = {made.text, width, type};
    index_.emplace(made.key, entries_.begin());
    return made.layout;
}

}  // namespace ui
