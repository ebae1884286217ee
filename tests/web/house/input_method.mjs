// The ways Vietnamese reaches a field, as browsers meet them: Unikey and its kin erase and retype with keys that carry no
// key; phones, macOS and Windows' own Telex compose. web-platform.md §1.2 tells which does what.
import { settled } from "./browser.mjs";

/** VK_PACKET: a character that no key of the keyboard carries. */
const PacketCode = 231;
/** What Chromium reports while an input method has the key. */
const ProcessCode = 229;

/**
 * To be called before the page is opened. Answers what the page itself wrote into a field in which a word was being composed: the
 * method knows nothing of it, and writes its word again (web-platform.md §1.3, 4).
 */
export async function watch_writes(context) {
  await context.addInitScript(() => {
    window.written_under = [];
    let composing;
    addEventListener("compositionstart", ({ target }) => { composing = target; }, { capture: true });
    addEventListener("compositionend", () => { composing = undefined; }, { capture: true });
    for (const { prototype } of [HTMLTextAreaElement, HTMLInputElement]) {
      const { get, set } = Object.getOwnPropertyDescriptor(prototype, "value");
      Object.defineProperty(prototype, "value", {
        get,
        set(value) {
          if (this === composing) window.written_under.push([get.call(this), value]);
          set.call(this, value);
        },
      });
    }
  });
  return (page) => page.evaluate(() => window.written_under);
}

/** An input method at work on whatever has the focus. `end` when done. */
export async function input_method(page) {
  const cdp = await page.context().newCDPSession(page);
  const key = (type, fields) => cdp.send("Input.dispatchKeyEvent", { type, ...fields });
  return {
    /** `count` backspaces and then `text`, without a pause between them. */
    async retype(count, text) {
      for (let i = 0; i < count; i += 1) {
        const backspace = { key: "Backspace", code: "Backspace", windowsVirtualKeyCode: 8 };
        await key("rawKeyDown", backspace);
        await key("keyUp", backspace);
      }
      for (const letter of text) {
        const packet = { key: "Unidentified", code: "", windowsVirtualKeyCode: PacketCode };
        await key("rawKeyDown", packet);
        await key("char", { text: letter, unmodifiedText: letter, key: letter });
        await key("keyUp", packet);
      }
    },
    /** The text under composition is `text`; `over` takes back that many characters before the caret into it. */
    async compose(text, over = 0) {
      const caret = over > 0 ? await page.evaluate(() => document.activeElement.selectionStart) : 0;
      const range = over > 0 ? { replacementStart: caret - over, replacementEnd: caret } : {};
      await cdp.send("Input.imeSetComposition", {
        text, selectionStart: text.length, selectionEnd: text.length, ...range,
      });
    },
    commit: (text) => cdp.send("Input.insertText", { text }),
    /** A key of which the input method wants to know first: Enter chooses, letters are composed. */
    async taken_key(name) {
      const fields = { key: "Process", code: name, windowsVirtualKeyCode: ProcessCode };
      await key("rawKeyDown", fields);
      await key("keyUp", fields);
    },
    /** The same as Safari tells it: by its own name, with the code of what is composed alone. */
    async taken_by_name(name) {
      const fields = { key: name, code: name, windowsVirtualKeyCode: ProcessCode };
      await key("rawKeyDown", fields);
      await key("keyUp", fields);
    },
    /** A chord that no input method wants: it comes as it is, in the middle of the composition. */
    async chord(letter, modifier) {
      const fields = {
        key: letter, code: `Key${letter.toUpperCase()}`, windowsVirtualKeyCode: letter.toUpperCase().charCodeAt(0),
        modifiers: { Alt: 1, Control: 2 }[modifier],
      };
      await key("rawKeyDown", fields);
      await key("keyUp", fields);
    },
    async end() {
      await cdp.detach();
      await settled(page);
    },
  };
}

/** An input method that composes: each step replaces the last, the final one is committed. */
export async function compose(page, steps, committed) {
  const method = await input_method(page);
  for (const text of steps) await method.compose(text);
  await method.commit(committed);
  await method.end();
}

/** Unikey and its kin: N backspaces and then characters that no key carries. */
export async function unikey(page, backspaces, text) {
  const method = await input_method(page);
  await method.retype(backspaces, text);
  await method.end();
}

const Marks = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323" };
const Doubled = { a: "â", e: "ê", o: "ô", d: "đ" };

/**
 * What Unikey sends for one word typed in Telex with the mark at its end (`tieengs`): letters as they are, and at
 * the keys that change what stands there the erasing and retyping from the first letter that changes.
 * Yields [backspaces, text] or a plain key. Only what these tests type: doubled letters, w, and one tone.
 */
export function* telex(keys) {
  let shown = "";
  for (const key of keys) {
    const before = shown;
    const last = shown.at(-1);
    if (Doubled[key] && last === key) shown = shown.slice(0, -1) + Doubled[key];
    else if (key === "w" && /uo$/.test(shown)) shown = `${shown.slice(0, -2)}ươ`;
    else if (key === "w" && "aou".includes(last ?? " ")) shown = shown.slice(0, -1) + { a: "ă", o: "ơ", u: "ư" }[last];
    else if (Marks[key] && /[aăâeêioôơuưy]/.test(shown)) shown = with_tone(shown, Marks[key]);
    else {
      shown += key;
      yield key;
      continue;
    }
    let same = 0;
    while (before[same] === shown[same] && same < before.length) same += 1;
    yield [before.length - same, shown.slice(same)];
  }
}

/** The tone on the letter that has a mark already, else on the first vowel of the last two, else on the last. */
function with_tone(word, mark) {
  const vowels = [...word.matchAll(/[aăâeêioôơuưy]/g)].map((found) => found.index);
  const marked = vowels.findLast((at) => "ăâêôơư".includes(word[at]));
  const closed = /[^aăâeêioôơuưy]$/.test(word);
  const at = marked ?? (closed || vowels.length === 1 ? vowels.at(-1) : vowels.at(-2));
  return (word.slice(0, at) + word[at] + mark + word.slice(at + 1)).normalize("NFC");
}
