import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClock } from '@lotsennetz/testing';
import { readConfig } from '../config.js';
import { openDocuments } from '../open-ports.js';
import { platformScope } from './platform-scope.js';
import { Sessions } from './sessions.js';

const petra = { identity: 'petra', secondFactor: true, name: 'Petra Musterfrau', idToken: 'header.payload.signature' };

describe('sessions on embedded stores', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
  const config = readConfig({ LOTSENNETZ_DATA: folder });
  const clock = new FakeClock('2026-03-02T08:00:00.000Z');
  const documents = openDocuments(config, 'sessions');
  const sessions = new Sessions(documents, clock);
  const stored = () => documents.count('sessions', platformScope);

  beforeAll(() => sessions.open());
  afterAll(async () => {
    await documents.close();
    rmSync(folder, { recursive: true });
  });

  it('are found by their id, with what signing in told', async () => {
    const id = await sessions.begin(petra);
    expect(id).toMatch(/^[\w-]{43}$/);
    const found = await sessions.find(id);
    expect(found).toMatchObject({ ...petra, startedAt: clock.now() });
    expect(found?.csrfToken).toMatch(/^[\w-]{43}$/);
    expect(await sessions.find(`${id}x`)).toBeUndefined();
  });

  it('end after 30 minutes without use', async () => {
    const id = await sessions.begin(petra);
    clock.advance({ minutes: 29 });
    expect(await sessions.find(id)).toBeDefined();
    clock.advance({ minutes: 29 });
    expect(await sessions.find(id)).toBeDefined();
    clock.advance({ minutes: 30 });
    expect(await sessions.find(id)).toBeUndefined();
  });

  it('end after 12 hours, however busy', async () => {
    const id = await sessions.begin(petra);
    for (let quarters = 0; quarters < 47; quarters++) {
      clock.advance({ minutes: 15 });
      expect(await sessions.find(id)).toBeDefined();
    }
    clock.advance({ minutes: 15 });
    expect(await sessions.find(id)).toBeUndefined();
  });

  it('end at once when somebody signs out, for other processes too, and ending twice changes nothing', async () => {
    const id = await sessions.begin(petra);
    const elsewhere = openDocuments(config, 'sessions');
    const other = new Sessions(elsewhere, clock);
    expect(await other.find(id)).toBeDefined();
    await sessions.end(id);
    await sessions.end(id);
    expect(await other.find(id)).toBeUndefined();
    await elsewhere.close();
  });

  it('stay ended when a request that was under way writes its use down', async () => {
    const slow = openDocuments(config, 'sessions');
    let id = '';
    const get = slow.get.bind(slow);
    slow.get = async (...asked) => {
      const row = await get(...asked);
      await sessions.end(id);
      return row as never;
    };
    id = await sessions.begin(petra);
    clock.advance({ minutes: 5 });
    await new Sessions(slow, clock).find(id);
    expect(await sessions.find(id)).toBeUndefined();
    await slow.close();
  });

  it('of one person end together, those of others stay', async () => {
    const ids = await Promise.all([sessions.begin(petra), sessions.begin(petra)]);
    const others = await sessions.begin({ identity: 'omar', secondFactor: false });
    expect(await sessions.endAllOf('petra')).toBeGreaterThanOrEqual(2);
    expect(await Promise.all(ids.map((id) => sessions.find(id)))).toEqual([undefined, undefined]);
    expect(await sessions.find(others)).toMatchObject({ identity: 'omar' });
  });

  it('are swept once they are over', async () => {
    await sessions.begin(petra);
    clock.advance({ hours: 13 });
    expect(await stored()).toBeGreaterThan(0);
    await sessions.sweep();
    expect(await stored()).toBe(0);
    expect(await sessions.sweep()).toBe(0);
  });

  it('lie on disk without their id, name or ID token', async () => {
    const id = await sessions.begin(petra);
    const bytes = Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))));
    for (const secret of [id, petra.name, petra.idToken]) expect(bytes.includes(secret)).toBe(false);
    expect(bytes.includes(petra.identity)).toBe(true);
  });
});
