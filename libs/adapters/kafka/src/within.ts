/**
 * Answers what the work answers, or rejects when it takes too long. The work itself is not ended.
 * @throws Error when the time is over.
 */
export async function within<Result>(limitMs: number, work: Promise<Result> | Result): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
