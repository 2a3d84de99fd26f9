import { startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { createTokenFor, foundTenantNamed, registration } from './index.js';

describe('what tells that something has changed', () => {
  let platform: TestDeployment;
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    platform = await startForTest([registration]);
    const runtime = platform.service('registration');
    for (const id of ['siegen', 'kreuztal']) {
      await foundTenantNamed(runtime, { id, name: id, kind: 'municipality', timeZone: 'Europe/Berlin' });
      tokens[id] = (await createTokenFor(runtime, { tenant: id, role: 'coordinator' })).token;
    }
    await platform.settled();
  });
  afterAll(() => platform.close());

  const listen = (tenant: string) =>
    fetch(`${platform.url}/registration/${tenant}/changes`, {
      headers: { accept: 'text/event-stream', authorization: `Bearer ${tokens[tenant] ?? ''}` },
    });
  async function* told(answer: Response): AsyncGenerator<{ views: string[]; position: string }> {
    let rest = '';
    for await (const part of answer.body!.pipeThrough(new TextDecoderStream())) {
      rest += part;
      const messages = rest.split('\n\n');
      rest = messages.pop() ?? '';
      for (const message of messages)
        if (message.startsWith('data: ')) yield JSON.parse(message.slice(6)) as { views: string[]; position: string };
    }
  }
  const offer = (tenant: string, familyName: string) =>
    platform.call('POST', `/registration/${tenant}/volunteers`, {
      body: { givenName: 'Rosa', familyName, email: 'rosa@example.org' },
      token: tokens[tenant] ?? '',
    });

  it('names the views of the tenant and a position, no row, and nothing of other tenants', async () => {
    const answer = await listen('siegen');
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    await offer('kreuztal', 'Fremd');
    const mine = await offer('siegen', 'Nassauer');
    const message = (await told(answer).next()).value as { views: string[]; position: string };
    expect(message).toEqual({ views: expect.arrayContaining(['volunteer-directory']), position: mine.body.position });
    expect(JSON.stringify(message)).not.toContain('Rosa');
  });

  it('is for programs that read streams', async () => {
    const answer = await platform.call('GET', '/registration/siegen/changes', { token: tokens['siegen'] ?? '' });
    expect([answer.status, answer.body.code]).toEqual([406, 'not-acceptable']);
  });

  it('ends when the process is to end', async () => {
    const open = await listen('siegen');
    const begin = Date.now();
    await Promise.all([platform.restart(), open.text()]);
    expect(Date.now() - begin).toBeLessThan(5_000);
  });
});
