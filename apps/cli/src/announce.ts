import type { ExampleReport } from '@lotsennetz/suite';

/** Says that the example is there, and how to try it. */
export function announceExample(url: string, example: ExampleReport, exampleMs: number): void {
  if (example.loadedNow) console.log(`Example loaded in ${seconds(exampleMs)}.`);
  console.log('This is a demonstration with fictional people; its tokens are stored in the data folder. Try the API:');
  for (const [tenant, token] of Object.entries(example.tokens)) console.log(`  ${tenant.padEnd(10)} ${token}`);
  const [tenant, token] = Object.entries(example.tokens)[0] ?? [];
  if (tenant && token)
    console.log(`  curl -H "Authorization: Bearer ${token}" "${url}/reporting/${tenant}/reports/integration"`);
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
