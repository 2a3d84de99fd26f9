/** Who may call what, as the people of a programme would say it: written by hand, and apart from the code it judges. */

export type Rule =
  | { readonly for: 'platform' | 'public' | 'operator' | 'signed-in' }
  /** People with an account about themselves; where it is named, of this kind only. */
  | { readonly for: 'self'; readonly account?: 'volunteer' | 'newcomer' }
  | {
      readonly for: 'staff';
      readonly roles: string;
      /** What a county must have been granted. */
      readonly county?: 'aggregates' | 'courses' | 'shortages';
    };

// A administrator, C coordinator, T trainer, M carrier manager, N analyst
const staff = (roles: string, others: { county?: 'aggregates' | 'courses' | 'shortages' } = {}): Rule => ({
  for: 'staff',
  roles,
  ...others,
});
const [platform, anybody, operator, signedIn, self] = (
  ['platform', 'public', 'operator', 'signed-in', 'self'] as const
).map((kind): Rule => ({ for: kind })) as [Rule, Rule, Rule, Rule, Rule];

const [volunteer, newcomer] = (['volunteer', 'newcomer'] as const).map((account): Rule => ({
  for: 'self',
  account,
})) as [Rule, Rule];

const administrator = staff('A');
const office = staff('AC');
const trainers = staff('ACT');
const readers = staff('ACTM');
const everybody = staff('ACTMN');

/** Pages of the process itself. */
const pages: Readonly<Record<string, Rule>> = {
  'GET /health/live': platform,
  'GET /health/progress': platform,
  'GET /health/ready': platform,
  'GET /metrics': platform,
  'GET /session': platform,
  'GET /registration/tenants': platform,
  'POST /logout': platform,
  'POST /logout/everywhere': platform,
};

