import type { Deployment } from '@lotsennetz/platform';

/** Ends the process when it is told to: work under way is finished first. */
export function stopOnSignal(deployment: Deployment): void {
  const stop = () => {
    console.log('Stopping: finishing what is under way ...');
    void deployment.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
