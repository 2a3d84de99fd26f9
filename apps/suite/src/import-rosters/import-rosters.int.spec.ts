import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importRosters } from './import-rosters.js';
import { PlatformClient } from './platform-client.js';

const refusal = {
  status: 422,
  code: 'import-rejected',
  title: 'The file has errors.',
  errors: [{ line: 2, column: 'Datum', problem: 'is empty', expected: 'a day' }],
};

describe('sending a folder of rosters', () => {
  let folder: string;
  let platform: Server;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rosters-'));
    platform = createServer((_, answer) => answer.writeHead(422).end(JSON.stringify(refusal)));
    await new Promise<void>((resolve) => platform.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    platform.close();
    rmSync(folder, { recursive: true });
  });

  it('names the file that was rejected, with its lines', async () => {
    writeFileSync(join(folder, 'kurse.csv'), 'Kurs;Modultitel\n');
    const client = new PlatformClient(`http://127.0.0.1:${(platform.address() as AddressInfo).port}`, 'token');
    const sent = importRosters(client, {
      tenant: 'siegen',
      path: folder,
      complete: false,
      onProgress: () => undefined,
    });
    await expect(sent).rejects.toMatchObject({
      code: 'import-rejected',
      message: 'kurse.csv: The file has errors.',
      lines: refusal.errors,
    });
  });
});
