import type { Arrival } from './sign-in.js';
import { escapeHtml, type Page } from './page-document.js';

type Failure = Extract<Arrival, { readonly status: 'not-begun-here' | 'refused' }>;

/** The page that says why signing in did not work, in German and English: whose language it is, nobody knows yet. */
export function failedSignIn(failure: Failure): Page & { readonly status: number } {
  const to = failure.status === 'refused' ? failure.to : '/';
  const again = `/login?to=${encodeURIComponent(to)}`;
  const [german, english] = sentences(failure);
  return {
    status: 400,
    language: 'de',
    title: 'Anmeldung nicht abgeschlossen',
    body: `<h1>Anmeldung nicht abgeschlossen</h1>
<p>${german}</p>
<p lang="en">${english}</p>
<p><a class="button" href="${escapeHtml(again)}">Noch einmal anmelden <span lang="en">/ Sign in again</span></a></p>`,
  };
}

function sentences(failure: Failure): readonly [german: string, english: string] {
  switch (failure.status) {
    case 'not-begun-here':
      return [
        'Diese Anmeldung wurde nicht in diesem Browser begonnen, oder sie hat zu lange gedauert. Der Browser muss Cookies dieser Seite annehmen; das geht nur über HTTPS oder auf diesem Rechner.',
        'This sign-in was not begun in this browser, or it took too long. The browser must accept cookies of this site, which works over HTTPS or on this very machine only.',
      ];
    case 'refused':
      return [
        'Der Anmeldedienst hat die Anmeldung nicht bestätigt. Es wurde niemand angemeldet.',
        'The sign-in service did not confirm. Nobody was signed in.',
      ];
  }
}
