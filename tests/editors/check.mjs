// What an editor sees, asked of the real language server. A case is a name and a function that throws when something is wrong.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";

import { Server } from "./server.mjs";
import { FAULTS, OTHERS, fields } from "./cases.mjs";

const [program, root, chancery] = process.argv.slice(2);
const settings = JSON.parse(readFileSync(join(root, ".vscode/settings.json"), "utf8"));
const recommended = JSON.parse(readFileSync(join(root, ".vscode/extensions.json"), "utf8"));
let passed = 0;
let failed = 0;

async function test(name, body) {
  try {
    await body();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${name}\n${error.message}\n`);
  }
}

const read = (path) => readFileSync(join(root, path), "utf8");
const yaml = (name) => /\.ya?ml$/.test(name);

/** Every file of the workspace that a schema is for. */
function shipped() {
  const below = (folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => `${folder}/${name}`);
  const records = below("data").filter((path) => yaml(path) && !path.startsWith("data/schema/"));
  return [...records, ...below("templates").filter((path) => path.endsWith("/report.yaml"))];
}

/** The kind of a file by the settings, as the server finds it. */
function kindOf(path) {
  const matches = (pattern) => new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("**/", "(.*/)?").replaceAll(/(?<!\.)\*/g, "[^/]*")}$`).test(path);
  const found = Object.entries(settings["yaml.schemas"]).filter(([, patterns]) => patterns.some(matches));
  return found.map(([schema]) => /([^/]+)\.schema\.json$/.exec(schema)[1]);
}

/** The first line that leads to the schema of a file. */
function modeline(path, kind) {
  const schema = posix.relative(posix.dirname(path), `data/schema/published/${kind}.schema.json`);
  return `# yaml-language-server: $schema=${schema}\n`;
}

/** Every kind of record, and where a new record of it stands. */
function kinds() {
  const folders = Object.entries(settings["yaml.schemas"]).map(([schema, [pattern]]) => {
    const folder = /^data\/([^/]+)\/\*\*/.exec(pattern)?.[1];
    return folder && [/([^/]+)\.schema\.json$/.exec(schema)[1], `data/${folder}/new-record.yaml`];
  });
  return folders.filter(Boolean);
}

/** What `chancery new` writes for a kind. */
function sheet(kind) {
  return execFileSync(chancery, ["--root", root, "new", kind], { encoding: "utf8" });
}

/** A sheet is underlined at its blanks and nowhere else. */
async function blanks(server, kind, path) {
  const text = sheet(kind);
  assert.equal(`${text.split("\n")[0]}\n`, modeline(path, kind), "the first line");
  const lines = text.split("\n");
  const isBlank = ({ range: { start } }) => ["", '""'].includes(lines[start.line].slice(start.character));
  await opened(server, path, text, (faults) => {
    assert.ok(faults.length > 0, "a blank is underlined");
    assert.deepEqual(underlined(faults.filter((fault) => !isBlank(fault))), []);
  });
}

function underlined(faults) {
  return faults.map(({ range, message }) => `${range.start.line + 1}:${range.start.character + 1} ${message}`).sort();
}

function both(text, what) {
  assert.match(text ?? "", /[a-z].* \/ .*[а-яё]/is, `${what} speaks English and Russian`);
}

/** Opens a text, runs the body, closes it again. */
async function opened(server, path, text, body) {
  const faults = await server.open(path, text);
  try {
    await body(faults);
  } finally {
    await server.close(path);
  }
}

async function suite(name, server, first) {
  for (const { path, text } of OTHERS) {
    await test(`${name}: ${path} is right`, () =>
      opened(server, path, first(path) + text, (faults) => assert.deepEqual(underlined(faults), [])));
  }
  for (const { name: fault, path, from, to, at, says } of FAULTS) {
    const before = read(path);
    const start = first(path);
    await test(`${name}: ${fault}`, () => {
      assert.ok(before.includes(from), `${path} holds “${from}”`);
      return opened(server, path, start + before.replace(from, to), (faults) => {
        const told = underlined(faults);
        const line = before.slice(0, before.indexOf(from)).split("\n").length + (at.line ?? 0) + start.split("\n").length - 1;
        const here = told.filter((one) => one.startsWith(`${line}:${at.column} `));
        assert.equal(here.length, 1, `one fault at ${line}:${at.column} among: ${told.join(" | ")}`);
        assert.match(here[0], says);
        assert.equal(told.length, 1 + (at.others ?? 0), `no other fault: ${told.join(" | ")}`);
      });
    });
  }
  await fields(test, name, { server, first, both, opened, read });
}

await test("the extension is recommended", () => assert.ok(recommended.recommendations.includes("redhat.vscode-yaml")));

const files = shipped();
await test("there are records", () => assert.ok(files.length > 900, `${files.length}`));
for (const path of files) {
  const kinds = kindOf(path);
  if (kinds.length !== 1) await test(`${path} has one schema`, () => assert.fail(`${path}: ${kinds}`));
}
const folders = new Set(files.map((path) => path.split("/")[1]));
await test("every folder is open to the editor", () => assert.ok(folders.size > 20, `${[...folders]}`));

const withSettings = await Server.start(program, root, settings);
// The server waits a moment before each answer; all at once they wait together.
await Promise.all(
  files.map((path) =>
    test(`${path} is right`, () =>
      opened(withSettings, path, read(path), (faults) => assert.deepEqual(underlined(faults), [])))),
);
await suite("with the settings", withSettings, () => "");
await withSettings.stop();

const alone = await Server.start(program, root, { "yaml.schemaStore.enable": false });
await test("without settings and first line nothing is known", async () => {
  const { path, from, to } = FAULTS[0];
  await opened(alone, path, read(path).replace(from, to), (faults) => assert.deepEqual(underlined(faults), []));
});
const oneOfEach = new Map(files.map((path) => [kindOf(path)[0], path]));
for (const [kind, path] of oneOfEach) {
  await test(`first line: ${path} is right`, () =>
    opened(alone, path, modeline(path, kind) + read(path), (faults) => assert.deepEqual(underlined(faults), [])));
}
for (const [kind, path] of kinds()) {
  await test(`what chancery new writes for ${kind}`, () => blanks(alone, kind, path));
}
await suite("first line", alone, (path) => modeline(path, kindOf(path)[0]));
await alone.stop();

console.log(`yaml-language-server: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
