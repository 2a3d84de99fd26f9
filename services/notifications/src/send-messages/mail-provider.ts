import { Deployment, MailPort, openMail } from '@lotsennetz/platform';
import type { FactoryProvider } from '@nestjs/common';

/** The way out for messages to people. */
export const mailProvider: FactoryProvider<MailPort> = {
  provide: MailPort,
  inject: [Deployment],
  useFactory: ({ config }: Deployment) => openMail(config),
};
