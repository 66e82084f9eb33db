// Light or dark before the first paint: what the visitor chose here, else what the system says.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem("govcourse-theme");
  } catch (error) {}
  var dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
