import type { PlatformState, TenantState } from './platform-state.js';

/** The page at `/status`, as HTML that needs no script; every text in it is escaped. */
export function stateDocument(state: PlatformState): string {
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lotsennetz – Stand der Dinge</title>
<link rel="stylesheet" href="/status/style.css">
</head>
<body>
<header><h1>Lotsennetz</h1><p>Ehrenamtliche begleiten Menschen, die neu hier sind.</p></header>
<main>
${state.tenants.length === 0 ? emptyState : state.tenants.map(tenantSection).join('\n')}
<section aria-labelledby="betrieb"><h2 id="betrieb">Betrieb</h2>
<dl><div><dt>Ereignisse unterwegs</dt><dd>${state.backlog}</dd></div><div><dt>Angehaltene Ströme</dt><dd>${state.parked}</dd></div></dl>
${state.parked > 0 ? '<p role="alert">Ein Ereignis konnte nicht verarbeitet werden: <code>npx lotsennetz parked list</code></p>' : ''}
</section>
</main>
<footer><p><a href="/api/docs">Schnittstellen (OpenAPI)</a></p></footer>
</body>
</html>`;
}

const emptyState = `<section><h2>Noch kein Mandant</h2><p>Legen Sie den ersten an: <code>npx lotsennetz tenant add siegen --name "Stadt Siegen" --kind municipality</code></p></section>`;

const signInForFigures = '<p>Die Zahlen sehen Berechtigte nach der <a href="/login">Anmeldung</a>.</p>';

function tenantSection({ id, name, figures }: TenantState): string {
  const rows = figures
    .map(({ label, count }) => `<div><dt>${escapeHtml(label)}</dt><dd>${count.toLocaleString('de-DE')}</dd></div>`)
    .join('');
  return `<section aria-labelledby="t-${id}"><h2 id="t-${id}">${escapeHtml(name)}</h2>${rows ? `<dl>${rows}</dl>` : signInForFigures}</section>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export const stateStyle = `
:root { color-scheme: light; font-family: system-ui, sans-serif; line-height: 1.5; color: #171a2b; background: #fff; }
body { margin: 0 auto; max-width: 64rem; padding: 1.5rem; }
h1 { margin: 0; } h2 { margin: 0 0 .75rem; font-size: 1.25rem; }
section { border: 1px solid #8b8fa3; border-radius: .5rem; margin: 1.5rem 0; padding: 1.25rem; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: 1rem; margin: 0; }
dl div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
dt { color: #4a4f66; font-size: .9rem; } dd { margin: 0; font-size: 1.6rem; font-weight: 600; font-variant-numeric: tabular-nums; }
a { color: #10509a; } code { background: #eef0f6; padding: .1rem .3rem; border-radius: .2rem; }
`;
