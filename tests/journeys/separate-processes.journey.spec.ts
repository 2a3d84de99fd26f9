import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlatformProcess, runCli, type Settings } from '../platform-process.js';

describe('services as separate processes of one host', () => {
  let folder: string;
  let settings: Settings;
  let running: PlatformProcess[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
    settings = { LOTSENNETZ_DATA: folder, PORT: '0' };
    running = [];
  });
  afterEach(async () => {
    for (const each of running) await each.kill();
    rmSync(folder, { recursive: true });
  });

  const serve = async (...services: readonly string[]) => {
    const started = await PlatformProcess.start(settings, ['serve', ...services]);
    running.push(started);
    return started;
  };

  it('share a data folder, learn from each other, and stop when told to', async () => {
    const registration = await serve('registration');
    const others = await serve('training', 'matching', 'notifications', 'reporting');
    const founded = await runCli(settings, 'tenant', 'add', 'netphen', '--name', 'Netphen', '--kind', 'municipality');
    expect(founded).toMatchObject({ status: 0 });
    const token = await runCli(settings, 'token', 'create', '--tenant', 'netphen', '--role', 'coordinator');
    const headers = { authorization: `Bearer ${token.stdout.trim()}` };
    const ask = (of: PlatformProcess, path: string) => of.http.send({ method: 'GET', path, headers });
    expect(await ask(registration, '/registration/netphen/volunteers')).toMatchObject({ status: 200 });
    expect(await ask(others, '/training/netphen/courses')).toMatchObject({ status: 200 });
    expect(await ask(others, '/registration/netphen/volunteers')).toMatchObject({ status: 404 });
    expect(await registration.stop()).toBe(0);
  });
  it('refuse the same service twice, and all of them beside one', async () => {
    await serve('training');
    const refusal = { status: 1, stderr: expect.stringContaining('another Lotsennetz serves training') };
    expect(await runCli(settings, 'serve', 'training')).toMatchObject(refusal);
    expect(await runCli(settings, 'start', '--no-example')).toMatchObject(refusal);
  });
  it('name the services there are when one is unknown', async () => {
    expect(await runCli(settings, 'serve', 'traning')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("no service 'traning'; there are registration, training"),
    });
  });
});
