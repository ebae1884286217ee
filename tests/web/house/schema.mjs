// An independent validator's word on the files we write: ajv over the JSON Schemas of data/schemas/.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import add_formats from "ajv-formats";

const schema = (name) =>
  JSON.parse(readFileSync(new URL(`../../../data/schemas/${name}.schema.json`, import.meta.url), "utf8"));

const ajv = add_formats(new Ajv2020({ strict: true, strictRequired: false, allErrors: true }));
const report = ajv.compile(schema("report"));

/** Throws with every place that is wrong. */
export function valid_report(content) {
  if (!report(content)) throw new Error(ajv.errorsText(report.errors, { separator: "\n" }));
}
