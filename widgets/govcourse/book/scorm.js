// Tells a learning platform how far the learner has come, and keeps the answers there as well as in the browser.
"use strict";
const course = JSON.parse(document.getElementById("course").textContent);
const KEY = "govcourse-answers";

// The platform's interface stands in a window above, or in the one that opened this one. One that has another version's calls under
// this name, as some do, is passed by.
function find(name, begin) {
  for (let at = window, n = 0; at && n < 20; n++) {
    try {
      if (typeof at[name]?.[begin] === "function") return at[name];
    } catch {
      return null; // a window of another site
    }
    at = at.parent !== at ? at.parent : at.opener;
  }
  return null;
}

const api2004 = find("API_1484_11", "Initialize");
const api12 = api2004 ? null : find("API", "LMSInitialize");
const platform = api2004
  ? {
      begin: () => api2004.Initialize(""),
      get: (name) => api2004.GetValue(name),
      set: (name, value) => api2004.SetValue(name, value),
      commit: () => api2004.Commit(""),
      end: () => api2004.Terminate(""),
      status: "cmi.completion_status",
      // What every platform of this version keeps, in characters.
      fields: [{ name: "cmi.suspend_data", room: 64000 }],
    }
  : api12 && {
      begin: () => api12.LMSInitialize(""),
      get: (name) => api12.LMSGetValue(name),
      set: (name, value) => api12.LMSSetValue(name, value),
      commit: () => api12.LMSCommit(""),
      end: () => api12.LMSFinish?.(""),
      status: "cmi.core.lesson_status",
      fields: [
        { name: "cmi.suspend_data", room: 4096 },
        { name: "cmi.comments", room: 4096 },
      ],
    };

const read = () => {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? { answers: {} };
  } catch {
    return { answers: {} };
  }
};

// ---- What is kept: the answers as one text, compressed, with its length before it so that a text that a platform cut is known,
// divided over as many fields as it needs. A field after the first is ours when it is empty, or begins with our mark.
const FIRST = "gc1 ";
const NEXT = "gc1+";

async function through(stream, bytes) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

async function packed(file) {
  const bytes = await through(new CompressionStream("deflate-raw"), JSON.stringify(file));
  let text = "";
  for (const one of bytes) text += String.fromCharCode(one);
  return btoa(text);
}

async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(await through(new DecompressionStream("deflate-raw"), bytes)));
}

const ours = ({ name }, n) => n === 0 || !platform.get(name) || platform.get(name).startsWith(NEXT);

// What the platform holds of ours; null where it holds nothing, or a part of it only.
async function stored() {
  const [first, ...more] = platform.fields.map(({ name }) => platform.get(name) || "");
  try {
    if (first.startsWith("{")) return JSON.parse(first); // as it was kept before it was compressed
    const [, length, begun] = first.match(/^gc1 (\d+) (.*)$/s);
    const text = begun + more.map((one) => (one.startsWith(NEXT) ? one.slice(NEXT.length) : "")).join("");
    return text.length >= Number(length) ? await unpacked(text.slice(0, Number(length))) : null;
  } catch {
    return null; // not ours: the browser's own answers stand
  }
}

// Divides a text over the fields; null where it does not fit.
function divided(text, fields) {
  const parts = [];
  let rest = text;
  for (const [n, { room }] of fields.entries()) {
    const mark = n ? NEXT : `${FIRST}${text.length} `;
    parts.push(mark + rest.slice(0, room - mark.length));
    rest = rest.slice(room - mark.length);
  }
  return rest ? null : parts;
}

// All answers, or, where they do not fit, all but the largest few, which are named in `left`.
async function fitted(file, fields) {
  const size = (id) => JSON.stringify(file.answers[id]).length;
  const ids = Object.keys(file.answers).sort((one, other) => size(other) - size(one));
  for (let n = 0; n <= ids.length; n++) {
    const left = ids.slice(0, n);
    const answers = Object.fromEntries(Object.entries(file.answers).filter(([id]) => !left.includes(id)));
    const parts = divided(await packed(n ? { ...file, answers, left } : file), fields);
    if (parts) return { parts, left };
  }
  return null;
}

