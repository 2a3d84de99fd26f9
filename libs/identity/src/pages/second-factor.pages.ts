import type { Page } from '@lotsennetz/platform';
import { languages } from '../texts.js';
import { escapeHtml, fieldOf, formOf, hidden, pageOf, type PageContext } from './page-parts.js';

interface Step {
  readonly base: string;
  /** Sealed: who has come how far. */
  readonly proof: string;
}

/** Asks for a code of the device, or a recovery code. */
export function codePage(context: PageContext, { base, proof }: Step): Page {
  const texts = languages[context.language];
  return pageOf(
    context,
    texts.secondFactor,
    formOf(`${base}/code`, hidden('proof', proof) + codeField(context, texts.codeHint), texts.confirm),
  );
}

/** Shows the key as a picture and as text, and asks for a first code. */
export function enrolPage(
  context: PageContext,
  { base, proof, qrCode, secret }: Step & { readonly qrCode: string; readonly secret: string },
): Page {
  const texts = languages[context.language];
  const grouped = secret.match(/.{1,4}/g)?.join(' ') ?? secret;
  const content = [
    `<p>${escapeHtml(texts.enrolHow)}</p>`,
    `<p><img class="qr" src="${qrCode}" alt="${escapeHtml(texts.qrCode)}" width="224" height="224"></p>`,
    `<p>${escapeHtml(texts.enrolSecret)} <code id="secret" dir="ltr">${grouped}</code></p>`,
    formOf(`${base}/enrol`, hidden('proof', proof) + codeField(context), texts.confirm),
  ];
  return pageOf(context, texts.enrol, content.join(''));
}

/** The recovery codes, this once. */
export function recoveryPage(
  context: PageContext,
  { base, proof, codes }: Step & { readonly codes: readonly string[] },
): Page {
  const texts = languages[context.language];
  const list = codes.map((code) => `<li><code>${code}</code></li>`).join('');
  const content = `<p>${escapeHtml(texts.recoveryHow)}</p><ol class="codes">${list}</ol>`;
  return pageOf(context, texts.recoveryCodes, content + formOf(`${base}/done`, hidden('proof', proof), texts.goOn));
}

function codeField(context: PageContext, hint?: string): string {
  const { code } = languages[context.language];
  const field = { name: 'code', label: code, type: 'text', autocomplete: 'one-time-code', numeric: true } as const;
  return fieldOf(hint === undefined ? field : { ...field, hint }, context);
}
