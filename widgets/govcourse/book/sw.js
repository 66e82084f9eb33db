// Keeps the course on the device when its reader asks for it. Pages come from the network as long as there is one.
const COURSE = /*COURSE*/ null;
const CACHE = `govcourse-${COURSE.version}`;
const root = new URL("./", self.location).href;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(update()));

// A copy of an older edition is made anew, so that it does not speak with two voices.
async function update() {
  await self.clients.claim();
  const old = (await caches.keys()).filter((name) => name.startsWith("govcourse-") && name !== CACHE);
  if (old.length && !(await caches.has(CACHE))) await keep(() => {});
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function keep(tell) {
  const cache = await caches.open(CACHE);
  let done = 0;
  const files = [...COURSE.files];
  try {
    const take = async () => {
      for (let name = files.shift(); name; name = files.shift()) {
        const response = await fetch(root + name, { cache: "no-cache" });
        if (!response.ok) throw new Error(name);
        await cache.put(root + name, response);
        tell({ state: "working", done: ++done, all: COURSE.files.length });
      }
    };
    await Promise.all([take(), take(), take(), take()]);
    tell({ state: "kept" });
  } catch {
    await caches.delete(CACHE); // half a course is none
    tell({ state: "failed" });
  }
}

self.addEventListener("message", (event) => {
  const tell = (message) => event.source.postMessage({ ...message, bytes: COURSE.bytes });
  if (event.data === "keep") event.waitUntil(keep(tell));
  if (event.data === "remove") event.waitUntil(caches.delete(CACHE).then(() => tell({ state: "removed" })));
  if (event.data === "ask")
    event.waitUntil(caches.has(CACHE).then((there) => tell({ state: there ? "kept" : "absent" })));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(root)) return;
  event.respondWith(answer(request));
});

async function answer(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const url = new URL(request.url);
    url.search = url.hash = "";
    if (url.href.endsWith("/")) url.pathname += "index.html";
    const kept = await (await caches.open(CACHE)).match(url.href);
    if (kept) return kept;
    throw error;
  }
}
