// What surrounds the page and may change: the colours the person asked the system for, the keyboard on glass,
// the browser's history, hiding and leaving; and the few words the page remembers.

import type { Theme, ToCore } from "./messages";

const Queries = {
  dark: "(prefers-color-scheme: dark)",
  contrast: "(prefers-contrast: more)",
  forced: "(forced-colors: active)",
} as const;

export function theme(): Theme {
  const now = (name: keyof Theme) => matchMedia(Queries[name]).matches;
  return { dark: now("dark"), contrast: now("contrast"), forced: now("forced") };
}

type Told = {
  post(message: ToCore): void;
  /** How much of the window's foot a keyboard covers. */
  covered(px: number): void;
  leaving(): void;
  asks_before_leaving(): boolean;
};

export function watch_window(told: Told): void {
  for (const query of Object.values(Queries)) {
    matchMedia(query).addEventListener("change", () => told.post({ k: "theme", ...theme() }));
  }
  const view = window.visualViewport;
  let covered = 0;
  const measure = (): void => {
    if (!view) return;
    // A page that is zoomed is moved by the person, and sees less of itself too; only what is missing at scale 1 is a keyboard.
    const zoomed = view.scale > 1.01;
    // iOS may push the window up under its keyboard although nothing here scrolls.
    if (!zoomed && (view.offsetTop > 0 || window.scrollY > 0)) window.scrollTo(0, 0);
    const px = zoomed ? covered : Math.max(Math.round(window.innerHeight - view.height - view.offsetTop), 0);
    if (px !== covered) told.covered((covered = px));
  };
  for (const change of ["resize", "scroll"]) view?.addEventListener(change, measure);
  document.addEventListener("visibilitychange", () => {
    told.post({ k: "lifecycle", state: document.visibilityState === "hidden" ? "hidden" : "visible" });
  });
  window.addEventListener("pagehide", () => {
    told.leaving();
    told.post({ k: "lifecycle", state: "pagehide" });
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload(); // the workbook was closed when the page was left
  });
  window.addEventListener("popstate", () => told.post({ k: "route", hash: location.hash.slice(1) }));
  window.addEventListener("beforeunload", (event) => {
    if (told.asks_before_leaving()) event.preventDefault();
  });
}

/** Kept between visits where the browser allows it; a page from a file may have no such place. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`so06.${name}`, value);
  } catch {
    // then the next start asks again
  }
}

export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(`so06.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(`so06.${name}`);
  } catch {
    // nothing was kept
  }
}
