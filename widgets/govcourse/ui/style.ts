// Puts a style sheet on the page once.
// Constructed style sheets need no inline-style permission from a page's security policy.
declare global {
  var govcourseStyles: Set<string> | undefined; // each kind is a module of its own, the page is one
}

export function style(css: string): void {
  const known = (globalThis.govcourseStyles ??= new Set());
  if (!css || known.has(css)) return;
  known.add(css);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
