import { describeWithServer, eventually } from '@lotsennetz/testing';
import { commandsTo } from './commands.js';
import { Fleet } from './fleet.js';
import { findFaultServers, type OwnServers } from './servers.js';

const poison = { NODE_OPTIONS: `--import ${new URL('poison.mjs', import.meta.url).href}` };

describeWithServer('services on a store of their own', await findFaultServers(), (start) => {
  let servers: OwnServers;
  beforeAll(async () => {
    servers = await start()();
  }, 120_000);
  afterAll(() => servers[Symbol.asyncDispose](), 60_000);

  it('event store gone: commands say so within 2 s, reads go on, and all is well when it is back', async () => {
    const esdb = { ...servers.settings, LOTSENNETZ_EVENT_STORE: servers.eventStore.url };
    await using fleet = new Fleet(esdb);
    const member = await fleet.add(['registration']);
    const token = await fleet.tenant('siegen');
    const before = commandsTo(member, token);
    for (let each = 0; each < 5; each++) expect((await before.one()).status).toBe(201);
    await servers.eventStore.kill();
    const meanwhile = commandsTo(member, token);
    for (let each = 0; each < 10; each++) {
      await meanwhile.one();
      expect(await meanwhile.list()).toBe(200);
    }
    meanwhile.tell((text) => process.stderr.write(`without an event store: ${text}\n`));
    expect(meanwhile.otherThan(503)).toEqual([]);
    expect(meanwhile.slowestMs()).toBeLessThan(2_000);
    await servers.eventStore.bringBack();
    const after = commandsTo(member, token);
    await eventually(async () => expect((await after.one()).status).toBe(201), 30_000);
    await fleet.settled();
    expect((await fleet.stop(member)).exitCode).toBe(0);
  }, 120_000);

  it('an event that a faulty version cannot handle parks its stream only; the mended version takes it up', async () => {
    await using fleet = new Fleet({
      ...servers.settings,
      LOTSENNETZ_READ_MODELS: servers.settings['LOTSENNETZ_READ_MODELS']?.replace('/faults', '/poison') ?? '',
      LOTSENNETZ_BUS: `${servers.settings['LOTSENNETZ_BUS'] ?? ''}&prefix=poison.`,
    });
    const registration = await fleet.add(['registration']);
    const faulty = await fleet.add(['training'], poison);
    const commands = commandsTo(registration, await fleet.tenant('siegen'));
    const register = async (town: string) => (JSON.parse((await commands.one(town)).text) as { id: string }).id;
    const known = async (id: string) => {
      const store = fleet.under.stores.services.get('training')?.eventStore;
      return (await store?.readStream(`training.participant-siegen_${id}` as never))?.length ?? 0;
    };
    const bad = await register('Giftstadt');
    const parked = async () => (await fleet.under.cli('parked', 'list')).stdout;
    await eventually(async () => expect(await parked()).toContain(bad), 30_000);
    const lagsMs: number[] = [];
    for (let each = 0; each < 10; each++) {
      const id = await register('Siegen');
      const since = performance.now();
      await eventually(async () => expect(await known(id)).toBeGreaterThan(0));
      lagsMs.push(performance.now() - since);
    }
    process.stderr.write(`beside a parked stream others lag at most ${Math.max(...lagsMs).toFixed(0)} ms\n`);
    expect(Math.max(...lagsMs)).toBeLessThan(5_000);
    expect(await known(bad)).toBe(0);
    expect((await fleet.stop(faulty)).exitCode).toBe(0);
    await fleet.add(['training']);
    expect((await fleet.under.cli('parked', 'retry')).stdout).toContain('asked for 1 stream');
    await eventually(async () => expect(await known(bad)).toBeGreaterThan(0), 30_000);
    await eventually(async () => expect(await parked()).toBe(''), 30_000);
    await fleet.settled();
  }, 120_000);

  it('bus gone: reads go on, readiness stays 200 and says since when no news of grants comes, until it is back', async () => {
    await using fleet = new Fleet({
      ...servers.settings,
      LOTSENNETZ_READ_MODELS: servers.settings['LOTSENNETZ_READ_MODELS']?.replace('/faults', '/grants') ?? '',
      LOTSENNETZ_BUS: `${servers.settings['LOTSENNETZ_BUS'] ?? ''}&prefix=grants.`,
    });
    const member = await fleet.add(['registration']);
    const commands = commandsTo(member, await fleet.tenant('siegen'));
    const ready = async () => {
      const { status, text } = await member.process.http.send({ method: 'GET', path: '/health/ready' });
      return { http: status, ...(JSON.parse(text) as { readonly grants?: { readonly since: string } }) };
    };
    expect(await ready()).toEqual({ http: 200, status: 'ready', services: ['registration'] });
    const goneAt = Date.now();
    await servers.kafka.kill();
    await eventually(async () => expect(await ready()).toHaveProperty('grants'), 30_000);
    const { http, grants } = await ready();
    expect(http).toBe(200);
    expect(Math.abs(Date.parse(grants?.since ?? '') - goneAt)).toBeLessThan(5_000);
    expect(await commands.list()).toBe(200);
    await servers.kafka.bringBack();
    await eventually(async () => expect(await ready()).not.toHaveProperty('grants'), 60_000);
    expect((await fleet.stop(member)).exitCode).toBe(0);
  }, 180_000);
});
