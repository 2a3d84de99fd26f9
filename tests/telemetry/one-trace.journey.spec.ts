import { describeWithServer } from '@lotsennetz/testing';
import { topologies, type OpenPlatform, type Platform } from '../journeys/platform.js';
import { OtlpReceiver, type ReceivedSpan } from './otlp-receiver.js';

const receiver = await OtlpReceiver.start();
const settings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
  OTEL_METRIC_EXPORT_INTERVAL: '500',
  OTEL_BSP_SCHEDULE_DELAY: '200',
};
const caller = { traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7' };
const person = { givenName: 'Zerafina', familyName: 'Unverwechselbar', email: 'zerafina.u@example.org' };

for (const [name, found] of await topologies(process.env, settings))
  if (name !== 'remote')
    describeWithServer(`one trace from a request to the mail it leads to, ${name}`, found, (open) =>
      traced((tenant) => open()(tenant)),
    );

afterAll(() => receiver.close());

function traced(openPlatform: OpenPlatform): void {
  let platform: Platform;
  let enrolments: string;
  let volunteerId: string;
  beforeAll(async () => {
    receiver.spans.length = 0;
    platform = await openPlatform('netphen');
    volunteerId = await acceptedVolunteer(platform);
    const course = await plannedCourse(platform);
    enrolments = `/training/netphen/courses/${course}/enrolments`;
    await platform.eventually(
      () => platform.call('GET', `/training/netphen/courses/${course}`),
      ({ status }) => status === 200,
    );
    await platform.eventually(
      () => platform.call('POST', enrolments, { volunteerId }, traceparent),
      ({ status }) => status === 201,
    );
  }, 180_000);
  afterAll(() => platform.close());

  const traceparent = { traceparent: `00-${caller.traceId}-${caller.spanId}-01` };
  const mailed = (): Promise<ReceivedSpan> =>
    platform.eventually(
      () =>
        Promise.resolve(
          receiver.spans.find(({ name, traceId }) => name === 'recordAttempt' && traceId === caller.traceId),
        ),
      (span) => span !== undefined && receiver.lineage(span as ReceivedSpan).length === 7,
    );

  it('names every step, each part of the one before', async () => {
    const lineage = receiver.lineage(await mailed());
    expect(lineage.map(({ name }) => name)).toEqual([
      'POST /training/:tenant/courses/:id/enrolments',
      'enrolVolunteer',
      'publish training.volunteer-enrolled.v1',
      'react notifications.when-training-concerns-somebody-write',
      'queueMessage',
      'send mail',
      'recordAttempt',
    ]);
    expect(lineage[0]?.parentId).toBe(caller.spanId);
    expect(new Set(lineage.map(({ traceId }) => traceId))).toEqual(new Set([caller.traceId]));
    expect(lineage[5]?.attributes.get('lotsennetz.outcome')).toBe('sent');
  });

  it('begins a trace for a request that brings none', async () => {
    await platform.call('DELETE', `${enrolments}/${volunteerId}`);
    const [request] = await platform.eventually(
      () => Promise.resolve(receiver.spans.filter(({ name }) => name.startsWith('DELETE /training'))),
      (spans) => spans.length === 1,
    );
    expect(request).toMatchObject({ parentId: '' });
    expect(request.traceId).not.toBe(caller.traceId);
  });

  it('sends metrics beside, and of people nothing', async () => {
    await platform.eventually(
      () => Promise.resolve(receiver.metrics.has('lotsennetz_mails_total')),
      (there) => there === true,
    );
    const sent = Buffer.concat(receiver.bodies);
    for (const text of Object.values(person)) expect(sent.includes(text)).toBe(false);
    expect(sent.includes(volunteerId)).toBe(true);
  });
}

async function acceptedVolunteer(platform: Platform): Promise<string> {
  const profile = {
    ...person,
    town: 'Netphen',
    postalCode: '57250',
    languages: ['de'],
    topics: ['forms'],
    availability: ['mon-morning'],
    capacity: 1,
    gender: 'female',
  };
  const { body } = await platform.call('POST', '/registration/netphen/volunteers', profile);
  await platform.call('POST', `/registration/netphen/volunteers/${body.id}/accept`);
  return body.id as string;
}

async function plannedCourse(platform: Platform): Promise<string> {
  const { body: curriculum } = await platform.call('POST', '/training/netphen/curricula', {
    title: 'Qualifizierung',
    modules: [{ number: 1, title: 'Recht', minutes: 90 }],
  });
  const { body: course } = await platform.call('POST', '/training/netphen/courses', {
    curriculumId: curriculum.id,
    code: 'NE-1',
    title: 'Qualifizierung Netphen',
    town: 'Netphen',
    seats: 2,
    sessions: [{ module: 1, heldOn: '2099-01-07', startsAt: '18:00', endsAt: '19:30' }],
  });
  return course.id as string;
}
