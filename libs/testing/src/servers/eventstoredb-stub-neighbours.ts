import type { StubEvent } from './eventstoredb-stub-log.js';

const binary = 'application/octet-stream';
const ours = 'registration.volunteer-siegen_1';

/**
 * What a real server holds beside our events, and must not reach us: its own, those of another application, and the links
 * that its projection by category makes of ours.
 */
export const neighbours: readonly (readonly [stream: string, event: StubEvent])[] = [
  ['$stats-127.0.0.1:2113', neighbour(0, { type: '$statsCollected', contentType: 'application/json', text: '{}' })],
  ['another-application-1', neighbour(1, { type: 'Measured', contentType: binary, text: '\u0000\u0001' })],
  ['$ce-registration.volunteer', neighbour(2, { type: '$>', contentType: binary, text: `0@${ours}` })],
];

function neighbour(
  number: number,
  { type, contentType, text }: { readonly type: string; readonly contentType: string; readonly text: string },
): StubEvent {
  return {
    id: `00000000-0000-7000-8000-00000000000${number}`,
    type,
    contentType,
    data: Buffer.from(text).toString('base64'),
    metadata: '',
  };
}
