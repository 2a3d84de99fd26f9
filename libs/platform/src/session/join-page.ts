import { escapeHtml, type Page } from './page-document.js';

interface View {
  readonly tenant: string;
  readonly tenantName: string;
  readonly invitation: string;
  /** Absent: nobody is signed in. Empty: somebody without a name is. */
  readonly signedInAs: string | undefined;
  readonly mayMakeAccount: boolean;
}

export const noInvitationPage: Page = {
  language: 'de',
  title: 'Einladung ungültig',
  body: `<h1>Einladung ungültig</h1>
<p>Dieser Link gilt nicht. Bitten Sie um eine neue Einladung.</p><p lang="en">This link does not count. Ask for a new invitation.</p>`,
};

/** Says who invites, and offers the next step. */
export function invitationPage(view: View): Page {
  const name = escapeHtml(view.tenantName);
  return {
    language: 'de',
    title: 'Einladung',
    body: `<h1>Einladung</h1><p>${name} lädt Sie ein, bei Lotsennetz mitzumachen.</p><p lang="en">You are invited to join <bdi lang="de">${name}</bdi> at Lotsennetz.</p>
${view.signedInAs === undefined ? waysIn(view) : acceptance(view, view.signedInAs)}`,
    head: '<script src="/join/accept.js" defer></script>',
  };
}

function waysIn({ tenant, invitation, mayMakeAccount }: View): string {
  const back = encodeURIComponent(`/join/${tenant}/${invitation}`);
  const asked = new URLSearchParams({ tenant, invitation });
  const create = `/identity/forgotten?${asked.toString()}`;
  return `${mayMakeAccount ? `<p><a class="button" href="${escapeHtml(create)}">Konto anlegen <span lang="en">/ Create an account</span></a></p>` : ''}
<p><a class="button" href="/login?to=${back}">Ich habe schon ein Konto <span lang="en">/ I have an account</span></a></p>`;
}

function acceptance({ tenant, invitation }: View, signedInAs: string): string {
  const who = signedInAs === '' ? '' : `<p>Angemeldet als <strong>${escapeHtml(signedInAs)}</strong>.</p>`;
  return `${who}<p class="error" id="failure" role="alert" hidden>Das ging nicht: Die Einladung ist abgelaufen, ersetzt oder schon angenommen. <span lang="en">That did not work: the invitation is over, replaced or used.</span></p>
<form id="join" data-tenant="${escapeHtml(tenant)}" data-invitation="${escapeHtml(invitation)}"><button type="submit">Einladung annehmen <span lang="en">/ Accept</span></button></form>
<noscript><p>Dafür braucht diese Seite JavaScript. <span lang="en">This page needs JavaScript for that.</span></p></noscript>`;
}

/** Accepts with the session's own token; who is staff from then on is asked for a second factor. */
export const joinScript = `const form = document.getElementById('join');
form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { tenant, invitation } = form.dataset;
  const session = async () => (await fetch('/session')).json();
  const { csrfToken } = await session();
  const answer = await fetch('/registration/' + encodeURIComponent(tenant) + '/invitations/accept', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf-token': csrfToken },
    body: JSON.stringify({ invitation }),
  });
  if (!answer.ok) {
    document.getElementById('failure').hidden = false;
    return;
  }
  const { secondFactor } = await session();
  location.assign(secondFactor ? '/' : '/login?to=/');
});
`;
