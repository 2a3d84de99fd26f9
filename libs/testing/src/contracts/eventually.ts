import { pause } from '@lotsennetz/kernel';

const never = new AbortController().signal;

/**
 * Waits until the assertion holds, trying often: contract suites know no timing, only a deadline.
 * @throws the assertion's last error when the deadline has passed.
 */
export async function eventually(assertion: () => unknown, withinMs = 15_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    try {
      await assertion();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(5, never);
    }
  }
}
