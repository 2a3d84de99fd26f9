import type { SendMailOptions } from 'nodemailer';
import type { Mail } from './mail-port.js';

/** The mail in nodemailer's words; it also encodes what cannot stand in a header. */
export function mailMessage(mail: Mail, from: string): SendMailOptions {
  return {
    messageId: `<${mail.messageId}>`,
    from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    date: new Date(mail.date),
    // Nobody's holiday answer should come back (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
  };
}
