// Search and filters of the index. It works on a page that lies in a folder: nothing is loaded, nothing is sent.
"use strict";

// Returns words as they are looked for; the table of letters comes with the index, and the program folds by the same (fold.rs).
window.CHANCERY_FOLD = (text, letters) => {
  const has = (letter) => Object.hasOwn(letters, letter);
  const kept = [...text].filter((letter) => letters[letter] !== "").join("");
  let out = "";
  for (const letter of kept.normalize("NFKC").toLowerCase()) {
    for (const part of has(letter) ? [letter] : letter.normalize("NFKD")) {
      if (has(part)) out += letters[part];
      else if (/\p{M}/u.test(part)) continue;
      else if (/[\p{Alphabetic}\p{N}]/u.test(part)) out += part;
      else if (out !== "" && !out.endsWith(" ")) out += " ";
    }
  }
  return out.trimEnd();
};

(() => {
  const index = window.CHANCERY_INDEX;
  const form = document.getElementById("filters");
  if (!index || !form) return;
  const shown = document.getElementById("shown");
  const otherLanguage = document.getElementById("other-language");
  const otherPage = otherLanguage.getAttribute("href");
  const sections = [...document.querySelectorAll("section.list")];
  const rows = [];
  for (const row of document.querySelectorAll("[data-at]")) rows[Number(row.dataset.at)] = row;
  const fields = index.fields.map((name) => form.elements.namedItem(name));

  // Returns whether a version has a word: in its own words, or in those of a record that it prints.
  const having = (word) => {
    const start = ` ${word}`;
    const records = index.records.map((text) => text.includes(start));
    return (version) => version.text.includes(start) || version.records.some((at) => records[at]);
  };

  const apply = () => {
    const words = window.CHANCERY_FOLD(form.elements.words.value, index.letters).split(" ").filter(Boolean);
    const tests = words.map(having);
    const chosen = fields.map((field) => (field ? field.value : ""));
    let count = 0;
    index.versions.forEach((version, at) => {
      const fits =
        chosen.every((value, field) => value === "" || version.values[field].includes(value)) &&
        tests.every((test) => test(version));
      rows[at].hidden = !fits;
      if (fits) count += 1;
    });
    for (const section of sections) section.hidden = !section.querySelector("[data-at]:not([hidden])");
    const told = shown.dataset.words.replace("{shown}", count).replace("{all}", rows.length);
    shown.textContent = count === 0 ? `${told}. ${shown.dataset.none}` : told;
    remember();
  };

  // What is chosen stands in the address, so that it can be kept and passed on.
  const remember = () => {
    const state = new URLSearchParams();
    for (const control of form.elements) {
      if (control.name && control.value !== start.get(control.name)) state.set(control.name, control.value);
    }
    const fragment = state.size ? `#${state}` : "";
    otherLanguage.setAttribute("href", otherPage + fragment);
    try {
      history.replaceState(null, "", location.pathname + location.search + fragment);
    } catch {
      // Some browsers keep the address of a file as it is.
    }
  };

  const recall = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const control of form.elements) {
      if (control.name) control.value = state.has(control.name) ? state.get(control.name) : start.get(control.name);
    }
  };

  form.reset();
  const start = new Map([...form.elements].filter((control) => control.name).map((control) => [control.name, control.value]));
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  window.addEventListener("hashchange", () => { recall(); apply(); });
  form.hidden = false;
  recall();
  apply();
})();
