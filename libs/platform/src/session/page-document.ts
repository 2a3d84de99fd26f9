/** What differs between the small pages that the platform itself renders. */
export interface Page {
  readonly language: string;
  readonly title: string;
  /** HTML; whatever came from outside is escaped. */
  readonly body: string;
  /** More of the head, such as a script of our own. */
  readonly head?: string;
}

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa']);

/** A page without inline styles or scripts, which the content security policy refuses. */
export function pageDocument({ language, title, body, head = '' }: Page): string {
  const direction = rightToLeft.has(language) ? 'rtl' : 'ltr';
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} – Lotsennetz</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml"><link rel="stylesheet" href="/login/style.css">${head}
</head>
<body>
<header><p class="brand"><a href="/">Lotsennetz</a></p></header>
<main id="main">
${body}
</main>
</body>
</html>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Plain, large enough, and with a contrast of at least 7:1 for text. Logical properties serve both directions of writing. */
export const pageStyle = `
:root { color-scheme: light; font-family: system-ui, "Noto Sans", "Noto Naskh Arabic", sans-serif; font-size: 1.0625rem; line-height: 1.55; color: #12141f; background: #f4f5f9; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 34rem; padding: 1.5rem 1rem 3rem; }
.brand { margin: 0 0 1rem; font-weight: 700; font-size: 1.25rem; }
main { background: #fff; border: 1px solid #7a7f96; border-radius: .5rem; padding: 1.5rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
a { color: #0b4a94; text-underline-offset: .2em; }
label { display: block; font-weight: 600; margin-block: 1rem .25rem; }
.hint { margin: 0 0 .25rem; color: #3d4258; font-size: .95rem; }
input:not([type=hidden]):not([type=checkbox]) { font: inherit; inline-size: 100%; padding: .6rem .7rem; border: 2px solid #4a4f66; border-radius: .3rem; background: #fff; color: inherit; }
input[aria-invalid=true] { border-color: #a3001e; }
button, .button { display: inline-block; font: inherit; font-weight: 600; margin-block-start: 1.25rem; padding: .65rem 1.2rem; min-block-size: 2.75rem; border: 2px solid #0b4a94; border-radius: .3rem; background: #0b4a94; color: #fff; text-decoration: none; cursor: pointer; }
button.quiet { background: #fff; color: #0b4a94; } button:hover, .button:hover { background: #08376e; color: #fff; }
:focus-visible { outline: 3px solid #12141f; outline-offset: 3px; box-shadow: 0 0 0 3px #ffdd00; }
.error { color: #8c0019; font-weight: 600; margin: .25rem 0; }
.errors, .notice { border-inline-start: .4rem solid #a3001e; background: #fdf0f1; padding: .75rem 1rem; margin-block: 0 1rem; }
.notice { border-color: #0b4a94; background: #eaf2fb; } .demo { border-color: #8a5a00; background: #fff4dc; }
.errors p, .notice p { margin: 0; }
.languages ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; margin: 0 0 1rem; padding: 0; }
.people { list-style: none; margin: 0; padding: 0; } .people button { inline-size: 100%; margin-block-start: .5rem; text-align: start; }
.people small { display: block; font-weight: 400; font-size: .9rem; }
code, .codes { font-family: ui-monospace, monospace; } .codes { columns: 2; direction: ltr; }
img.qr { display: block; max-inline-size: 14rem; inline-size: 100%; border: 1px solid #7a7f96; background: #fff; }
`;
