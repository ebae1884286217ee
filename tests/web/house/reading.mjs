// What a screen reader is told, as text: one line for each thing it stops at, from the browser's own accessibility tree. Indented
// as it is nested; name in quotes, then value, states and description, in a fixed order.

/** Only carries what stands in it; its text is read with the thing around it. */
const Silent = new Set(["generic", "none", "InlineTextBox", "RootWebArea", "paragraph"]);
const Told = [
  ["level", (value) => `level ${value}`], ["checked", (value) => (value === "true" || value === true ? "checked" : "not checked")],
  ["selected", (value) => (value ? "selected" : "not selected")], ["expanded", (value) => (value ? "expanded" : "collapsed")],
  ["pressed", (value) => (value === "true" ? "pressed" : "not pressed")], ["required", (value) => value && "required"],
  ["invalid", (value) => value !== "false" && "invalid"], ["readonly", (value) => value && "read only"],
  ["disabled", (value) => value && "disabled"], ["modal", (value) => value && "modal"], ["hasPopup", (value) => `opens ${value}`],
  ["multiline", (value) => value && "many lines"],
];

/** The part of the page under the node of this ARIA role. */
export async function reading_of(page, role) {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send("Accessibility.getFullAXTree");
  await cdp.detach();
  const by_id = new Map(nodes.map((node) => [node.nodeId, node]));
  const root = nodes.find((node) => !node.ignored && node.role?.value === role);
  if (!root) throw new Error(`nothing with the role ${role}`);
  const lines = [];
  const visit = (node, depth, around) => {
    const kind = node.role?.value;
    const words = node.name?.value ?? "";
    // The text of a thing that is named by it is not read twice.
    const repeats = kind === "StaticText" && around.includes(words);
    const told = !node.ignored && !Silent.has(kind) && !repeats;
    if (told) lines.push(`${"  ".repeat(depth)}${line_of(node)}`);
    const next = told ? words + (node.value?.value ?? "") : around;
    for (const id of node.childIds ?? []) visit(by_id.get(id), told ? depth + 1 : depth, next);
  };
  visit(root, 0, "");
  return `${lines.join("\n")}\n`;
}

function line_of(node) {
  const properties = new Map((node.properties ?? []).map(({ name, value }) => [name, value.value]));
  const parts = [node.role.value];
  if (node.name?.value) parts.push(`“${node.name.value}”`);
  if (node.value?.value) parts.push(`= ${JSON.stringify(node.value.value)}`);
  for (const [name, say] of Told) {
    const said = properties.has(name) ? say(properties.get(name)) : undefined;
    if (said) parts.push(`[${said}]`);
  }
  if (node.description?.value) parts.push(`(${node.description.value})`);
  return parts.join(" ");
}
