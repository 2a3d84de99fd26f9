import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { mailMessage } from './mail-message.js';
import type { Delivery, Mail, MailPort } from './mail-port.js';

/**
 * Mail as files, `<folder>/<tenant>/<Message-ID>.eml`, for trying out and for offices without a mail server.
 * A mail that comes again after a crash overwrites itself, so each is there exactly once. The files hold names and
 * addresses in clear, as mails do.
 */
export class FileMail implements MailPort {
  private readonly composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(
    private readonly folder: string,
    private readonly from: string,
  ) {}

  async deliver(mail: Mail): Promise<Delivery> {
    const { message } = await this.composer.sendMail(mailMessage(mail, this.from));
    const folder = join(this.folder, mail.tenant);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, `${mail.messageId}.eml`);
    await writeDurably(`${file}.part`, message as Buffer);
    await rename(`${file}.part`, file);
    // The new name too must outlive a power cut before anybody records that the mail was sent.
    await syncFolder(folder);
    return 'delivered';
  }

  async remove(tenant: string, messages: readonly string[]): Promise<void> {
    const folder = join(this.folder, tenant);
    const wanted = new Set(messages);
    const files = await readdir(folder).catch(nothingWritten);
    // Whatever the address of the platform was when it was written, and also what a crash has left half written.
    const theirs = files.filter((file) => wanted.has(file.slice(0, file.indexOf('@'))));
    await Promise.all(theirs.map((file) => rm(join(folder, file), { force: true })));
    if (theirs.length > 0) await syncFolder(folder);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function nothingWritten(error: unknown): readonly string[] {
  // Not by `instanceof`: under a test runner node's own errors come from another realm.
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
}

async function writeDurably(file: string, content: Buffer): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