const registration: Readonly<Record<string, Rule>> = {
  'GET /registration/platform/tenants': operator,
  'POST /registration/platform/tenants': operator,
  'GET /registration/:tenant/settings': everybody,
  'PATCH /registration/:tenant/settings': administrator,
  'GET /registration/:tenant/offices': everybody,
  'POST /registration/:tenant/offices': administrator,
  'POST /registration/:tenant/offices/:id/close': administrator,
  'GET /registration/:tenant/staff': administrator,
  'POST /registration/:tenant/staff': administrator,
  'POST /registration/:tenant/staff/:id/dismiss': administrator,
  'POST /registration/:tenant/staff/:id/invite-again': administrator,
  'PUT /registration/:tenant/staff/:id/roles': administrator,
  'POST /registration/:tenant/invitations/accept': signedIn,
  'GET /registration/:tenant/accounts': office,
  'POST /registration/:tenant/accounts': office,
  'POST /registration/:tenant/accounts/:id/end': office,
  'POST /registration/:tenant/me/account/end': self,
  'GET /registration/:tenant/me': volunteer,
  'PATCH /registration/:tenant/me': volunteer,
  'POST /registration/:tenant/me/pause': volunteer,
  'POST /registration/:tenant/me/resume': volunteer,
  'GET /registration/:tenant/me/household': newcomer,
  'GET /registration/:tenant/agreements': office,
  'POST /registration/:tenant/agreements': administrator,
  'POST /registration/:tenant/agreements/:partner/end': administrator,
  'GET /registration/:tenant/oversights': office,
  'GET /registration/:tenant/oversights/received': everybody,
  'POST /registration/:tenant/oversights': administrator,
  'POST /registration/:tenant/oversights/:id/revoke': administrator,
  'GET /registration/:tenant/tokens': administrator,
  'POST /registration/:tenant/tokens': administrator,
  'POST /registration/:tenant/tokens/:id/revoke': administrator,
  'GET /registration/:tenant/volunteers': readers,
  'GET /registration/:tenant/volunteers/:id': readers,
  'GET /registration/:tenant/volunteers/:id/timeline': office,
  'POST /registration/:tenant/volunteers': office,
  'PATCH /registration/:tenant/volunteers/:id': office,
  'POST /registration/:tenant/volunteers/:id/accept': office,
  'POST /registration/:tenant/volunteers/:id/decline': office,
  'POST /registration/:tenant/volunteers/:id/leave': office,
  'POST /registration/:tenant/volunteers/:id/merge': office,
  'DELETE /registration/:tenant/volunteers/:id/merge': office,
  'POST /registration/:tenant/volunteers/:id/pause': office,
  'POST /registration/:tenant/volunteers/:id/resume': office,
  'POST /registration/:tenant/imports/volunteers': office,
  'GET /registration/:tenant/imports/:id': trainers,
  'POST /registration/:tenant/interests': anybody,
  'POST /registration/:tenant/help-requests': anybody,
  'GET /registration/:tenant/newcomers': office,
  'GET /registration/:tenant/newcomers/:id': office,
  'POST /registration/:tenant/newcomers': office,
  'PATCH /registration/:tenant/newcomers/:id': office,
  'GET /registration/:tenant/erasures': office,
  'GET /registration/:tenant/erasures/:id': office,
  'POST /registration/:tenant/erasures': office,
  'POST /registration/:tenant/erasures/:id/holds': office,
  'DELETE /registration/:tenant/erasures/:id/holds/:holdId': office,
  'POST /registration/:tenant/erasures/:id/order': administrator,
  'POST /registration/:tenant/erasures/:id/objection': administrator,
  'POST /registration/:tenant/me/erasure': self,
  'POST /registration/:tenant/restrictions': office,
  'DELETE /registration/:tenant/restrictions/:id': administrator,
  'POST /registration/:tenant/me/restriction': self,
  'GET /registration/:tenant/exports': office,
  'GET /registration/:tenant/exports/:id': office,
  'GET /registration/:tenant/exports/:id/data.json': office,
  'GET /registration/:tenant/exports/:id/document.pdf': office,
  'POST /registration/:tenant/exports': office,
  'GET /registration/:tenant/me/exports': self,
  'GET /registration/:tenant/me/exports/:id': self,
  'GET /registration/:tenant/me/exports/:id/data.json': self,
  'GET /registration/:tenant/me/exports/:id/document.pdf': self,
  'POST /registration/:tenant/me/exports': self,
  'GET /registration/:tenant/access-log/:subjectId': administrator,
  'GET /registration/:tenant/changes': office,
  'GET /registration/:tenant/me/access-log': self,
};

const training: Readonly<Record<string, Rule>> = {
  'GET /training/:tenant/me/courses': volunteer,
  'POST /training/:tenant/me/courses/:id/cancel': volunteer,
  'GET /training/:tenant/me/certificates': volunteer,
  'GET /training/:tenant/me/certificates/:id.pdf': volunteer,
  'GET /training/:tenant/access-log/:subjectId': administrator,
  'GET /training/:tenant/changes': office,
  'GET /training/:tenant/me/access-log': self,
  'GET /training/:tenant/next-courses': anybody,
  'GET /training/:tenant/verify/:code': anybody,
  'GET /training/:tenant/courses': staff('ACTM', { county: 'courses' }),
  'GET /training/:tenant/courses/:id': trainers,
  'GET /training/:tenant/curricula': readers,
  'GET /training/:tenant/certificates': trainers,
  'GET /training/:tenant/certificates/:id.pdf': trainers,
  'GET /training/:tenant/courses/:id/certificates.pdf': trainers,
  'GET /training/:tenant/imports/:id': trainers,
  'POST /training/:tenant/courses': trainers,
  'POST /training/:tenant/courses/:id/complete': trainers,
  'POST /training/:tenant/courses/:id/shares': trainers,
  'DELETE /training/:tenant/courses/:id/shares/:partner': trainers,
  'GET /training/:tenant/shared-courses': trainers,
  'POST /training/:tenant/shared-courses/:host/:id/enrolments': trainers,
  'DELETE /training/:tenant/shared-courses/:host/:id/enrolments/:volunteerId': trainers,
  'POST /training/:tenant/courses/:id/enrolments': trainers,
  'DELETE /training/:tenant/courses/:id/enrolments/:volunteerId': trainers,
  'POST /training/:tenant/courses/:id/invitations': trainers,
  'POST /training/:tenant/courses/:id/sessions/:n/attendance': trainers,
  'POST /training/:tenant/courses/:id/sessions/:n/make-ups': trainers,
  'POST /training/:tenant/curricula': trainers,
  'POST /training/:tenant/imports/attendance': trainers,
  'POST /training/:tenant/imports/courses': trainers,
};

