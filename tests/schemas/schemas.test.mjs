// The files of data/ against the JSON Schemas of data/schemas/, held by a validator that is not ours,
// and wrong ones that the schemas must refuse.   node --test tests/schemas/
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import test from "node:test";

const top = fileURLToPath(new URL("../../", import.meta.url));
const require = createRequire(`${top}tests/web/package.json`);
const Ajv2020 = require("ajv/dist/2020").default;
const addFormats = require("ajv-formats").default;

const read = (path) => JSON.parse(readFileSync(`${top}data/${path}`, "utf8"));
const list = (folder, pattern) =>
  readdirSync(`${top}data/${folder}`).filter((name) => pattern.test(name)).map((name) => `${folder}/${name}`);

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
addFormats(ajv);
const validators = new Map(
  list("schemas", /\.schema\.json$/).map((path) => [path.match(/\/(\w+)\.schema/)[1], ajv.compile(read(path))]),
);

const problems = (kind, value) => {
  const validate = validators.get(kind);
  return validate(value) ? [] : validate.errors.map((e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`);
};

const kinds = [
  ["programme", list("programmes", /\.json$/)],
  ["catalogue", list("catalog", /^models-.*\.json$/)],
  ["units", list("catalog", /^units-.*\.json$/)],
  ["form", list("forms", /\.json$/)],
  ["report", list("samples", /\.so06\.json$/)],
];

for (const [kind, paths] of kinds) {
  test(`every ${kind} in data/ is as its schema says`, () => {
    assert.ok(paths.length > 0);
    for (const path of paths) assert.deepEqual(problems(kind, read(path)), [], path);
  });
}

test("no JSON file of data/ is without a schema", () => {
  const covered = new Set(kinds.flatMap(([, paths]) => paths));
  for (const folder of ["programmes", "catalog", "forms", "samples"])
    for (const path of list(folder, /\.json$/)) assert.ok(covered.has(path), path);
});

test("the schemas have short descriptions in Vietnamese and ids of their own", () => {
  const ids = new Set();
  for (const path of list("schemas", /\.json$/)) {
    const schema = read(path);
    assert.equal(schema.$schema, "https://json-schema.org/draft/2020-12/schema");
    assert.ok(!ids.has(schema.$id), path);
    ids.add(schema.$id);
    assert.match(schema.description, /[àáảãạăâđêôơưếệ]/, path);
  }
});

// Each takes a good value, changes one thing, and must be refused.
const refuses = (kind, good, changes) => {
  for (const [name, change] of Object.entries(changes)) {
    test(`a ${kind} is refused: ${name}`, () => {
      const value = structuredClone(good);
      assert.deepEqual(problems(kind, value), []);
      change(value);
      assert.notDeepEqual(problems(kind, value), []);
    });
  }
};

const sample = read(list("samples", /\.so06\.json$/)[0]);
const head = (file) => file.reports[0].versions.at(-1);
const firstCell = (file) => head(file).content.entries[0].cells;
refuses("report", sample, {
  "another format": (f) => (f.format = "xlsx"),
  "another version": (f) => (f.version = 2),
  "another kind": (f) => (f.kind = "request"),
  "an unknown key": (f) => (f.extra = 1),
  "no report": (f) => (f.reports = []),
  "no integrity": (f) => delete f.integrity,
  "a code with letters that are read wrongly": (f) => (f.integrity.code = "ILOU00"),
  "an id that is no hash": (f) => (head(f).id = "1"),
  "a time of saving in the content": (f) => (head(f).content.saved_at = "2025-07-07T00:00:00Z"),
  "a day that is none": (f) => (head(f).content.cover.date = "2025-02-30"),
  "a time that is not UTC": (f) => (head(f).note.made_at = "2025-07-07T07:00:00+07:00"),
  "an unknown state": (f) => (head(f).content.state = "accepted"),
  "an unknown kind of period": (f) => (head(f).content.period.kind = "decade"),
  "an entry for no row": (f) => (head(f).content.entries[0].rows = []),
  "an entry that says nothing": (f) => (head(f).content.entries[0].cells = {}),
  "a cell that says nothing": (f) => (firstCell(f).result = {}),
  "an unknown part": (f) => (firstCell(f).result = { colour: "red" }),
  "a number where words belong": (f) => (firstCell(f).result = { text: 1 }),
  "an empty text": (f) => (firstCell(f).result = { text: "" }),
  "chưa nhập as a statement": (f) => (firstCell(f).result = { empty: "not_entered" }),
  "handed over to someone without being handed over": (f) => (firstCell(f).result = { empty_to: "Công an tỉnh" }),
  "an amount with separators": (f) => (firstCell(f).cost = { amounts: [{ value: "6.800.000.000" }] }),
  "an amount of more digits than the program takes": (f) => (firstCell(f).cost = { amounts: [{ value: "1".repeat(19) }] }),
  "a unit's name longer than the program takes": (f) => (head(f).content.unit_name = "ệ".repeat(1001)),
  "a number of the document longer than the program takes": (f) => (head(f).content.cover.number = "1".repeat(1001)),
  "an author longer than the program takes": (f) => (head(f).note.author = "A".repeat(1001)),
  "an amount of unknown nature": (f) => (firstCell(f).cost = { amounts: [{ value: "1", nature: "lent" }] }),
});

const form = read("forms/phu-luc-04-co-quan.json");
const fieldOf = (f, id) => f.fields.find((field) => field.id === id);
refuses("form", form, {
  "an unknown field type": (f) => (f.fields[0].type = "picture"),
  "no source": (f) => delete f.source,
  "a label with marks": (f) => (f.file_label = "Phụ lục"),
  "choices on a text": (f) => (fieldOf(f, "result").choices = fieldOf(f, "state").choices),
  "a choice without choices": (f) => delete fieldOf(f, "state").choices,
  "an unknown kind of cost": (f) => (fieldOf(f, "cost").choices[0].id = "cheap"),
  "an unknown nature": (f) => (fieldOf(f, "cost").natures[0].id = "lent"),
  "an unknown audience": (f) => (fieldOf(f, "benefit").choices[0].id = "army"),
  "chưa nhập offered to be stated": (f) => (fieldOf(f, "result").empties[0].kind = "not_entered"),
  "a kind of empty without a word": (f) => f.empties.pop(),
  "a Vietnamese word without the English one": (f) => delete fieldOf(f, "difficulties").empties[1].title_en,
  "rows of a catalogue without the catalogue": (f) => delete f.rows.catalogue,
  "a check that is no id": (f) => f.checks.push("07"),
  "an unknown key": (f) => (f.formula = "a+b"),
});

refuses("catalogue", read("catalog/models-44.json"), {
  "a model without a number": (c) => delete c.items[0].number,
  "a model with an unknown key": (c) => (c.items[0].deadline = "2025"),
  "another number without its source": (c) => delete c.items[1].other_numbers[0].source,
  "a short title that is not short": (c) => (c.items[0].short_title = "x".repeat(41)),
  "no source": (c) => delete c.source,
});

refuses("units", read("catalog/units-provinces.json"), {
  "a unit without a name": (u) => (u.units[1].names = []),
  "a code without its list": (u) => delete u.units[1].codes[0].list,
  "an unknown level": (u) => (u.units[1].level = "village"),
  "lineage without a decree": (u) => delete u.lineage[0].decree,
  "a day that is none": (u) => (u.lists[0].to = "2025-06-31"),
});

refuses("programme", read("programmes/da06-2022.json"), {
  "no decision": (p) => delete p.decision,
  "a year as text": (p) => (p.first_year = "2022"),
});

refuses(
  "workbook",
  { huong_dan: "Sổ", format: "so06", version: 1, kind: "workbook", title: "Sổ 06", parts: [{ name: "DA06_x_y_2025-07_v1.so06.json", id: `so06-${"0".repeat(32)}` }] },
  {
    "a part that leaves the folder": (w) => (w.parts[0].name = "../x.so06.json"),
    "a part without an id": (w) => delete w.parts[0].id,
    "another kind": (w) => (w.kind = "report"),
  },
);

// RFC 8785 for what our files hold: texts, whole numbers, lists and objects with ASCII keys.
const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
};
const sha256 = (text) => createHash("sha256").update(text, "utf8").digest("hex");
const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

test("the sample's ids, hashes and mã đối chiếu follow from what it says", () => {
  const { integrity, ...rest } = sample;
  for (const version of sample.reports[0].versions)
    assert.equal(version.id, sha256(canonical({ content: version.content, parents: version.parents.toSorted() })));
  const ids = sample.reports.flatMap((report) => report.versions.map((version) => version.id));
  assert.equal(sample.id, `so06-${sha256(canonical(ids)).slice(0, 32)}`);
  assert.equal(integrity.sha256, sha256(canonical(rest)));
  const bits = BigInt(`0x${head(sample).id.slice(0, 8)}`) >> 2n;
  const code = [25n, 20n, 15n, 10n, 5n, 0n].map((shift) => crockford[Number((bits >> shift) & 31n)]).join("");
  assert.equal(integrity.code, code);
  assert.ok(sample.huong_dan.includes(`${code.slice(0, 3)}-${code.slice(3)}`));
});

test("the sample needs the form and the catalogue that data/ has", () => {
  assert.deepEqual(sample.forms, [{ id: form.id, version: form.version, sha256: sha256(canonical(form)) }]);
  const models = read("catalog/models-44.json");
  assert.deepEqual(sample.catalogues, [{ id: models.id, version: models.version, sha256: sha256(canonical(models)) }]);
});

test("the sample says something about every one of the 44 models, ten of them in words", () => {
  const entries = head(sample).content.entries;
  const models = read("catalog/models-44.json").items.map((item) => item.id);
  assert.deepEqual(entries.flatMap((entry) => entry.rows), models);
  const dashes = entries.filter((entry) => entry.cells.result?.empty === "dash");
  assert.equal(dashes.length, 34);
  for (const entry of dashes) assert.deepEqual(entry.cells, { result: { empty: "dash" } });
  const words = entries.filter((entry) => !dashes.includes(entry)).flatMap((entry) => entry.rows);
  assert.deepEqual(words, ["mh-03", "mh-25", "mh-26", "mh-27", "mh-28", "mh-38", "mh-39", "mh-40", "mh-41", "mh-43"]);
});

test("the sample says only what its form offers, about a unit that data/ has", () => {
  for (const { cells } of head(sample).content.entries) {
    for (const [id, cell] of Object.entries(cells)) {
      const field = fieldOf(form, id);
      assert.ok(field, id);
      const ids = (list) => (list ?? []).map((one) => one.id);
      if (cell.choice) assert.ok(ids(field.choices).includes(cell.choice), `${id} ${cell.choice}`);
      if (cell.empty) assert.ok(field.empties.some(({ kind }) => kind === cell.empty), `${id} ${cell.empty}`);
      for (const amount of cell.amounts ?? []) assert.ok(ids(field.natures).includes(amount.nature), amount.nature);
    }
    assert.ok(cells.result, "the result is required");
  }
  const { key, unit_name } = head(sample).content;
  const agency = read("catalog/units-agencies.json").units.find((unit) => unit.id === key.unit);
  assert.ok(agency.names.some(({ name }) => name === unit_name));
});

test("a hand-over stands with the reason for an empty cell or with the state that says it, never alone", () => {
  const with_cell = (cell) => {
    const report = read("samples/DA06_SKHCN-QNg_Phuluc04_2025-07_v1.so06.json");
    report.reports[0].versions[0].content.entries[0].cells.state = cell;
    return report;
  };
  assert.deepEqual(problems("report", with_cell({ choice: "handed_over", empty_to: "Công an tỉnh" })), []);
  assert.notDeepEqual(problems("report", with_cell({ choice: "deployed", empty_to: "Công an tỉnh" })), []);
  assert.notDeepEqual(problems("report", with_cell({ empty_when: "tháng 3/2025" })), []);
});