const WRITES_BEHIND = 10_000; // milliseconds in which a platform that does may still give back what was there before
const rest = () => new Promise((resolve) => setTimeout(resolve, 200));

// Every part, as the platform gives it back; what it refuses or cuts it does not hold.
async function put(parts, fields) {
  const before = fields.map(({ name }) => platform.get(name) || "");
  for (const [n, { name }] of fields.entries())
    if ((parts[n] || before[n]) && String(platform.set(name, parts[n])) !== "true") return false;
  const end = Date.now() + WRITES_BEHIND;
  for (;;) {
    const now = fields.map(({ name }) => platform.get(name) || "");
    if (now.every((one, n) => one === parts[n])) return true;
    if (Date.now() > end || now.some((one, n) => one !== parts[n] && one !== before[n])) return false;
    await rest();
  }
}

let held = null; // when what the platform holds was saved
let busy = false;

async function keep() {
  if (busy) return;
  busy = true;
  try {
    for (let file = read(); file.saved && file.saved !== held; file = read()) {
      const all = platform.fields.filter(ours);
      let left = Object.keys(file.answers);
      for (let n = all.length; n > 0; n--) {
        const fields = all.slice(0, n);
        const found = await fitted(file, fields);
        if (!found || !(await put(found.parts, fields))) continue; // without the last field, which this platform may not have
        left = found.left;
        break;
      }
      held = file.saved;
      tell(left);
      platform.commit();
    }
  } finally {
    busy = false;
  }
}

// What the platform has no room for, with all of one's work as a file.
function tell(left) {
  const place = document.getElementById("full");
  place.hidden = !left.length;
  const titles = left.map((id) => course.titles[id] ?? id);
  place.querySelector("span").textContent = course.full.replace("{what}", titles.join(", "));
}

document.getElementById("home").addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(read())], { type: "application/json" }));
  link.download = "govcourse-answers.json";
  link.click();
  URL.revokeObjectURL(link.href);
});

// What is newer on the platform comes here; what it had no room for stays as it is here.
async function restore() {
  const kept = await stored();
  const mine = read();
  if (kept?.format !== KEY || (mine.saved && !(kept.saved > mine.saved))) return;
  const { left = [], ...file } = kept;
  const beside = Object.entries(mine.answers).filter(([id]) => left.includes(id));
  const answers = { ...Object.fromEntries(beside), ...file.answers };
  localStorage.setItem(KEY, JSON.stringify({ ...file, answers }));
}

function report() {
  const file = read();
  const worked = (id) => Object.keys(file.answers[id] ?? {}).length > 0;
  const share = course.all.filter(worked).length / course.all.length;
  const complete = course.required.filter(worked).length >= course.atLeast;
  platform.set(platform.status, complete ? "completed" : "incomplete");
  if (api2004) {
    platform.set("cmi.progress_measure", share.toFixed(4));
    platform.set("cmi.exit", "suspend");
  } else {
    platform.set("cmi.core.score.min", "0");
    platform.set("cmi.core.score.max", "100");
    platform.set("cmi.core.score.raw", String(Math.round(share * 100)));
    platform.set("cmi.core.exit", "suspend");
  }
  platform.commit();
  void keep();
}

const open = () => {
  const book = document.getElementById("book");
  book.src = book.dataset.src;
};

async function begin() {
  try {
    platform.begin();
    await restore();
  } finally {
    open(); // the book reads the answers when it opens; it does so too where a platform fails
  }
  report();
  addEventListener("storage", (event) => event.key === KEY && report());
  let seen = read().saved;
  setInterval(() => {
    const { saved } = read();
    if (saved !== seen) (seen = saved), report();
  }, 2000);
  let over = false;
  addEventListener("pagehide", () => {
    if (over) return;
    over = true;
    report();
    // What was saved at the last moment waits for nobody who compresses it.
    const file = read();
    const text = JSON.stringify(file);
    if (file.saved && file.saved !== held && text.length <= platform.fields[0].room)
      platform.set("cmi.suspend_data", text);
    platform.commit();
    platform.end();
  });
}

if (platform) void begin();
else open();
