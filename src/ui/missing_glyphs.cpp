#include "ui/missing_glyphs.hpp"

#include <cmath>

#include <imgui.h>
#include <imgui_internal.h>

#include "base/fault.hpp"

namespace ui {

namespace {

/// What the atlas keeps for a source in the place of a font file: it copies the bytes.
struct Link {
    GlyphSource* source;
    Weight weight;
    float em;
};

/// Default_Ignorable_Code_Point as far as people paste it, and controls: nothing is drawn, the pen
/// stays.
bool is_ignored(char32_t point) {
    return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0xAD || point == 0x34F ||
           (point >= 0x200B && point <= 0x200F) || (point >= 0x2028 && point <= 0x202E) ||
           (point >= 0x2060 && point <= 0x206F) || (point >= 0xFE00 && point <= 0xFE0F) ||
           point == 0xFEFF || point >= 0xE0000;
}

/// False: the texture has no room.
bool place(ImFontAtlas* atlas, ImFontConfig* config, ImFontBaked* baked, const DrawnGlyph& drawn,
           ImFontGlyph& out) {
    const auto id = ImFontAtlasPackAddRect(atlas, drawn.width, drawn.height);
    if (id == ImFontAtlasRectId_Invalid) return false;
    ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, id);
    const float pixel = 1 / baked->RasterizerDensity;
    out.X0 = static_cast<float>(drawn.left) * pixel;
    out.Y0 = static_cast<float>(drawn.top) * pixel + std::round(baked->Ascent);
    out.X1 = out.X0 + static_cast<float>(drawn.width) * pixel;
    out.Y1 = out.Y0 + static_cast<float>(drawn.height) * pixel;
    out.Visible = true;
    out.PackId = id;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, config, &out, rect, drawn.coverage.data(),
                                       ImTextureFormat_Alpha8, drawn.width);
    return true;
}

bool load(ImFontAtlas* atlas, ImFontConfig* config, ImFontBaked* baked, void*, ImWchar code,
          ImFontGlyph* glyph, float* advance_only) {
    const auto& link = *static_cast<const Link*>(config->FontData);
    const auto point = static_cast<char32_t>(code);
    const float px = baked->Size / link.em;
    const auto advance = is_ignored(point) ? 0.0f : link.source->advance(point, px, link.weight);
    if (!advance) return false;
    if (advance_only != nullptr) {
        *advance_only = *advance;
        return true;
    }
    glyph->AdvanceX = *advance;
    if (is_ignored(point)) return true;
    const auto drawn = link.source->draw(point, px * baked->RasterizerDensity, link.weight);
    return drawn.width <= 0 || drawn.height <= 0 || place(atlas, config, baked, drawn, *glyph);
}

const ImFontLoader& loader() {
    static const ImFontLoader made = [] {
        ImFontLoader out;
        out.Name = "so06";
        out.FontBakedLoadGlyph = &load;
        return out;
    }();
    return made;
}

}  // namespace

void add_missing_glyphs(ImFontAtlas& atlas, GlyphSource& source, Weight weight, float em) {
    Link link{&source, weight, em};
    ImFontConfig config;
    config.MergeMode = true;
    config.FontLoader = &loader();
    config.FontDataOwnedByAtlas = false;
    config.FontData = &link;
    config.FontDataSize = sizeof(link);
    base::check(atlas.AddFont(&config) != nullptr, "a source of glyphs that cannot be added");
}

}  // namespace ui
