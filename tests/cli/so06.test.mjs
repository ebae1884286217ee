// The command line as a person calls it. Golden answers stand in tests/expected/cli, written from the
// documents (which rows of the annex hold only a dash) and not from what the program printed.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

/// CRC-32 (ISO 3309), bit by bit; zlib's own came to node with version 22.
const crc32 = (bytes) => {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
};

const program = process.env.SO06_CLI ?? "build/cli/so06";
const sample = "data/samples/DA06_SKHCN-QNg_Phuluc04_2025-07_v1.so06.json";
const fixture = (name) => `tests/fixtures/bundle/${name}`;
const expected = (name) => readFileSync(`tests/expected/cli/${name}`, "utf8");
const so06 = (...words) => {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: "utf8" });
  return { status, stdout, stderr };
};

let folder;
before(() => (folder = mkdtempSync(join(tmpdir(), "so06-"))));
after(() => rmSync(folder, { recursive: true }));
/// A copy of a fixture with one thing changed.
const changed = (name, from, to) => {
  const text = readFileSync(fixture(name), "utf8");
  assert.ok(text.includes(from), `nothing to change in ${name}: ${from}`);
  const path = join(folder, name);
  writeFileSync(path, text.replace(from, to));
  return path;
};

/// A zip without compression, byte by byte after the format's description (APPNOTE 4.3).
const zipOf = (parts) => {
  const header = (part, signature, more) => {
    const fixed = Buffer.alloc(more ? 46 : 30);
    fixed.writeUInt32LE(signature, 0);
    const at = more ? 2 : 0;
    fixed.writeUInt16LE(20, 4 + at);
    fixed.writeUInt32LE(part.crc, 14 + at);
    fixed.writeUInt32LE(part.bytes.length, 18 + at);
    fixed.writeUInt32LE(part.bytes.length, 22 + at);
    fixed.writeUInt16LE(part.name.length, 26 + at);
    if (more) fixed.writeUInt32LE(part.offset, 42);
    return Buffer.concat([fixed, part.name]);
  };
  let offset = 0;
  const files = parts.map((part) => {
    const file = Buffer.concat([header(part, 0x04034b50, false), part.bytes]);
    part.offset = offset;
    offset += file.length;
    return file;
  });
  const directory = Buffer.concat(parts.map((part) => header(part, 0x02014b50, true)));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, directory, end]);
};

describe("check", () => {
  test("finds the 34 dashes and the shared block of the agency's annex", () => {
    const { status, stdout, stderr } = so06("check", "--as-of", "2025-07-07", sample);
    assert.equal(stdout, expected("check_sample.txt"));
    assert.equal(stderr, "");
    assert.equal(status, 0);
  });

  test("gives the same as JSON", () => {
    const { status, stdout } = so06("check", "--json", "--as-of", "2025-07-07", sample);
    assert.equal(stdout, expected("check_sample.json"));
    assert.equal(status, 0);
  });

  test("says an error with exit 1: a document dated after the day of the check", () => {
    const { status, stdout } = so06("check", "--json", "--as-of", "2025-07-06", sample);
    const errors = JSON.parse(stdout).findings.filter((finding) => finding.level === "error");
    assert.deepEqual(errors.map((finding) => finding.id), ["C14"]);
    assert.equal(status, 1);
  });

  test("names a file changed by hand as to be confirmed, which is no error", () => {
    const path = changed("one.so06.json", "6800000000", "8600000000");
    const { status, stdout } = so06("check", "--json", path);
    const asked = JSON.parse(stdout).findings.filter((finding) => finding.level === "ask");
    assert.deepEqual(asked.map((finding) => finding.id).sort(), ["F01", "F02"]);
    assert.equal(status, 0);
  });

  test("counts a lost entry and a lost report as errors", () => {
    const entry = changed("one.so06.json", '"deployed"', "7");
    const report = changed("three.so06.json", '"draft",', '"draft"');
    const { status, stdout, stderr } = so06("check", "--json", entry, report);
    const lost = JSON.parse(stdout).findings.filter((finding) => ["F03", "F04"].includes(finding.id));
    assert.deepEqual(
      lost.map(({ file, id, level }) => [file, id, level]),
      [[entry, "F04", "error"], [report, "F03", "error"]],
    );
    assert.ok(stderr.startsWith(`so06: ${report}: Báo cáo thứ 1 trong tệp`), stderr);
    assert.equal(stderr.split("\n").length, 2, "one line on standard error");
    assert.equal(status, 2);
    assert.equal(so06("check", entry).status, 1);
  });

  test("warns of a value of a wrong type outside the entries, which is no error", () => {
    const path = changed("one.so06.json", '"subject": "', '"subject": 44, "was": "');
    const { status, stdout } = so06("check", "--json", path);
    const lost = JSON.parse(stdout).findings.filter((finding) => finding.id === "F14");
    assert.deepEqual(lost.map(({ level }) => level), ["warning"]);
    assert.match(lost[0].part, /cover\.subject$/);
    assert.equal(status, 0);
  });

  test("goes on after a file that cannot be used, and ends with 2", () => {
    const { status, stdout, stderr } = so06("check", fixture("newer.so06.json"), sample);
    assert.match(stdout, /cảnh báo 34/);
    assert.match(stderr, /^so06: tests\/fixtures\/bundle\/newer\.so06\.json: .*mới hơn.*\n$/);
    assert.equal(status, 2);
  });
});

