/** Less than the 20 s after which a supervisor is entitled to kill: the reason is then still told. */
const finishWithinMs = 19_000;

/** Ends the process when it is told to, after work under way is finished; with 1 when that fails or takes too long. */
export function stopOnSignal(close: () => Promise<void>, withinMs = finishWithinMs): void {
  const giveUp = (reason: string) => {
    console.error(`Stopped before everything was finished: ${reason}`);
    process.exit(1);
  };
  const stop = () => {
    console.log('Stopping: finishing what is under way ...');
    setTimeout(() => giveUp(`it took longer than ${withinMs / 1000} s`), withinMs);
    void close().then(
      () => process.exit(0),
      (error: unknown) => giveUp(error instanceof Error ? error.message : 'unknown error'),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
