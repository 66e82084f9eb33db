// The theme button, and the end of Voila's waiting note once the first exercise is there.
document.getElementById("theme").addEventListener("click", () => {
  const root = document.documentElement;
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  try {
    localStorage.setItem("govcourse-theme", root.dataset.theme);
  } catch (error) {
    // the choice then holds for this page
  }
});
const loading = document.getElementById("loading");
if (loading) {
  const watcher = new MutationObserver(() => {
    if (!document.querySelector("[data-exercise][data-state=ready]")) return;
    loading.remove();
    watcher.disconnect();
  });
  watcher.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["data-state"],
  });
}