describe("diff", () => {
  const files = [fixture("one.so06.json"), fixture("next_period.so06.json")];

  test("says what changed from one period to the next", () => {
    const { status, stdout } = so06("diff", ...files);
    assert.equal(stdout, expected("diff_periods.txt"));
    assert.equal(status, 0);
  });

  test("gives the same as JSON", () => {
    assert.equal(so06("diff", "--json", ...files).stdout, expected("diff_periods.json"));
  });

  test("finds nothing between a file and itself", () => {
    const { stdout } = so06("diff", "--json", sample, sample);
    assert.deepEqual(JSON.parse(stdout).reports.map((one) => one.changes), [[]]);
  });

  test("names reports that only one of two files has", () => {
    const { reports } = JSON.parse(so06("diff", "--json", fixture("three.so06.json"), files[0]).stdout);
    assert.deepEqual(
      reports.map((one) => [one.before?.unit ?? null, one.after?.unit ?? null]),
      [["cong-an-mau", null], ["skhcn-quang-ngai", "skhcn-quang-ngai"], ["ubnd-xa-mau", null]],
    );
  });

  test("says what of a file could not be compared, and ends with 2", () => {
    const report = changed("three.so06.json", '"draft",', '"draft"');
    const entry = changed("one.so06.json", '"deployed"', "7");
    const value = changed("next_period.so06.json", '"subject": "', '"subject": 44, "was": "');
    for (const [path, where] of [
      [report, /Báo cáo thứ 1 .*dòng \d+, cột \d+/],
      [entry, /Mục thứ 2 của báo cáo thứ 1 .*cells\.state\.choice/],
      [value, /“subject”/],
    ]) {
      const { status, stderr } = so06("diff", path, files[0]);
      assert.ok(stderr.startsWith(`so06: ${path}: `), stderr);
      assert.match(stderr, where);
      assert.equal(stderr.split("\n").length, 2, "one line on standard error");
      assert.equal(status, 2);
    }
  });

  test("wants exactly two files", () => {
    const { status, stderr } = so06("diff", sample);
    assert.equal(stderr, "so06: Lệnh diff cần đúng hai tệp. Hãy ghi tệp trước rồi tệp sau.\n");
    assert.equal(status, 2);
  });
});

test("files inside a zip are named by the zip and their own name", () => {
  const path = join(folder, "tu-zalo.zip");
  const stored = (name, bytes) => ({ name: Buffer.from(name), bytes, crc: crc32(bytes) });
  const parts = ["one.so06.json", "plain.txt"].map((name) => stored(name, readFileSync(fixture(name))));
  writeFileSync(path, zipOf(parts));
  const { status, stdout } = so06("id", path);
  assert.match(stdout, /\tZXN-4D1\t.*tu-zalo\.zip: one\.so06\.json\n$/);
  assert.equal(status, 0);
  const { findings } = JSON.parse(so06("check", "--json", path).stdout);
  assert.deepEqual(
    findings.slice(0, 1).map(({ file, id, level, part }) => [file, id, level, part]),
    [[`${path}: plain.txt`, "F15", "info", "plain.txt"]],
  );
});

test("a file of a zip that could not be read is named, and the exit is 2", () => {
  const path = join(folder, "hai-tep.zip");
  const stored = (name, bytes) => ({ name: Buffer.from(name), bytes, crc: crc32(bytes) });
  const one = readFileSync(fixture("one.so06.json"));
  writeFileSync(path, zipOf([stored("a.json", one), stored("b.json", one.subarray(0, 900))]));
  for (const command of ["id", "check"]) {
    const { status, stdout, stderr } = so06(command, path);
    assert.match(stdout, /ZXN-4D1/);
    assert.ok(stderr.startsWith(`so06: ${path}: b.json: Tệp bị thiếu phần cuối (hết ở dòng`), stderr);
    assert.equal(stderr.split("\n").length, 2, "one line on standard error");
    assert.equal(status, 2);
  }
});

