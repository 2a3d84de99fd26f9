import { createTransport, type Transporter } from 'nodemailer';
import { mailMessage } from './mail-message.js';
import type { Delivery, Mail, MailPort } from './mail-port.js';

const timeoutMs = 20_000;

/** Mail through a server. A crash between its answer and our record repeats a mail at most once, under the same Message-ID. */
export class SmtpMail implements MailPort {
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    this.transport = createTransport({
      url,
      pool: true,
      maxConnections: 4,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
    });
  }

  async deliver(mail: Mail): Promise<Delivery> {
    try {
      await this.transport.sendMail(mailMessage(mail, this.from));
      return 'delivered';
    } catch (error) {
      return isRejection(error) ? 'rejected' : 'unreachable';
    }
  }

  /** Nothing is left here of what the server has taken. */
  remove(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.transport.close();
    return Promise.resolve();
  }
}

// A 5xx answer to the envelope or the content is about this mail; one to the login is about our settings.
function isRejection(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, responseCode } = error as { readonly code?: string; readonly responseCode?: number };
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500;
}
