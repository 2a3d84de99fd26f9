import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant } from '@lotsennetz/kernel';
import type { Mail } from './mail-port.js';
import { FileMail } from './file-mail.js';

const to = { name: 'Rosa Nassauer', address: 'rosa@example.org' };
const mail = (messageId: string): Mail => ({
  ...{ messageId, tenant: 'siegen', to, subject: 'Kurs', text: 'Guten Tag', language: 'de' },
  date: instant('2015-11-20T08:00:00Z'),
});

describe('mail as files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
  const mails = new FileMail(folder, 'office@example.org');
  afterAll(() => rmSync(folder, { recursive: true }));
  const files = () => readdirSync(join(folder, 'siegen')).sort();

  it('of a forgotten person is deleted, under whatever address it was written, and half written too', async () => {
    const others = 'm10@new.example.org';
    for (const id of ['m1@old.example.org', 'm1@new.example.org', others]) await mails.deliver(mail(id));
    writeFileSync(join(folder, 'siegen', ['m1@new.example.org', 'eml.part'].join('.')), 'Rosa');
    await mails.remove('siegen', ['m1', 'm2']);
    expect(files()).toEqual([`${others}.eml`]);
    await mails.remove('siegen', ['m1', 'm2']);
    expect(files()).toEqual([`${others}.eml`]);
  });
  it('of a tenant that was never written to is nothing to delete', async () => {
    await expect(mails.remove('kreuztal', ['m1'])).resolves.toBeUndefined();
  });
});
