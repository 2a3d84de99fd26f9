import { join } from 'node:path';
import type { Config } from '../config.js';
import { FileMail } from './file-mail.js';
import type { MailPort } from './mail-port.js';
import { SmtpMail } from './smtp-mail.js';

/** Where mails in files lie: a folder for each tenant. */
export function mailFolder({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return join(dataFolder, 'mail');
}

/** A mail server where one is configured, else files in the data folder. */
export function openMail(config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataFolder'>): MailPort {
  const { smtpUrl, mailFrom } = config;
  return smtpUrl === '' ? new FileMail(mailFolder(config), mailFrom) : new SmtpMail(smtpUrl, mailFrom);
}
