import { join } from 'node:path';
import { Deployment } from '@lotsennetz/platform';
import type { FactoryProvider } from '@nestjs/common';
import { FileMail } from './file-mail.js';
import { MailPort } from './mail-port.js';
import { SmtpMail } from './smtp-mail.js';

/** A mail server where one is configured, else files in the data folder. */
export const mailProvider: FactoryProvider<MailPort> = {
  provide: MailPort,
  inject: [Deployment],
  useFactory: ({ config: { smtpUrl, mailFrom, dataFolder } }: Deployment) =>
    smtpUrl === '' ? new FileMail(join(dataFolder, 'mail'), mailFrom) : new SmtpMail(smtpUrl, mailFrom),
};
