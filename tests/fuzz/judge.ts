import type { Answer } from '../http-client.js';
import type { Operation } from './api-document.js';
import { formulaCells } from './formulas.js';
import type { Expectation, Rendered } from './render.js';

/** What is wrong with an answer; empty when nothing is. */
export function faultsOf(operation: Operation, { expectation, personal }: Rendered, answer: Answer): readonly string[] {
  const { status } = answer;
  if (status >= 500) return isViewBehind(answer) ? [] : [`answered ${status}`];
  const access = accessFaults(operation, expectation, status);
  if (status >= 400) return [...access, ...problemFaults(answer, personal)];
  return [...access, ...successFaults(operation, answer)];
}

export function isViewBehind({ status, text }: Answer): boolean {
  return status === 503 && text.includes('"view-behind"');
}

function accessFaults({ roles }: Operation, expectation: Expectation, status: number): readonly string[] {
  const { caller, addressIsOwn, addressExists, routable, parseable, namesForeign } = expectation;
  const expected = roles === undefined ? (addressExists ? undefined : 404) : statusFor(caller, addressIsOwn);
  if (expected === undefined) {
    if (status === 401 || status === 403) return [`a permitted caller was answered ${status}`];
    return namesForeign && status < 400 ? ["another tenant's thing was reached"] : [];
  }
  if (status < 400) return [`${caller} was answered ${status}`];
  return routable && parseable && status !== expected ? [`${caller} was answered ${status}, not ${expected}`] : [];
}

/** What the guard answers before anything else is looked at; undefined: it lets the request pass. */
function statusFor(caller: Expectation['caller'], addressIsOwn: boolean): number | undefined {
  switch (caller) {
    case 'nobody':
    case 'unknown':
    case 'malformed':
      return 401;
    case 'foreign':
      return addressIsOwn ? 404 : undefined;
    case 'lesser':
      return addressIsOwn ? 403 : 404;
    case 'permitted':
      return addressIsOwn ? undefined : 404;
  }
}

function problemFaults({ status, headers, text }: Answer, personal: readonly string[]): readonly string[] {
  if (!headers['content-type']?.startsWith('application/problem+json'))
    return [`${status} is ${headers['content-type'] ?? 'nothing'}, not a problem`];
  const problem = JSON.parse(text) as { readonly code?: unknown; readonly status?: unknown; readonly title?: unknown };
  return [
    ...(typeof problem.code === 'string' && /^[a-z][a-z-]+$/.test(problem.code) ? [] : [`${status} has no code`]),
    ...(problem.status === status ? [] : [`${status} says it is ${String(problem.status)}`]),
    ...(typeof problem.title === 'string' && problem.title !== '' ? [] : [`${status} has no title`]),
    ...(/node_modules|\bat .+:\d+:\d+|\.[jt]s:\d+/.test(text) ? [`${status} shows a stack`] : []),
    ...personal
      .filter((each) => text.includes(JSON.stringify(each).slice(1, -1)))
      .map(() => `${status} repeats what was sent`),
  ];
}

function successFaults(operation: Operation, { status, headers, text }: Answer): readonly string[] {
  const undocumented = Object.hasOwn(operation.documented.responses, `${status}`)
    ? []
    : [`${status} is not documented`];
  // 201 when something was recorded, 200 when it was done before: the document names the first.
  const repeated = status === 200 && Object.hasOwn(operation.documented.responses, '201');
  return [
    ...(repeated || status === 304 ? [] : undocumented),
    ...(operation.answersWrite ? writeFaults(headers.etag, text) : []),
    ...(headers['content-type']?.startsWith('text/csv')
      ? formulaCells(text).map((cell) => `exports the formula ${cell}`)
      : []),
  ];
}

function writeFaults(etag: string | undefined, text: string): readonly string[] {
  const { id, revision, position } = JSON.parse(text) as Record<string, unknown>;
  return [
    // A tenant's own settings go by the tenant's id, all else by a UUID.
    ...(typeof id === 'string' && /^[0-9a-z-]{2,40}$/.test(id) ? [] : ['a write without id']),
    // Taking away what never was: nothing was ever recorded of it.
    ...(Number.isInteger(revision) && Number(revision) >= (position === null ? -1 : 0)
      ? []
      : ['a write without revision']),
    ...(position === null || typeof position === 'string' ? [] : ['a write without position']),
    ...(etag === `"${String(revision)}"` ? [] : ['a write whose ETag is not its revision']),
  ];
}
