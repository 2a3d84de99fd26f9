import { escapeHtml, type Page } from '@lotsennetz/platform';
import { languages, type Language } from '../texts.js';
import type { Texts } from '../texts.type.js';

export { escapeHtml };

/** What a page is made with: its language, and what went wrong with the form it shows again. */
export interface PageContext {
  readonly language: Language;
  readonly error?: PageError;
  /** Whether another language may be chosen here; in the middle of something it would begin anew. */
  readonly mayChangeLanguage?: boolean;
}

export interface PageError {
  readonly text: (texts: Texts) => string;
  /** The input to be corrected; absent: it is about none. */
  readonly field?: string;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: 'email' | 'password' | 'text';
  readonly autocomplete: string;
  readonly hint?: string;
  readonly value?: string;
  readonly optional?: true;
  /** For digits. */
  readonly numeric?: true;
}

export function pageOf(context: PageContext, title: string, content: string): Page {
  const { language, error, mayChangeLanguage = false } = context;
  const texts: Texts = languages[language];
  const errorBox = error
    ? `<div class="errors" role="alert"><p>${error.field === undefined ? '' : `<a href="#${error.field}">`}${escapeHtml(error.text(texts))}${error.field === undefined ? '' : '</a>'}</p></div>`
    : '';
  return {
    language,
    title: error ? `${texts.error}: ${title}` : title,
    body: `${mayChangeLanguage ? languageChoice(language) : ''}<h1>${escapeHtml(title)}</h1>${errorBox}${content}`,
  };
}

function languageChoice(current: Language): string {
  const items = Object.entries(languages).map(([code, { name }]) =>
    code === current
      ? `<li><strong aria-current="true">${name}</strong></li>`
      : `<li><a href="?lang=${code}" hreflang="${code}" lang="${code}">${name}</a></li>`,
  );
  return `<nav class="languages" aria-label="${languages[current].language}"><ul>${items.join('')}</ul></nav>`;
}

export function fieldOf(field: Field, { language, error }: PageContext): string {
  const { name, label, type, autocomplete, hint, value, optional, numeric } = field;
  const wrong = error?.field === name;
  const described = [hint === undefined ? '' : `${name}-hint`, wrong ? `${name}-error` : ''].filter(Boolean).join(' ');
  const attributes = [
    `id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}"`,
    optional ? 'maxlength="100"' : 'required',
    value === undefined ? '' : `value="${escapeHtml(value)}"`,
    described ? `aria-describedby="${described}"` : '',
    wrong ? 'aria-invalid="true" autofocus' : '',
    // Addresses and codes are written from left to right in every language.
    type === 'text' && !numeric ? '' : 'dir="ltr"',
    numeric ? 'inputmode="text" autocapitalize="none" spellcheck="false"' : '',
  ];
  const parts = [
    `<label for="${name}">${escapeHtml(label)}</label>`,
    hint === undefined ? '' : `<p class="hint" id="${name}-hint">${escapeHtml(hint)}</p>`,
    wrong ? `<p class="error" id="${name}-error">${escapeHtml(error.text(languages[language]))}</p>` : '',
    `<input ${attributes.filter(Boolean).join(' ')}>`,
  ];
  return parts.join('');
}

export function formOf(action: string, content: string, button: string): string {
  return `<form method="post" action="${escapeHtml(action)}" novalidate>${content}<button type="submit">${escapeHtml(button)}</button></form>`;
}

export function hidden(name: string, value: string): string {
  return `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;
}
