#include "ui/surface.hpp"

#include <algorithm>
#include <cfloat>
#include <utility>

#include <imgui.h>
#include <imgui_internal.h>

#include "ui/surface_focus.hpp"
#include "ui/surface_state.hpp"
#include "ui/widgets_draw.hpp"

namespace ui {

namespace {

constexpr ImGuiWindowFlags RootFlags =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav |
    ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse;
// Screens are not laid out on less, however large the text is to be: a phone's text grows to 160 %.
constexpr float NarrowestPage = 240;

template <class T>
void replace(T& value, const std::optional<T>& with) {
    if (with) value = *with;
}

float largest_on(const PageSize& page) {
    return std::max(1.0f, page.width / NarrowestPage);
}

/// The page as it is laid out on: smaller and denser the larger the text is.
void lay_out(SurfaceState& s) {
    const float zoom = std::clamp(s.enlarged, 1.0f, largest_on(s.page));
    s.view.zoom = zoom;
    s.view.width = s.page.width / zoom;
    s.view.height = s.page.height / zoom;
    s.view.covered = s.page.covered / zoom;
    s.view.dpr = s.page.dpr * zoom;
}

void apply(SurfaceState& s, const ViewEvent& event) {
    const View before = s.view;
    replace(s.page.width, event.width);
    replace(s.page.height, event.height);
    replace(s.page.dpr, event.dpr);
    replace(s.page.covered, event.covered);
    lay_out(s);
    replace(s.view.dark, event.dark);
    replace(s.view.contrast, event.contrast);
    replace(s.view.forced, event.forced);
    replace(s.view.touch, event.touch);
    if (s.view == before) return;
    // The screen keyboard may have come up over the field it is for.
    if (!s.edit.id.empty()) s.focus_gained = s.edit.id;
}

void apply_looks(SurfaceState& s) {
    s.metrics = s.view.touch ? metrics_for_touch() : metrics_for_mouse();
    const Scheme system = s.view.dark ? Scheme::Dark : Scheme::Light;
    s.scheme =
        s.view.forced || s.view.contrast ? Scheme::HighContrast : s.preferred.value_or(system);
    const std::string background = css_color(s.colors().page);
    if (background == s.sent_background) return;
    s.sent_background = background;
    s.say({{"k", "background"}, {"css", background}});
}

void apply(SurfaceState& s, PointerEvent event) {
    using Kind = PointerEvent::Kind;
    ImGuiIO& io = ImGui::GetIO();
    if (event.button != 0) return;
    event.x /= s.view.zoom;
    event.y /= s.view.zoom;
    if (event.kind == Kind::Down && s.scrolling.press(event.x, event.y)) return;
    if (s.scrolling.dragging()) {
        if (event.kind == Kind::Move) s.scrolling.drag(event.y);
        if (event.kind == Kind::Up || event.kind == Kind::Cancel) s.scrolling.release();
        return;
    }
    io.AddMouseSourceEvent(event.touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    const bool away = event.kind == Kind::Leave || event.kind == Kind::Cancel;
    io.AddMousePosEvent(away ? -FLT_MAX : event.x, away ? -FLT_MAX : event.y);
    if (event.kind == Kind::Up) s.shift_held = event.shift;
    if (event.kind == Kind::Up) s.finger = event.touch;
    if (event.kind == Kind::Down) io.AddMouseButtonEvent(0, true);
    if (event.kind == Kind::Up || event.kind == Kind::Cancel) io.AddMouseButtonEvent(0, false);
    // A lifted finger hovers over nothing.
    if (event.kind == Kind::Up && event.touch) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
}

/// Typing that was not taken yet is only of interest in its last state.
void keep_text(std::vector<TextEvent>& texts, const std::string& editing, TextEvent event) {
    using Kind = TextEvent::Kind;
    const auto same = std::find_if(texts.rbegin(), texts.rend(),
                                   [&](const TextEvent& e) { return e.id == event.id; });
    // The goodbye of a field that went away: its text was taken then.
    if (event.kind == Kind::End && same == texts.rend() && event.id != editing) return;
    if (event.kind == Kind::Typed && same != texts.rend() && same->kind == Kind::Typed) {
        *same = std::move(event);
    } else {
        texts.push_back(std::move(event));
    }
}

void apply_input(SurfaceState& s) {
    for (const ViewEvent& event : s.input.views) apply(s, event);
    apply_looks(s);
    for (const PointerEvent& event : s.input.pointers) apply(s, event);
    for (const WheelEvent& event : s.input.wheels) {
        const float zoom = s.view.zoom;
        s.scrolling.wheel(event.x / zoom, event.y / zoom, event.dy / zoom);
    }
    s.zoom_steps += s.input.zoom_steps;
    for (const FocusEvent& event : s.input.focuses) {
        if (event.gained) {
            s.focus_from = std::exchange(s.focused, event.id);
            s.focus_gained = event.id;
            s.reveals_focus = !event.pressed || event.id == s.wished_focus;
            s.wished_focus.clear();
        } else if (event.id == s.focused) {
            s.focus_from = std::exchange(s.focused, {});
        }
    }
    // The field may be taller only in the next frame.
    constexpr int CaretFrames = 2;
    for (const TextEvent& event : s.input.texts) {
        if (event.kind == TextEvent::Kind::Begin) s.caret = {};  // of an earlier stay
        if (event.kind == TextEvent::Kind::Typed) s.caret = {event.id, event.caret, CaretFrames};
    }
    if (s.input.caret) s.caret = {s.input.caret->id, s.input.caret->at, CaretFrames};
    if (s.reveal_focus && s.caret.id == s.edit.id) s.caret.frames = CaretFrames;
    for (TextEvent& event : s.input.texts) keep_text(s.texts, s.edit.id, std::move(event));
}

/// Page and end keys nobody took scroll the pane the focus is in.
void scroll_by_key(SurfaceState& s) {
    if (!s.input.chord || s.chord_taken) return;
    const Chord& chord = *s.input.chord;
    const std::string& area = s.focused_area.empty() ? s.widest_area : s.focused_area;
    if (chord.alt || area.empty()) return;
    if (chord.key == "PageDown") s.scrolling.page(area, 1, 0);
    if (chord.key == "PageUp") s.scrolling.page(area, -1, 0);
    if (chord.key == "Home") s.scrolling.page(area, 0, -1);
    if (chord.key == "End") s.scrolling.page(area, 0, 1);
}

/// A field that is no longer drawn (its screen went away) cannot stay open in the page.
void close_lost_editor(SurfaceState& s) {
    s.edit_missing = s.edit.id.empty() || s.edit_drawn ? 0 : s.edit_missing + 1;
    if (s.edit_missing == 0) return;
    s.again = true;
    if (s.edit_missing < 3) return;
    s.say({{"k", "editEnd"}, {"id", s.edit.id}});
    s.edit = {};
    s.edit_missing = 0;
}

}  // namespace

Surface::Surface(const FontFiles& fonts, std::uint64_t first_stay)
    : state_(std::make_unique<SurfaceState>(*this, fonts, first_stay)) {}

Surface::~Surface() = default;

Rect Surface::bounds() const {
    const View& view = state_->view;
    return {0, 0, view.width, view.height - view.covered};
}

bool Surface::touch() const {
    return state_->view.touch;
}
bool Surface::pressed_by_finger() const {
    return state_->finger;
}
const Metrics& Surface::metrics() const {
    return state_->metrics;
}
const Palette& Surface::palette() const {
    return state_->colors();
}
i18n::Lang Surface::lang() const {
    return state_->lang;
}
double Surface::now_ms() const {
    return state_->now_ms;
}
std::string Surface::full_id(std::string_view id) const {
    return state_->full_id(id);
}
std::optional<Rect> Surface::take_menu(std::string_view id) {
    SurfaceState& s = *state_;
    const std::string full = full_id(id);
    s.semantics.give_menu(full);
    if (!s.input.menu || s.covered() || s.input.menu->id != full) return std::nullopt;
    const MenuEvent asked = *std::exchange(s.input.menu, std::nullopt);
    const float zoom = s.view.zoom;
    if (asked.x && asked.y) return Rect{*asked.x / zoom, *asked.y / zoom, 0, 0};
    const Node* node = s.semantics.find(asked.id);
    if (!node) return std::nullopt;
    return Rect{node->rect.x / zoom, node->rect.y / zoom, 0, node->rect.h / zoom};
}

const std::string& Surface::focused() const {
    return state_->focused;
}
const std::string& Surface::editing() const {
    return state_->edit.id;
}
Scheme Surface::scheme() const {
    return state_->scheme;
}

bool Surface::pressed_with_shift() const {
    return state_->shift_held;
}

void Surface::enlarge(float times) {
    if (state_->enlarged == times) return;
    state_->enlarged = times;
    lay_out(*state_);
    state_->reveal_focus = true;
    redraw();
}

float Surface::enlarged() const {
    return state_->view.zoom;
}

float Surface::largest() const {
    return largest_on(state_->page);
}

int Surface::take_zoom_steps() {
    return std::exchange(state_->zoom_steps, 0);
}

bool Surface::take_chord(const Chord& chord) {
    if (waiting_chord() != chord) return false;
    state_->chord_taken = true;
    return true;
}

std::optional<Chord> Surface::waiting_chord() const {
    if (state_->chord_taken || state_->covered()) return std::nullopt;
    return state_->input.chord;
}

namespace {

bool within(std::string_view inner, std::string_view outer) {
    return inner.substr(0, outer.size()) == outer &&
           (inner.size() == outer.size() || inner[outer.size()] == '/');
}

}  // namespace

bool Surface::focus_within(std::string_view id) const {
    return !focused().empty() && within(focused(), full_id(id));
}

bool Surface::edit_within(std::string_view id) const {
    const std::string scope = full_id(id);
    if (!editing().empty() && within(editing(), scope)) return true;
    return std::any_of(state_->texts.begin(), state_->texts.end(),
                       [&](const TextEvent& event) { return within(event.id, scope); });
}

std::optional<std::string> Surface::text_waiting(std::string_view id) const {
    const std::string scope = full_id(id);
    for (const TextEvent& event : state_->texts)
        if (event.kind != TextEvent::Kind::End && within(event.id, scope)) return event.id;
    return std::nullopt;
}

void Surface::request_focus(std::string_view id) {
    state_->wishes.push_back({std::string(id), full_id(id), false, 0, {}});
}

void Surface::announce(std::string_view text, Urgency urgency) {
    state_->say({{"k", "announce"},
                 {"text", std::string(text)},
                 {"assertive", urgency == Urgency::Assertive}});
}

void Surface::offer_copy(std::string_view text, std::string_view html, std::size_t rows) {
    state_->copy_offered = true;
    if (state_->sent_copy == text) return;
    state_->sent_copy = text;
    state_->say({{"k", "mirror"},
                 {"text", state_->sent_copy},
                 {"html", std::string(html)},
                 {"rows", rows}});
}

void Surface::wake_in(double ms) {
    const double at = state_->now_ms + ms;
    state_->wake_at = state_->wake_at ? std::min(*state_->wake_at, at) : at;
}

void Surface::redraw() {
    state_->again = true;
}

void Surface::set_title(std::string_view title) {
    if (state_->sent_title == title) return;
    state_->sent_title = title;
    state_->say({{"k", "title"}, {"text", state_->sent_title}});
}

void Surface::set_route(std::string_view hash) {
    if (state_->sent_route == hash) return;
    state_->sent_route = hash;
    state_->say({{"k", "route"}, {"hash", state_->sent_route}});
}

void Surface::set_language(i18n::Lang lang) {
    state_->lang = lang;
    const std::string word = lang == i18n::Lang::Vi ? "vi" : "en";
    if (state_->sent_lang == word) return;
    state_->sent_lang = word;
    state_->say({{"k", "lang"}, {"lang", word}});
    redraw();
}

void Surface::prefer_scheme(std::optional<Scheme> scheme) {
    if (state_->preferred == scheme) return;
    state_->preferred = scheme;
    redraw();
}

bool Surface::deliver(const json::Value& message) {
    return state_->events.push(message);
}

void Surface::begin_frame(double now_ms) {
    SurfaceState& s = *state_;
    ImGui::SetCurrentContext(s.context.get());
    const double passed = (now_ms - s.now_ms) / 1000;
    s.now_ms = now_ms;
    s.input = s.events.take();
    s.had_input = !s.input.empty();
    s.settle = s.had_input ? 2 : std::max(0, s.settle - 1);
    s.again = false;
    if (s.wake_at && *s.wake_at <= now_ms) s.wake_at.reset();
    s.chord_taken = false;
    s.copy_offered = false;
    s.cursor = "default";
    s.focus_from.clear();
    s.focused_area.clear();
    s.widest_area.clear();
    s.widest = 0;
    s.edit_drawn = false;
    s.focus_gained.reset();
    s.reveals_focus = true;

    s.scrolling.begin_frame(s.depth);
    apply_input(s);
    // Where one was stays in sight.
    if (std::exchange(s.reveal_focus, false) && !s.focused.empty()) s.focus_gained = s.focused;
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {s.view.width, s.view.height};
    io.DisplayFramebufferScale = {s.view.dpr, s.view.dpr};
    io.DeltaTime = static_cast<float>(std::clamp(passed, 0.001, 0.05));
    ImGui::NewFrame();
    // Soft edges are one device pixel wide, not one CSS pixel.
    ImGui::GetCurrentContext()->DrawListSharedData.InitialFringeScale = 1 / s.view.dpr;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({s.view.width, s.view.height});
    ImGui::Begin("##surface", nullptr, RootFlags);
    s.semantics.begin();
    ImGui::GetWindowDrawList()->AddRectFilled({0, 0}, {s.view.width, s.view.height},
                                              s.colors().page);
}

void Surface::end_frame() {
    SurfaceState& s = *state_;
    scroll_by_key(s);
    paint_tip(s);
    ImGui::End();
    ImGui::Render();
    close_gone_layers(s);
    close_lost_editor(s);
    if (json::Value changes = s.semantics.changes(); !changes.is_null()) s.say(std::move(changes));
    focus_new_dialog(s);
    grant_wishes(s);
    if (!s.copy_offered) offer_copy({}, {}, 0);
    if (s.sent_cursor != s.cursor) {
        s.sent_cursor = s.cursor;
        s.say({{"k", "cursor"}, {"css", s.sent_cursor}});
    }
    if (s.scrolling.take_moved()) s.again = true;
}

void Surface::acknowledge(Saved saved) {
    const std::uint64_t held = std::exchange(state_->held_stay, 0);
    std::vector<Acknowledgement> later;
    for (Acknowledgement& ack : std::exchange(state_->unacknowledged, {})) {
        if (held != 0 && ack.stay == held) {
            later.push_back(std::move(ack));
        } else {
            state_->say({{"k", "textAck"},
                         {"id", ack.id},
                         {"seq", ack.seq},
                         {"saved", saved == Saved::Yes}});
        }
    }
    state_->unacknowledged = std::move(later);
}

void Surface::hold_text(std::uint64_t stay) {
    state_->held_stay = stay;
}

void Surface::leave_edit() {
    const Edit& edit = state_->edit;
    if (edit.id.empty()) return;
    TextEvent end{.kind = TextEvent::Kind::End, .id = edit.id, .value = edit.text};
    end.reason = TextEvent::Reason::Blur;
    state_->texts.push_back(std::move(end));
    redraw();
}

void Surface::hurry(bool now) {
    state_->hurried = now;
    if (now) redraw();
}

bool Surface::hurried() const {
    return state_->hurried;
}

std::vector<json::Value> Surface::take_messages() {
    return std::exchange(state_->out, {});
}

int Surface::duplicate_ids() const {
    return state_->semantics.duplicates();
}

void Surface::changed_nothing() {
    const ImGuiContext& imgui = *state_->context;
    // What the pointer is over shows it a frame after it was found.
    if (imgui.HoveredId != imgui.HoveredIdPreviousFrame) return;
    if (!state_->had_input) state_->settle = 0;
}

bool Surface::unsettled() const {
    return state_->settle > 0 || state_->again || state_->events.waiting() ||
           state_->context->InputEventsQueue.Size > 0;
}

std::optional<double> Surface::wake_ms() const {
    if (!state_->wake_at) return std::nullopt;
    return std::max(0.0, *state_->wake_at - state_->now_ms);
}

}  // namespace ui
