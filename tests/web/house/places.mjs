// The places of the page the browser tests go to, by the names people read there.
import { open_model, press, scroll_to, tap } from "./hands.mjs";

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

export const cell = (page, number, column) => page.getByRole("gridcell", { name: `Mô hình ${number}, ${column}` });

/** The field in a cell of the table, there while it is edited. */
export const cell_editor = (page, number, column) => page.getByRole("textbox", { name: `Mô hình ${number}, ${column}` });

/** All such fields there are: there is one at most. */
export const cell_editors = (page) => page.getByRole("textbox", { name: /^Mô hình \d+, / });

/** From the form into the table of all models, with a cell of it in sight. */
export async function show_cell(page, number, column) {
  await press(page, "Control+G");
  await press(page, "Control+F");
  await press(page, "Control+A");
  await press(page, "Delete");
  await scroll_to(cell(page, number, column), page.getByRole("rowgroup"));
}
