// The theme button, copying, and the end of Voila's waiting note once the first exercise, the console or the filters are there.
document.getElementById("theme").addEventListener("click", () => {
  const root = document.documentElement;
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  try {
    localStorage.setItem("govcourse-theme", root.dataset.theme);
  } catch (error) {
    // the choice then holds for this page
  }
});
for (const button of document.querySelectorAll("[data-copy]"))
  button.addEventListener("click", () => {
    const text = document.getElementById(button.dataset.copy).textContent.trim();
    navigator.clipboard?.writeText(text).then(() => (button.textContent = button.dataset.copied));
  });
const loading = document.getElementById("loading");
if (loading) {
  const watcher = new MutationObserver(() => {
    if (!document.querySelector("[data-exercise][data-state=ready], .gc-explore, .console")) return;
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
