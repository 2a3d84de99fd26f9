import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { instant } from '@lotsennetz/kernel';
import type { Mail } from './mail-port.js';
import { SmtpMail } from './smtp-mail.js';

/** As much of a mail server (RFC 5321) as these tests need; each command's answer can be replaced. */
class TinyMailServer {
  readonly received: string[] = [];
  readonly answers: Record<string, string> = {};
  private readonly server: Server = createServer((socket) => this.serve(socket));
  private readonly sockets = new Set<Socket>();

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    let text = '';
    let inData = false;
    socket.setEncoding('utf8').write('220 tiny.example.org\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk: string) => {
      text += chunk;
      for (let end = endOf(text, inData); end > 0; end = endOf(text, inData)) {
        const part = text.slice(0, end);
        text = text.slice(end);
        if (inData) this.received.push(part);
        const command = inData ? 'END' : part.slice(0, 4).trim().toUpperCase();
        inData = command === 'DATA';
        socket.write(`${this.answers[command] ?? (inData ? '354 go on' : '250 ok')}\r\n`);
      }
    });
  }
}

function endOf(text: string, inData: boolean): number {
  const mark = inData ? '\r\n.\r\n' : '\r\n';
  const at = text.indexOf(mark);
  return at < 0 ? 0 : at + mark.length;
}

const mail: Mail = {
  messageId: '0190-a@lotsen.example.org',
  tenant: 'siegen',
  to: { name: 'Zoë Müller\r\nBcc: everybody@example.org', address: 'zoe@example.org' },
  subject: 'Einladung – Ihr Kurs',
  text: 'Guten Tag Zoë Müller,\n\nbis bald.\n',
  language: 'de',
  date: instant('2026-03-02T07:00:00Z'),
};

describe('mail through a server', () => {
  let server: TinyMailServer;
  let smtp: SmtpMail;

  beforeEach(async () => {
    server = new TinyMailServer();
    smtp = new SmtpMail(await server.listen(), 'Lotsennetz <lotsennetz@example.org>');
  });
  afterEach(async () => {
    await smtp.close();
    await server.close();
  });

  it('hands over text and headers, and nothing can be smuggled into them', async () => {
    expect(await smtp.deliver(mail)).toBe('delivered');
    const [received = ''] = server.received;
    const [head = ''] = received.split('\r\n\r\n');
    expect(head).toContain('Message-ID: <0190-a@lotsen.example.org>');
    expect(head).toContain('From: Lotsennetz <lotsennetz@example.org>');
    expect(head).toContain('Auto-Submitted: auto-generated');
    expect(head).toContain('Date: Mon, 02 Mar 2026 07:00:00 +0000');
    expect(head).not.toMatch(/^Bcc:/m);
  });

  it('a repeated mail has the same Message-ID', async () => {
    await smtp.deliver(mail);
    await smtp.deliver(mail);
    const ids = server.received.map((text) => /^Message-ID: (.*)$/m.exec(text)?.[1]);
    expect(ids).toEqual(['<0190-a@lotsen.example.org>', '<0190-a@lotsen.example.org>']);
  });

  it.each([
    ['RCPT', '550 no such mailbox', 'rejected'],
    ['RCPT', '450 try again later', 'unreachable'],
    ['END', '554 not wanted', 'rejected'],
    ['END', '452 disk full', 'unreachable'],
    ['MAIL', '421 closing', 'unreachable'],
  ])('%s answered by "%s" is %s', async (command, answer, expected) => {
    server.answers[command] = answer;
    expect(await smtp.deliver(mail)).toBe(expected);
  });

  it('a server that is away is unreachable', async () => {
    await server.close();
    expect(await smtp.deliver(mail)).toBe('unreachable');
  });
});
