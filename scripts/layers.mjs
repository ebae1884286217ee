// Holds the house against its plan:
//   - every #include in src/ against the module(...) list in CMakeLists.txt ("may use" is transitive)
//   - each library's headers against the one module that owns them
//   - ImGui's own input calls, which only ui::interact and the widgets built on it may make
//   - the top folder, which holds a fixed set of names
//   node scripts/layers.mjs

import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const Root = fileURLToPath(new URL("..", import.meta.url));
const problems = [];

// --- the modules ---

const direct = new Map(
  [...readFileSync(`${Root}CMakeLists.txt`, "utf8").matchAll(/^module\(([^\s)]+)([^)]*)\)/gm)].map(
    ([, name, deps]) => [name, deps.split(/\s+/).filter(Boolean)],
  ),
);
const closures = new Map();
function closure(name, path = []) {
  if (path.includes(name)) {
    problems.push(`CMakeLists.txt: ${[...path, name].join(" uses ")}`);
    return new Set();
  }
  if (!closures.has(name)) {
    const all = new Set([name]);
    for (const dep of direct.get(name) ?? []) {
      if (!direct.has(dep)) problems.push(`CMakeLists.txt: ${name} uses ${dep}, which is no module`);
      closure(dep, [...path, name]).forEach((below) => all.add(below));
    }
    closures.set(name, all);
  }
  return closures.get(name);
}
[...direct.keys()].forEach((name) => closure(name));

// The embedded files of data/ are seen by the three that read them.
const Embedded = ["catalog", "bundle", "platform"];

// A header and where alone it may be included: a module, or a folder of one.
const Owners = [
  [/^nlohmann\//, ["json"]],
  [/^sqlite3/, ["store", "platform/web"]],
  [/^imgui/, ["ui", "platform"]],
  [/^pugi/, ["office"]],
  [/^(zlib|zconf|zip|unzip|ioapi|minizip\/.*)\.h$/, ["archive"]],
  [/^sodium/, ["base"]],
  [/^emscripten/, ["platform"]],
];

// --- ImGui's own controls: they have no semantic node, so nobody but a mouse could use them ---

const Inputs =
  "Button|SmallButton|ArrowButton|InvisibleButton|ImageButton|ColorButton|Checkbox|CheckboxFlags|RadioButton|Selectable|" +
  "Combo|BeginCombo|ListBox|BeginListBox|MenuItem|BeginMenu|TreeNode|TreeNodeEx|CollapsingHeader|BeginTabBar|BeginTabItem|TabItemButton|" +
  "TextLink|TextLinkOpenURL|Input\\w+|Slider\\w+|VSlider\\w+|Drag\\w+|Color(?:Edit|Picker)\\d|ButtonBehavior|ButtonEx|TabItemEx|TreeNodeBehavior";
const InputCall = new RegExp(`\\bImGui::(${Inputs})\\s*\\(`);

for (const file of readdirSync(`${Root}src`, { recursive: true }).filter((name) => /\.[ch]pp$/.test(name))) {
  const module = file.split("/")[0];
  if (!direct.has(module)) {
    problems.push(`src/${file}: ${module} is not in CMakeLists.txt's list of modules`);
    continue;
  }
  const lines = readFileSync(`${Root}src/${file}`, "utf8").split("\n");
  lines.forEach((line, i) => {
    const at = `src/${file}:${i + 1}`;
    const ours = line.match(/^\s*#\s*include\s+"([^"]+)"/)?.[1];
    if (ours) {
      const folder = ours.split("/")[0];
      if (!ours.includes("/")) problems.push(`${at}: name the module: "${module}/${ours}"`);
      else if (folder === "data" ? !Embedded.includes(module) : !closure(module).has(folder))
        problems.push(`${at}: ${module} may not include ${folder}`);
    }
    const theirs = line.match(/^\s*#\s*include\s+<([^>]+)>/)?.[1];
    const owners = theirs && Owners.find(([header]) => header.test(theirs))?.[1];
    if (owners && !owners.some((owner) => file.startsWith(`${owner}/`)))
      problems.push(`${at}: <${theirs}> belongs to ${owners.join(" and ")}`);
    const call = line.match(InputCall)?.[1];
    if (call && !/^ui\/(widgets|interact)/.test(file))
      problems.push(`${at}: ImGui::${call} has no semantic node; use a widget of src/ui/widgets*`);
  });
}

// --- the top folder ---

const Top = new Set(["CMakeLists.txt", "src", "web", "shaders", "data", "tests", "scripts", "README.md", "build"]);
for (const name of readdirSync(Root))
  if (!Top.has(name) && !name.startsWith(".")) problems.push(`${name}: the top folder holds only ${[...Top].join(" ")}`);

problems.forEach((line) => console.error(line));
process.exit(problems.length ? 1 : 0);
