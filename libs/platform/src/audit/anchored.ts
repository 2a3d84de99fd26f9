import { Logger } from '@nestjs/common';
import { describeError } from '../telemetry/describe-error.js';

const logger = new Logger('audit');

/** Anchors now. Records go on without an anchor, which is tried again an hour later: only a cut end would not be noticed. */
export async function anchored(audit: { anchor(): Promise<void> }): Promise<void> {
  try {
    await audit.anchor();
  } catch (error) {
    logger.error(`the audit records could not be anchored: ${describeError(error)}`);
  }
}
