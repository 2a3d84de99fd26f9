import type { FastifyRequest } from 'fastify';
import { escapeHtml, pageDocument } from '../session/page-document.js';
import type { Problem } from './problem.js';

interface Words {
  readonly title: string;
  readonly german: string;
  readonly english: string;
}

const pages: Readonly<Record<string, Words>> = {
  unauthorized: {
    title: 'Bitte anmelden',
    german: 'Diese Seite ist nur für Angemeldete da. Vielleicht ist Ihre Sitzung zu Ende gegangen.',
    english: 'This page is for people who are signed in. Your session may have ended.',
  },
  forbidden: {
    title: 'Kein Zugriff',
    german: 'Sie sind angemeldet, aber Ihre Rolle umfasst das nicht. Die Verwaltung Ihres Mandanten kann das ändern.',
    english: 'You are signed in, but your role does not include this. Your administrators can change that.',
  },
  'second-factor-needed': {
    title: 'Zweiter Faktor nötig',
    german: 'Wer mit Daten anderer arbeitet, meldet sich mit einem zweiten Faktor an.',
    english: "Whoever works with other people's data signs in with a second factor.",
  },
};

/** Whether somebody's browser went to this address, rather than a program or a script of a page. */
function isNavigation({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): boolean {
  return method === 'GET' && headers['sec-fetch-dest'] === 'document' && (headers.accept ?? '').includes('text/html');
}

/** What a person is shown who may not go where they went; undefined where the problem itself is the answer. */
export function problemPage(
  request: Pick<FastifyRequest, 'method' | 'headers' | 'url'>,
  { code }: Problem,
): string | undefined {
  const words = pages[code];
  if (!words || !isNavigation(request)) return undefined;
  const signIn = `/login?to=${encodeURIComponent(request.url)}`;
  const [to, label] = code === 'forbidden' ? ['/', 'Zur Startseite'] : [signIn, 'Anmelden'];
  return pageDocument({
    language: 'de',
    title: words.title,
    body: `<h1>${words.title}</h1><p>${words.german}</p><p lang="en">${words.english}</p>
<p><a class="button" href="${escapeHtml(to)}">${label}</a></p>`,
  });
}