const matching: Readonly<Record<string, Rule>> = {
  'GET /matching/:tenant/me/proposals': volunteer,
  'POST /matching/:tenant/me/proposals/:id/accept': volunteer,
  'POST /matching/:tenant/me/proposals/:id/decline': volunteer,
  'GET /matching/:tenant/me/placements': volunteer,
  'POST /matching/:tenant/me/placements/:id/visits': volunteer,
  'GET /matching/:tenant/me/requests': newcomer,
  'POST /matching/:tenant/me/requests': newcomer,
  'POST /matching/:tenant/me/requests/:id/withdraw': newcomer,
  'GET /matching/:tenant/linked-proposal': anybody,
  'POST /matching/:tenant/linked-proposal/accept': anybody,
  'POST /matching/:tenant/linked-proposal/decline': anybody,
  'GET /matching/:tenant/access-log/:subjectId': administrator,
  'GET /matching/:tenant/changes': office,
  'GET /matching/:tenant/me/access-log': self,
  'GET /matching/:tenant/imports/:id': trainers,
  'GET /matching/:tenant/placements': readers,
  'GET /matching/:tenant/placements/:id': readers,
  'GET /matching/:tenant/proposals': readers,
  'GET /matching/:tenant/proposals/:id': readers,
  'GET /matching/:tenant/requests': readers,
  'GET /matching/:tenant/requests/:id': readers,
  'GET /matching/:tenant/requests/:id/explanation': readers,
  'GET /matching/:tenant/shortages': staff('ACTM', { county: 'shortages' }),
  'GET /matching/:tenant/weights': readers,
  'PUT /matching/:tenant/weights': office,
  'POST /matching/:tenant/imports/requests': office,
  'POST /matching/:tenant/placements/:id/end': office,
  'POST /matching/:tenant/placements/:id/visits': office,
  'POST /matching/:tenant/proposals/:id/accept': office,
  'POST /matching/:tenant/proposals/:id/confirm': office,
  'POST /matching/:tenant/proposals/:id/decline': office,
  'POST /matching/:tenant/proposals/compute': office,
  'POST /matching/:tenant/requests': office,
  'POST /matching/:tenant/requests/:id/withdraw': office,
};

const others: Readonly<Record<string, Rule>> = {
  'GET /notifications/:tenant/access-log/:subjectId': administrator,
  'GET /notifications/:tenant/changes': office,
  'GET /notifications/:tenant/me/access-log': self,
  'GET /notifications/:tenant/me/messages': self,
  'GET /notifications/:tenant/messages': office,
  'GET /notifications/:tenant/messages/:id': office,
  'POST /notifications/:tenant/messages/:id/retry': office,
  'GET /reporting/:tenant/access-log/:subjectId': administrator,
  'GET /reporting/:tenant/changes': office,
  'GET /reporting/:tenant/me/access-log': self,
  'GET /reporting/:tenant/reports/integration': staff('ACMN', { county: 'aggregates' }),
};

export const rules: Readonly<Record<string, Rule>> = { ...pages, ...registration, ...training, ...matching, ...others };
