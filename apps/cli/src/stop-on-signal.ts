/** Ends the process when it is told to, after work under way is finished. */
export function stopOnSignal(close: () => Promise<void>): void {
  const stop = () => {
    console.log('Stopping: finishing what is under way ...');
    void close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
