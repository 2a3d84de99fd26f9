/** What a coordinator calls a request by. */
export interface RequestLabel {
  readonly language: string;
  readonly area: string;
  readonly topic: string;
}

/** A group of requests in the words they mostly share; a word is missing where they differ. */
export interface GroupSummary {
  readonly language?: string;
  readonly area?: string;
  readonly topic?: string;
  readonly requests: number;
  readonly places: number;
}

/** Share of a group that has to agree on a word for it to stand for the group. */
const AGREEMENT = 2 / 3;

/** Sums a group up by the words at least two thirds share. */
export function summarise(labels: readonly RequestLabel[], places: number): GroupSummary {
  const language = commonWord(labels.map((label) => label.language));
  const area = commonWord(labels.map((label) => label.area));
  const topic = commonWord(labels.map((label) => label.topic));
  return {
    ...(language === undefined ? {} : { language }),
    ...(area === undefined ? {} : { area }),
    ...(topic === undefined ? {} : { topic }),
    requests: labels.length,
    places,
  };
}

function commonWord(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [word, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return count > 0 && count >= AGREEMENT * words.length ? word : undefined;
}
