// What is seen of a field that is being edited: it lies over the picture, where parts of it may be scrolled out of
// view, and where a notice or a menu is painted over the place.

import type { Box } from "./node_element";

/** The focus ring is around the field. */
const RingPx = 4;

/** The clip-path of a field at `box` of which `seen` is inside its window and `over` lies over it; "" when all of it is seen. */
export function clip_path(box: Box, seen: Box, over: Box[]): string {
  // A side that is not cut keeps its ring. All is counted from the field's own corner.
  const ring = (cut: number): number => (cut > 0.5 ? cut : -RingPx);
  const left = ring(seen.left - box.left);
  const top = ring(seen.top - box.top);
  const right = box.width - ring(box.left + box.width - seen.left - seen.width);
  const bottom = box.height - ring(box.top + box.height - seen.top - seen.height);
  const inside = (value: number, from: number, to: number): number => Math.min(Math.max(value, from), to);
  const holes = over.map((hole) => ({
    left: inside(hole.left - box.left, left, right), right: inside(hole.left + hole.width - box.left, left, right),
    top: inside(hole.top - box.top, top, bottom), bottom: inside(hole.top + hole.height - box.top, top, bottom),
  })).filter((hole) => hole.left < hole.right && hole.top < hole.bottom);
  const whole = left < 0 && top < 0 && right > box.width && bottom > box.height;
  if (whole && holes.length === 0) return "";
  // One line around all of them, none of which overlaps another: the way from one to the next is walked twice, and is no edge.
  const outline = around({ left, top, right, bottom });
  const line = [outline, ...holes.flatMap((hole) => [around(hole), outline.slice(0, 1)])].flat();
  return `polygon(evenodd, ${line.join(", ")})`;
}

/** Back to the corner where it began. */
function around({ left, top, right, bottom }: { left: number; top: number; right: number; bottom: number }): string[] {
  const px = (x: number, y: number): string => `${Math.round(x * 100) / 100}px ${Math.round(y * 100) / 100}px`;
  return [px(left, top), px(right, top), px(right, bottom), px(left, bottom), px(left, top)];
}
