import { contractEvent, streamOf } from '@lotsennetz/testing';
import { eventOf, messageOf } from './cloud-event-message.js';

const event = {
  ...contractEvent(streamOf('c1'), 7, { title: 'Kurs 😀 سلام', list: [1, null] }),
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
};

/** As it comes back from a broker: bytes. */
function delivered({ value, headers }: ReturnType<typeof messageOf>) {
  const bytes = Object.entries(headers ?? {}).map(([name, text]) => [name, Buffer.from(String(text))]);
  return { value: Buffer.from(String(value)), headers: Object.fromEntries(bytes) as Record<string, Buffer> };
}

it('is a CloudEvent in binary mode, with the stream as key', () => {
  expect(messageOf('training', event)).toEqual({
    key: 'training.course-siegen_c1',
    value: JSON.stringify(event.data),
    headers: {
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: 'training.course-siegen_c1/7',
      ce_source: '/training',
      ce_type: 'training.course-planned.v1',
      ce_subject: 'training.course-siegen_c1',
      ce_time: '2015-11-20T08:00:00.000Z',
      ce_revision: '7',
      ce_happenedon: '2015-11-19',
      ce_tenant: 'siegen',
      ce_correlationid: 'c-1',
      ce_traceparent: event.traceparent,
    },
  });
});

it('comes back as it was, with and without a trace', () => {
  const { traceparent: _, ...untraced } = event;
  expect(eventOf(delivered(messageOf('training', event)))).toStrictEqual(event);
  expect(eventOf(delivered(messageOf('training', untraced)))).toStrictEqual(untraced);
});

it.each([
  ['without headers', () => ({ value: Buffer.from('{}') })],
  ['without a value', () => ({ ...delivered(messageOf('training', event)), value: null })],
  ['that is not JSON', () => ({ ...delivered(messageOf('training', event)), value: Buffer.from('{') })],
  ['that is no object', () => ({ ...delivered(messageOf('training', event)), value: Buffer.from('7') })],
  [
    'without its stream',
    () => delivered({ ...messageOf('training', event), headers: { ce_id: 'x', ce_revision: '1' } }),
  ],
])('a message %s is none of ours', (_, message) => {
  expect(eventOf(message())).toBeUndefined();
});