test("id prints the other reports of a file with one that could not be read, and ends with 2", () => {
  const path = changed("three.so06.json", '"draft",', '"draft"');
  const { status, stdout, stderr } = so06("id", path);
  assert.equal(stdout.trim().split("\n").length, 2);
  assert.match(stderr, /Báo cáo thứ 1 trong tệp .*dòng \d+, cột \d+/);
  assert.equal(status, 2);
});

test("id prints a line per report", () => {
  const { status, stdout } = so06("id", sample, fixture("three.so06.json"));
  assert.equal(stdout, expected("id.txt"));
  assert.equal(status, 0);
});

describe("schema", () => {
  const kinds = readdirSync("data/schemas").map((name) => name.replace(".schema.json", ""));

  for (const kind of kinds) {
    test(`prints the schema of ${kind}`, () => {
      const { status, stdout } = so06("schema", kind);
      const file = JSON.parse(readFileSync(`data/schemas/${kind}.schema.json`, "utf8"));
      assert.deepEqual(JSON.parse(stdout), file);
      assert.equal(status, 0);
    });
  }

  test("prints the report's without a kind", () => {
    assert.equal(so06("schema").stdout, so06("schema", "report").stdout);
  });

  test("names the kinds there are when asked for another", () => {
    const { status, stderr } = so06("schema", "letter");
    for (const kind of kinds) assert.ok(stderr.includes(kind), kind);
    assert.equal(status, 2);
  });
});

test("bench prints a line for each benchmark asked for", () => {
  const { status, stdout } = so06("bench", "sha256", "nfc");
  assert.match(stdout, /^sha256 +[\d.]+ ms +[\d.]+ MB\/s\nnfc +[\d.]+ ms +[\d.]+ MB\/s\n$/);
  assert.equal(status, 0);
});

describe("what cannot be used", () => {
  const refused = (words, pattern) => {
    const { status, stderr } = so06(...words);
    assert.match(stderr, pattern);
    assert.equal(stderr.split("\n").length, 2, "one line on standard error");
    assert.equal(status, 2);
  };

  test("a file that is not there", () => refused(["id", "nowhere.json"], /^so06: nowhere\.json: Không mở được tệp/));
  test("a folder", () => refused(["id", "tests"], /^so06: tests: Không mở được tệp/));
  test("text", () => refused(["check", fixture("plain.txt")], /plain\.txt: .*không phải dữ liệu JSON/));
  test("another program's JSON", () => refused(["check", fixture("stranger.json")], /của chương trình khác/));
  test("a file cut off", () => {
    const path = join(folder, "cut.json");
    writeFileSync(path, readFileSync(fixture("one.so06.json")).subarray(0, 900));
    refused(["check", path], /thiếu phần cuối \(hết ở dòng \d+, cột \d+\)/);
  });
  test("an unknown command", () => refused(["merge"], /Không có lệnh “merge”/));
  test("an unknown option", () => refused(["check", "--colour", sample], /Không có tùy chọn “--colour”/));
  test("a day that is none", () => refused(["check", "--as-of", "2025-02-30", sample], /“2025-02-30”/));
  test("an option without its word", () => refused(["check", sample, "--as-of"], /cần một giá trị/));
  test("no file", () => refused(["check"], /Chưa ghi tệp nào/));
  test("a benchmark that is none", () => refused(["bench", "warp"], /“warp”/));
  test("a language that is none", () => refused(["--lang", "fr", "id", sample], /“fr”/));
});

describe("usage", () => {
  test("--help lists the commands in Vietnamese", () => {
    const { status, stdout, stderr } = so06("--help");
    const listed = [...stdout.matchAll(/^ {2}so06 (\w+)/gm)].map(([, name]) => name);
    assert.deepEqual(listed, ["check", "diff", "id", "schema", "bench"]);
    assert.match(stdout, /Kiểm tra báo cáo/);
    assert.equal(stderr, "");
    assert.equal(status, 0);
  });

  test("--lang en says it in English, wherever it stands", () => {
    assert.match(so06("--help", "--lang", "en").stdout, /Check the reports/);
    assert.match(so06("--lang", "en", "check", "--as-of", "2025-07-07", sample).stdout, /Warning: Model 1 says only/);
  });

  test("without a command the usage is printed and the exit is 2", () => {
    const { status, stdout, stderr } = so06();
    assert.equal(stdout, so06("--help").stdout);
    assert.match(stderr, /^so06: Chưa ghi lệnh/);
    assert.equal(status, 2);
  });
});
