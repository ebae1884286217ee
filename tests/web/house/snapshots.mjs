// How a screen looked when a person last approved it (tests/expected/snapshots/): the mean colour of every square of 16 pixels. That is
// enough to see a column that moved, a panel or a row of icons that is gone, another colour, a stretched picture; and too coarse
// for what may differ from day to day: the minute beside “Đã lưu”, the month of a new report, a newer browser's letters.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { settled } from "./browser.mjs";
import { Root } from "./site.mjs";

const Square = 16;
/** From so much on, of 255, a square is clearly another: an icon or a word in it came or went. */
const Clear = 30;
/** So many may be: a screen has two clocks, or a month, and their digits fill a square more or less. Three lost icons are more. */
const FewSquares = 2;
/** All squares in the mean. Another time of day makes up to 0.1; four pixels to the side, or a slightly other colour everywhere, 0.7. */
const FaintMean = 0.25;
/** What was drawn reaches the screen in the browser's own time. */
const PatienceMs = 3000;

const Expected = join(Root, "tests", "expected", "snapshots");
const Found = join(Root, "build", "snapshots");
const This = "node --test tests/web/screens.test.mjs";

/**
 * What is wrong with the looks of this screen: nothing, or one line. The pictures then lie in build/snapshots/: now, expected and
 * difference. SO06_UPDATE=1 takes what differs as the new reference, to be looked at before it is committed.
 */
export async function looks_wrong(page, size, screen) {
  await page.mouse.move(0, 0); // nothing lies under it there
  await settled(page);
  const file = join(Expected, size, `${screen}.png`);
  const before = await readFile(file, "base64").catch(() => undefined);
  const give_up = Date.now() + PatienceMs;
  let now;
  do {
    const shot = (await page.screenshot()).toString("base64");
    // In the page itself: another page would take the focus from it.
    now = await page.evaluate(compare, { shot, before, square: Square, clear: Clear });
  } while (!alike(now) && before && Date.now() < give_up);
  if (alike(now)) return [];
  if (process.env.SO06_UPDATE) {
    await write(file, now.small);
    return [];
  }
  if (!before) return [`nobody has approved how it looks: SO06_UPDATE=1 ${This}`];
  for (const [kind, picture] of Object.entries(now.pictures)) await write(join(Found, size, `${screen}-${kind}.png`), picture);
  const how_much = `${now.squares} squares differ, ${now.mean.toFixed(2)} in the mean`;
  return [`looks otherwise (${how_much}): build/snapshots/${size}/${screen}-*.png; when it shall be so, SO06_UPDATE=1 ${This}`];
}

const alike = ({ squares, mean }) => squares <= FewSquares && mean <= FaintMean;

async function write(path, base64) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, base64, "base64");
}

/** Runs in the page, which has what reads, shrinks and writes pictures. */
async function compare({ shot, before, square, clear }) {
  const picture_of = async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }), { colorSpaceConversion: "none" });
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    pen.drawImage(bitmap, 0, 0);
    return { canvas, pen, width: bitmap.width, height: bitmap.height, data: pen.getImageData(0, 0, bitmap.width, bitmap.height).data };
  };
  const png_of = async (canvas) => {
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/png" })).arrayBuffer());
    let text = "";
    for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
    return btoa(text);
  };
  const side = Math.round(square * devicePixelRatio);
  const now = await picture_of(shot);
  const [width, height] = [Math.ceil(now.width / side), Math.ceil(now.height / side)];
  const sums = new Float64Array(4 * width * height);
  for (let y = 0, from = 0; y < now.height; y += 1) {
    for (let x = 0; x < now.width; x += 1, from += 4) {
      const to = 4 * (Math.floor(y / side) * width + Math.floor(x / side));
      for (let part = 0; part < 3; part += 1) sums[to + part] += now.data[from + part];
      sums[to + 3] += 1;
    }
  }
  const small = new ImageData(width, height);
  for (let i = 0; i < sums.length; i += 4) {
    for (let part = 0; part < 3; part += 1) small.data[i + part] = Math.round(sums[i + part] / sums[i + 3]);
    small.data[i + 3] = 255;
  }
  const tiny = new OffscreenCanvas(width, height);
  tiny.getContext("2d").putImageData(small, 0, 0);
  const result = { small: await png_of(tiny), squares: Infinity, mean: Infinity, pictures: {} };
  const was = before && await picture_of(before);
  if (!was || was.width !== width || was.height !== height) return result;

  const off = Array.from({ length: width * height }, (_, i) =>
    Math.max(...[0, 1, 2].map((part) => Math.abs(small.data[4 * i + part] - was.data[4 * i + part]))));
  result.squares = off.filter((one) => one > clear).length;
  result.mean = off.reduce((sum, one) => sum + one, 0) / off.length;
  const enlarged = new OffscreenCanvas(now.width, now.height);
  const pen = enlarged.getContext("2d");
  pen.imageSmoothingEnabled = false;
  pen.drawImage(was.canvas, 0, 0, width * side, height * side);
  result.pictures = { now: shot, expected: await png_of(enlarged) };
  now.pen.fillStyle = "rgb(255 255 255 / 0.6)";
  now.pen.fillRect(0, 0, now.width, now.height);
  off.forEach((one, i) => {
    now.pen.fillStyle = `rgb(220 0 0 / ${Math.min(0.8, one / 60)})`;
    now.pen.fillRect((i % width) * side, Math.floor(i / width) * side, side, side);
  });
  result.pictures.difference = await png_of(now.canvas);
  return result;
}
