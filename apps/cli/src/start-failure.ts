import { Unavailable } from '@lotsennetz/kernel';
import { DataFolderInUse, type Config } from '@lotsennetz/platform';

/** The same failure, saying what to do about it where that is known. */
export function startFailure(error: unknown, { port }: Config): unknown {
  if (error instanceof DataFolderInUse)
    return new Error(`${error.message}; stop it first, or choose another folder with LOTSENNETZ_DATA`, {
      cause: error,
    });
  if (error instanceof Unavailable && error.cause instanceof Error)
    return new Error(`${error.message}: ${error.cause.message}`, { cause: error });
  return portTaken(error) ? new Error(`port ${port} is taken; choose another one with PORT`, { cause: error }) : error;
}

function portTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
