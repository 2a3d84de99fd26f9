import type { Page } from '@lotsennetz/platform';
import { languages } from '../texts.js';
import { escapeHtml, fieldOf, formOf, hidden, pageOf, type PageContext } from './page-parts.js';

/** Asks where to send a link: to somebody who lost the password, or was invited and has no account yet. */
export function linkPage(
  context: PageContext,
  { invitation }: { readonly invitation?: { readonly tenant: string; readonly text: string } },
): Page {
  const texts = languages[context.language];
  const fields = [
    invitation ? hidden('tenant', invitation.tenant) + hidden('invitation', invitation.text) : '',
    fieldOf({ name: 'email', label: texts.email, type: 'email', autocomplete: 'username' }, context),
  ];
  const [title, how] = invitation ? [texts.createTitle, texts.createHow] : [texts.resetTitle, texts.resetHow];
  const content = `<p>${escapeHtml(how)}</p>${formOf('/identity/forgotten', fields.join(''), texts.send)}`;
  return pageOf({ ...context, mayChangeLanguage: !invitation }, title, content);
}

/** The same whether or not there is an account. */
export function linkSentPage(context: PageContext): Page {
  const texts = languages[context.language];
  return pageOf(context, texts.resetTitle, `<p role="status">${escapeHtml(texts.resetSent)}</p>`);
}

/** Where the link leads: a new password, twice. */
export function choosePasswordPage(context: PageContext, { action }: { readonly action: string }): Page {
  const texts = languages[context.language];
  const password = { type: 'password', autocomplete: 'new-password' } as const;
  const fields = [
    fieldOf({ ...password, name: 'password', label: texts.newPassword, hint: texts.passwordHint }, context),
    fieldOf({ ...password, name: 'again', label: texts.repeatPassword }, context),
    fieldOf(
      {
        name: 'name',
        label: texts.yourName,
        type: 'text',
        autocomplete: 'name',
        hint: texts.yourNameHint,
        optional: true,
      },
      context,
    ),
  ];
  return pageOf(
    { ...context, mayChangeLanguage: true },
    texts.choosePassword,
    formOf(action, fields.join(''), texts.save),
  );
}

/** Only says something, with a way on. */
export function noticePage(
  context: PageContext,
  notice: {
    readonly title: string;
    readonly text: string;
    readonly way: { readonly to: string; readonly label: string };
  },
): Page {
  const { to, label } = notice.way;
  const content = `<p>${escapeHtml(notice.text)}</p><p><a class="button" href="${escapeHtml(to)}">${escapeHtml(label)}</a></p>`;
  return pageOf(context, notice.title, content);
}

/** Signs out by itself where scripts run; else with one more press. `form` is the provider's own. */
export function signOutPage(context: PageContext, form: string): Page {
  const texts = languages[context.language];
  const button = `${hidden('logout', 'yes')}<button type="submit">${escapeHtml(texts.signOut)}</button></form>`;
  const content = `<p>${escapeHtml(texts.signOutQuestion)}</p>${form.replace('</form>', button)}`;
  return { ...pageOf(context, texts.signOut, content), head: '<script src="/identity/sign-out.js" defer></script>' };
}

export const signOutScript = "document.getElementById('op.logoutForm')?.submit();\n";
