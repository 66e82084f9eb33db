// Tells a learning platform how far the learner has come, and keeps the answers there as well as in the browser.
"use strict";
const course = JSON.parse(document.getElementById("course").textContent);
const KEY = "govcourse-answers";

// The platform's interface stands in a window above, or in the one that opened this one.
function find(name) {
  for (let at = window, n = 0; at && n < 20; n++) {
    try {
      if (at[name]) return at[name];
    } catch {
      return null; // a window of another site
    }
    at = at.parent !== at ? at.parent : at.opener;
  }
  return null;
}

const api2004 = find("API_1484_11");
const api12 = api2004 ? null : find("API");
const platform = api2004
  ? {
      begin: () => api2004.Initialize(""),
      get: (name) => api2004.GetValue(name),
      set: (name, value) => api2004.SetValue(name, value),
      commit: () => api2004.Commit(""),
      end: () => api2004.Terminate(""),
      status: "cmi.completion_status",
      room: 64000, // characters of suspend data that every platform of this version keeps
    }
  : api12 && {
      begin: () => api12.LMSInitialize(""),
      get: (name) => api12.LMSGetValue(name),
      set: (name, value) => api12.LMSSetValue(name, value),
      commit: () => api12.LMSCommit(""),
      end: () => api12.LMSFinish(""),
      status: "cmi.core.lesson_status",
      room: 4096,
    };

const read = () => {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? { answers: {} };
  } catch {
    return { answers: {} };
  }
};

// What fits is kept with the platform: the newest answers as a whole or not at all, never half of them.
function restore() {
  const kept = platform.get("cmi.suspend_data");
  if (!kept || !kept.startsWith("{")) return;
  try {
    const file = JSON.parse(kept);
    if (file.format === KEY && (!read().saved || file.saved > read().saved)) localStorage.setItem(KEY, kept);
  } catch {
    // Not ours, or cut by the platform: the browser's own answers stand.
  }
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
  const text = JSON.stringify(file);
  const fits = text.length <= platform.room;
  if (file.saved && fits) platform.set("cmi.suspend_data", text);
  document.getElementById("full").hidden = !file.saved || fits;
  platform.commit();
}

if (platform) {
  platform.begin();
  restore();
  report();
  addEventListener("storage", (event) => event.key === KEY && report());
  setInterval(() => {
    const { saved } = read();
    if (saved !== report.saved) report.saved = saved, report();
  }, 2000);
  let over = false;
  addEventListener("pagehide", () => {
    if (over) return;
    over = true;
    report();
    platform.end();
  });
}
