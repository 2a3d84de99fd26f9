import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { addressesPast, pause, type RecordedEvent } from '@lotsennetz/kernel';
import { ofCategory, type History } from './history.js';

/** What somebody is written to about, and with which template. */
const reasons: Readonly<Record<string, string>> = {
  VolunteerInvited: 'invited',
  VolunteerEnrolled: 'enrolled',
  VolunteerWaitlisted: 'waitlisted',
  VolunteerPromoted: 'promoted',
  CertificateIssued: 'certificate-ready',
  ProposalMade: 'proposal',
  PlacementConfirmed: 'placement-confirmed',
};

/** One message for each reason, no message without one, and each in the mail folder once. Read from events and files alone. */
export function messageFaults(histories: ReadonlyMap<string, History>, mailFolder: string): readonly string[] {
  const expected = ['training', 'matching']
    .flatMap((service) => histories.get(service) ?? [])
    .filter((event) => reasons[event.type] !== undefined && !addressesPast(event))
    .map((event) => `${reasons[event.type] ?? ''} because of ${event.id}`);
  const messages = [...ofCategory(histories.get('notifications') ?? [], 'message').values()];
  const queued = messages
    .flatMap((message) => message.filter(({ type }) => type === 'MessageQueued'))
    .filter((event) => !['reminder', 'membership-invited'].includes(templateOf(event)))
    .map((event) => `${templateOf(event)} because of ${event.meta.causationId ?? 'nothing'}`);
  return [
    ...missingIn(queued, expected).map((each) => `never queued: ${each}`),
    ...missingIn(expected, queued).map((each) => `queued without reason: ${each}`),
    ...repeated(queued).map((each) => `queued twice: ${each}`),
    ...messages.filter((message) => isSent(message, 2)).map(([first]) => `sent twice: ${first?.stream ?? ''}`),
    ...mailFaults(messages, mailFolder),
  ];
}

/** Waits until every message is sent or given up, at most half a minute; then, those that are not. */
export async function unsent(readHistory: () => Promise<History>): Promise<readonly string[]> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const messages = [...ofCategory(await readHistory(), 'message').values()];
    const waiting = messages.filter((message) => !message.some(({ type }) => /^Message(Sent|GivenUp)$/.test(type)));
    if (waiting.length === 0 || Date.now() > deadline) return waiting.map(described);
    await pause(200);
  }
}

function described(message: History): string {
  return `${idOf(message[0])} ${message.map(({ type, data }) => `${type} ${JSON.stringify(data)}`).join(', ')}`;
}

function mailFaults(messages: readonly History[], folder: string): readonly string[] {
  const sent = messages.filter((message) => isSent(message, 1)).map(([first]) => idOf(first));
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const mails = files.map((file) => file.replace(/@.*$/, ''));
  return [
    ...missingIn(mails, sent).map((id) => `sent, but no file: ${id}`),
    ...missingIn(sent, mails).map((id) => `a file, but never sent: ${id}`),
    ...files.filter((file) => !file.endsWith('.eml')).map((file) => `left half written: ${file}`),
  ];
}

function isSent(message: History, times: number): boolean {
  return message.filter(({ type }) => type === 'MessageSent').length >= times;
}

function idOf(event: RecordedEvent | undefined): string {
  return event?.stream.replace(/^.*_/, '') ?? '';
}

function templateOf({ data }: RecordedEvent): string {
  return (data as { readonly template: string }).template;
}

function missingIn(there: readonly string[], wanted: readonly string[]): readonly string[] {
  const set = new Set(there);
  return wanted.filter((each) => !set.has(each));
}

function repeated(list: readonly string[]): readonly string[] {
  return list.filter((each, index) => list.indexOf(each) !== index);
}

export function mailFolderOf(dataFolder: string, tenant: string): string {
  return join(dataFolder, 'mail', tenant);
}
