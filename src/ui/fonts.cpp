#include "ui/fonts.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

#include <imgui.h>
#include <imgui_internal.h>

#include "base/fault.hpp"
#include "text/utf8.hpp"
#include "ui/missing_glyphs.hpp"

namespace ui {

namespace {

std::uint32_t u16(std::string_view file, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(file[i]));
    };
    return byte(at) << 8 | byte(at + 1);
}

float i16(std::string_view file, std::size_t at) {
    return static_cast<float>(static_cast<std::int16_t>(u16(file, at)));
}

/// The table `tag` of a TrueType file; empty when it has none or says nonsense.
std::string_view table(std::string_view file, std::string_view tag) {
    if (file.size() < 12) return {};
    const std::size_t count = u16(file, 4);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = 12 + 16 * i;
        if (entry + 16 > file.size()) return {};
        if (file.substr(entry, 4) != tag) continue;
        const std::size_t offset = u16(file, entry + 8) << 16 | u16(file, entry + 10);
        const std::size_t length = u16(file, entry + 12) << 16 | u16(file, entry + 14);
        if (offset > file.size() || length > file.size() - offset) return {};
        return file.substr(offset, length);
    }
    return {};
}

/// Dear ImGui rounds sizes asked for in the usual way; text must have exactly the editor's size.
ImFontBaked& baked(ImFont* font, float px) {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    ImFontAtlas* atlas = font->ContainerAtlas;
    ImFontBaked* found = font->LastBaked;
    if (!found || found->Size != px || found->RasterizerDensity != context.FontRasterizerDensity) {
        found = ImFontAtlasBakedGetOrAdd(atlas, font, px, context.FontRasterizerDensity);
        if (!found) throw base::Fault("a font size that cannot be made");
        font->LastBaked = found;
    }
    found->LastUsedFrame = atlas->Builder->FrameCount;
    return *found;
}

/// Dear ImGui's size of a font is the height from ascent to descent in hhea, CSS's is the em.
float size_of_em(std::string_view file) {
    const std::string_view head = table(file, "head");
    const std::string_view hhea = table(file, "hhea");
    return (i16(hhea, 4) - i16(hhea, 6)) / static_cast<float>(u16(head, 18));
}

ImFont* add(ImFontAtlas& atlas, std::string_view file) {
    ImFontConfig config;
    // The atlas takes a copy, because it wants to free what it has.
    config.FontDataOwnedByAtlas = false;
    config.FontData = const_cast<char*>(file.data());
    config.FontDataSize = static_cast<int>(file.size());
    config.SizePixels = 16;
    config.OversampleV = 1;
    ImFont* font = atlas.AddFont(&config);
    base::check(font != nullptr, "a font that cannot be read");
    return font;
}

float density() {
    return ImGui::GetCurrentContext()->FontRasterizerDensity;
}

float snapped(float value) {
    return std::round(value * density()) / density();
}

void paint_glyph(ImDrawList& list, const ImFontGlyph& glyph, float x, float y, unsigned color) {
    if (!glyph.Visible) return;
    list.PrimReserve(6, 4);
    list.PrimRectUV({x + glyph.X0, y + glyph.Y0}, {x + glyph.X1, y + glyph.Y1},
                    {glyph.U0, glyph.V0}, {glyph.U1, glyph.V1}, color);
}

}  // namespace

std::optional<FontMetrics> read_font_metrics(std::string_view file) {
    const std::string_view head = table(file, "head");
    const std::string_view hhea = table(file, "hhea");
    const std::string_view os2 = table(file, "OS/2");
    if (head.size() < 20 || hhea.size() < 8) return std::nullopt;
    const auto em = static_cast<float>(u16(head, 18));
    if (em <= 0) return std::nullopt;
    constexpr std::uint32_t UseTypographicMetrics = 1u << 7;
    if (os2.size() >= 72 && (u16(os2, 62) & UseTypographicMetrics) != 0) {
        return FontMetrics{i16(os2, 68) / em, -i16(os2, 70) / em};
    }
    return FontMetrics{i16(hhea, 4) / em, -i16(hhea, 6) / em};
}

float baseline_in_line(const FontMetrics& metrics, float px, float line_px) {
    const float ascent = std::round(metrics.ascent * px);
    const float descent = std::round(metrics.descent * px);
    return ascent + std::floor((line_px - ascent - descent) / 2);
}

float baseline_in_input(const FontMetrics& metrics, float px, float height) {
    const float ascent = std::round(metrics.ascent * px);
    const float descent = std::round(metrics.descent * px);
    return ascent + std::floor((height - ascent - descent + 1) / 2);
}

Fonts::Fonts(ImFontAtlas& atlas, const FontFiles& files) {
    const auto metrics = read_font_metrics(files.regular);
    base::check(metrics.has_value(), "the text font is no TrueType file");
    base::check(read_font_metrics(files.semibold).has_value(),
                "the semibold font is no TrueType file");
    base::check(read_font_metrics(files.icons).has_value(), "the icon font is no TrueType file");
    metrics_ = *metrics;
    const auto text_face = [&](std::string_view file, Weight weight) {
        const Face made{add(atlas, file), size_of_em(file)};
        if (files.missing != nullptr) add_missing_glyphs(atlas, *files.missing, weight, made.em);
        return made;
    };
    faces_[0] = text_face(files.regular, Weight::Regular);
    faces_[1] = text_face(files.semibold, Weight::SemiBold);
    icons_ = {add(atlas, files.icons), size_of_em(files.icons)};
}

float Fonts::advance(char32_t point, float px, Weight weight) const {
    return baked(face(weight).font, face(weight).em * px)
        .GetCharAdvance(static_cast<ImWchar>(point));
}

float Fonts::width(std::string_view text, float px, Weight weight) const {
    ImFontBaked& sized = baked(face(weight).font, face(weight).em * px);
    float sum = 0;
    while (!text.empty()) sum += sized.GetCharAdvance(static_cast<ImWchar>(text::next(text)));
    return sum;
}

void Fonts::paint(ImDrawList& list, std::string_view text, float x, float baseline, float px,
                  Weight weight, unsigned color) const {
    ImFontBaked& sized = baked(face(weight).font, face(weight).em * px);
    // The line begins and stands on whole device pixels; within it glyphs keep their fractions, or
    // the width would not be the browser's.
    x = snapped(x);
    const float top = snapped(baseline) - std::round(sized.Ascent);
    while (!text.empty()) {
        const char32_t point = text::next(text);
        // By value: the next look-up may move all glyphs.
        const ImFontGlyph glyph = *sized.FindGlyph(static_cast<ImWchar>(point));
        paint_glyph(list, glyph, x, top, color);
        x += glyph.AdvanceX;
    }
}

void Fonts::paint_icon(ImDrawList& list, std::string_view icon, float x, float y, float size,
                       unsigned color) const {
    if (icon.empty()) return;
    ImFontBaked& sized = baked(icons_.font, icons_.em * size);
    const ImFontGlyph glyph = *sized.FindGlyph(static_cast<ImWchar>(text::next(icon)));
    const float left = snapped(x + (size - glyph.AdvanceX) / 2);
    // Icons fill their em from ascent to descent.
    paint_glyph(list, glyph, left, snapped(y + (size - (sized.Ascent - sized.Descent)) / 2), color);
}

}  // namespace ui
