// The cases: right records of kinds that the workspace ships none of, faults with the place where they must be underlined, and what
// completion and explanation must offer.

import assert from "node:assert/strict";

/** Right files that are not shipped. */
export const OTHERS = [
  { path: "data/requests/ask-1.yaml", text: "id: ask-1\nreport: ledger\nversion: 1\nstatus: draft\nto: {en: \"The Well Board\"}\n" },
  { path: "data/recipients/board.yml", text: "id: board\nname: {en: \"The Well Board\", ru: \"Совет по колодцам\"}\nlanguages: [en, ru]\n" },
  {
    path: "data/recipients/two.yaml",
    text: "- id: board\n  name: {en: \"The Well Board\"}\n- id: office\n  name: {en: \"The Well Office\"}\n",
  },
  { path: "data/recipients/old/both.yaml", text: "id: board\nname: {en: \"The Well Board\"}\n---\nid: office\nname: {en: \"The Well Office\"}\n" },
];

const EVENT = "data/events/tashkent-conf-2022.yaml";

/** Faults: words of a shipped file, what they become, and where and how the editor must see it. */
export const FAULTS = [
  {
    name: "a mistyped field",
    path: EVENT,
    from: "date-note:",
    to: "date-noet:",
    at: { column: 1 },
    says: /date-noet/,
  },
  {
    name: "a wrong choice",
    path: EVENT,
    from: "date-basis: stated",
    to: "date-basis: statd",
    at: { column: 13 },
    says: /"stated"/,
  },
  {
    name: "a date of another form",
    path: EVENT,
    from: "date: 2022-03-03/2022-03-04",
    to: "date: 3.3.2022",
    at: { column: 7 },
    says: /2022-03-03.* \/ .*год-месяц-день/,
  },
  {
    name: "a day that the month does not have",
    path: EVENT,
    from: "date: 2022-03-03/2022-03-04",
    to: "date: 2022-02-29",
    at: { column: 7 },
    says: /год-месяц-день/,
  },
  {
    name: "a language that is missing",
    path: EVENT,
    from: "  text:\n    en:",
    to: "  text:\n    kk:",
    at: { column: 3 },
    says: /en and ru must be there.* \/ .*обязательны en и ru/,
  },
  {
    name: "an id with a capital letter",
    path: EVENT,
    from: "format: conference",
    to: "format: Conference",
    at: { column: 9 },
    says: /строчные латинские буквы/,
  },
  {
    name: "a number with a separator",
    path: "data/figures/fig-cttech-tashkent-xx-countries.yaml",
    from: "value: ",
    to: "value: 1,",
    at: { column: 8 },
    says: /1200.* \/ .*без разделителей/,
  },
  {
    name: "a setting in another language",
    path: "data/settings.yaml",
    from: "[en, ru]",
    to: "[en, rus]",
    at: { column: 17 },
    says: /"ru"/,
  },
  {
    name: "a report without its languages",
    path: "templates/anniversary/report.yaml",
    from: "\nlanguages:",
    to: "\nlangauges:",
    at: { line: 1, column: 1, others: 1 },
    says: /langauges/,
  },
];

/** Completion and explanation. */
export async function fields(test, name, { server, first, both, opened, read }) {
  const start = (path) => first(path).split("\n").length - 1;

  await test(`${name}: field names are offered with what they mean`, () => {
    const path = "data/events/new-event.yaml";
    return opened(server, path, `${first(path)}id: new-event\n\n`, async () => {
      const items = await server.complete(path, { line: start(path) + 1, character: 0 });
      for (const field of ["title", "date", "venue", "sources"]) {
        const item = items.find(({ label }) => label === field);
        assert.ok(item, `${field} among ${items.map(({ label }) => label)}`);
        both(item.documentation?.value ?? item.documentation, field);
      }
      assert.equal(items.find(({ label }) => label === "id"), undefined, "what is there is not offered again");
      assert.match(items.find(({ label }) => label === "title").insertText, /en: .*\n\s+ru: /, "both languages are laid out");
    });
  });

  await test(`${name}: an empty file is offered its frame`, () => {
    const path = "data/recipients/new.yaml";
    return opened(server, path, `${first(path)}\n`, async () => {
      const items = await server.complete(path, { line: start(path), character: 0 });
      assert.ok(items.some(({ insertText }) => /id: .*\nname:/.test(insertText)), JSON.stringify(items));
    });
  });

  await test(`${name}: the words of a choice are offered`, () => {
    const path = "data/events/new-event.yaml";
    return opened(server, path, `${first(path)}id: new-event\nmode: \n`, async () => {
      const items = await server.complete(path, { line: start(path) + 1, character: 6 });
      assert.deepEqual(items.map(({ label }) => label).sort(), ["hybrid", "in-person", "online"]);
    });
  });

  await test(`${name}: fields within fields are offered`, () => {
    const path = "data/events/new-event.yaml";
    return opened(server, path, `${first(path)}id: new-event\nparticipants:\n  \n`, async () => {
      const items = await server.complete(path, { line: start(path) + 2, character: 2 });
      const labels = items.map(({ label }) => label);
      for (const field of ["states", "organizations", "persons"]) assert.ok(labels.includes(field), `${field} among ${labels}`);
    });
  });

  const text = read(EVENT);
  for (const [field, says] of [
    ["title", /title.*as the sources give it/],
    ["date", /2022-03-03/],
    ["places", /Where/],
    ["date-basis", /planned/],
  ]) {
    await test(`${name}: ${field} is explained`, () =>
      opened(server, EVENT, first(EVENT) + text, async () => {
        const line = text.split("\n").findIndex((words) => words.startsWith(`${field}:`)) + start(EVENT);
        const answer = await server.hover(EVENT, { line, character: 1 });
        assert.match(answer?.contents?.value ?? "", says);
        both(answer?.contents?.value, field);
      }));
  }
}
