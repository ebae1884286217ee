// The places of the page the browser tests go to, by the names people read there.
import { open_model, tap } from "./hands.mjs";

export const button = (page, name) => page.getByRole("button", { name }).first();

/** The field of model 26 most tests type into. */
export const difficulties = (page) => page.getByRole("textbox", { name: "Khó khăn, vướng mắc" });

/** From the desk into the throw-away workbook with the sample's report. */
export const open_sample = (page) => tap(button(page, "Dùng thử với dữ liệu mẫu"));

/** There, the form of model 26. */
export async function open_sample_model(page) {
  await open_sample(page);
  await open_model(page, "lgsp", 26);
}
