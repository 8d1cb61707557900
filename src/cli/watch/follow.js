// Follows what is saved. Pages are exchanged one by one when their pictures are there, so that nothing flickers or moves under the reader.
"use strict";

async function loaded(source) {
  const picture = new Image();
  picture.src = source;
  await picture.decode();
}

async function exchange(old, page) {
  const [from, to] = [old.querySelector("img"), page.querySelector("img")];
  if (from.getAttribute("src") === to.getAttribute("src")) return;
  await loaded(to.src);
  for (const name of ["width", "height", "alt", "src"]) from.setAttribute(name, to.getAttribute(name));
}

async function follow() {
  const response = await fetch(location.pathname, { cache: "no-store" });
  if (!response.ok) return;
  const next = new DOMParser().parseFromString(await response.text(), "text/html");
  const [main, pages] = [document.querySelector("main"), [...next.querySelectorAll(".page")]];
  const old = [...main.querySelectorAll(".page")];
  if (pages.length === 0 && old.length === 0) main.replaceWith(next.querySelector("main"));
  await Promise.all(pages.slice(0, old.length).map((page, at) => exchange(old[at], page)));
  pages.slice(old.length).forEach((page) => main.append(page));
  old.slice(pages.length).forEach((page) => page.remove());
  for (const id of ["state", "faults"]) document.getElementById(id).replaceWith(next.getElementById(id));
  document.body.dataset.round = next.body.dataset.round;
}

// One after the other; what is saved while a page is fetched is fetched after it.
let last = Promise.resolve();
const again = () => { last = last.then(follow).catch(() => {}); };
const events = new EventSource(`/${location.pathname.split("/")[1]}/events`);
events.addEventListener("renewed", again);
// What was saved before the connection stood, or while it was broken.
events.addEventListener("open", again);
