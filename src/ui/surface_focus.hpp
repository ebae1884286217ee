// Where the focus goes at the end of a frame: back from an overlay that was closed, into a dialog
// that was opened, to what a screen asked for. Called by the surface in this order; the page moves
// it.
#pragma once

namespace ui {

struct SurfaceState;

/// Overlays that were not drawn are closed: the focus goes back to where it was.
void close_gone_layers(SurfaceState& s);
/// A dialog that just opened has its first control focused, the close button last of all, unless
/// it wishes otherwise.
void focus_new_dialog(SurfaceState& s);
/// Tells the page of each wish whose node was drawn; one that is not drawn in some frames is given
/// up.
void grant_wishes(SurfaceState& s);

}  // namespace ui
