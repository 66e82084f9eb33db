// Puts a style sheet on the page once.
// Constructed style sheets need no inline-style permission from a page's security policy.
export function style(css: string): void {
  const known = ((globalThis as any).__govcourseStyles ??= new Set<string>()) as Set<string>;
  if (!css || known.has(css)) return;
  known.add(css);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
