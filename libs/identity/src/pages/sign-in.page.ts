import type { Page } from '@lotsennetz/platform';
import type { DemoPerson } from '../demo.js';
import { languages } from '../texts.js';
import { escapeHtml, fieldOf, formOf, hidden, pageOf, type PageContext } from './page-parts.js';

/** E-mail and password; where the example is loaded, its people first, and that it is an example. */
export function signInPage(
  context: PageContext,
  view: {
    readonly base: string;
    readonly email?: string;
    readonly people: readonly DemoPerson[];
    readonly saved?: boolean;
  },
): Page {
  const texts = languages[context.language];
  const { base, email, people, saved = false } = view;
  const fields = [
    fieldOf(
      {
        name: 'email',
        label: texts.email,
        type: 'email',
        autocomplete: 'username',
        ...(email ? { value: email } : {}),
      },
      context,
    ),
    fieldOf({ name: 'password', label: texts.password, type: 'password', autocomplete: 'current-password' }, context),
  ];
  const content = [
    saved ? `<div class="notice" role="status"><p>${escapeHtml(texts.passwordSaved)}</p></div>` : '',
    people.length > 0 ? demoPart(context, base, people) : '',
    formOf(`${base}/password`, fields.join(''), texts.signIn),
    `<p><a href="/identity/forgotten">${escapeHtml(texts.forgotten)}</a></p>`,
  ];
  return pageOf({ ...context, mayChangeLanguage: true }, texts.signIn, content.join(''));
}

function demoPart({ language }: PageContext, base: string, people: readonly DemoPerson[]): string {
  const texts = languages[language];
  const buttons = people.map(
    ({ key, name, does }) =>
      `<li><form method="post" action="${base}/demo">${hidden('person', key)}<button class="quiet" type="submit" lang="de" dir="ltr">${escapeHtml(name)}<small>${escapeHtml(does)}</small></button></form></li>`,
  );
  return `<div class="notice demo" role="note"><p>${escapeHtml(texts.demo)}</p></div>
<h2>${escapeHtml(texts.demoChoose)}</h2><ul class="people">${buttons.join('')}</ul><h2>${escapeHtml(texts.demoOther)}</h2>`;
}
