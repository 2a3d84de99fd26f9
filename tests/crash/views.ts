import { hashCollection, Views } from '@lotsennetz/kernel';
import { services } from '@lotsennetz/suite';
import type { OpenStores } from '../platform-under-test.js';

/** Views whose rows differ from those built anew from the history. */
export async function viewsUnlikeTheirRebuild({ services: opened }: OpenStores): Promise<readonly string[]> {
  const different: string[] = [];
  for (const { name, projections } of services) {
    const ports = opened.get(name);
    if (!ports) throw new Error(`the stores of ${name} are not open`);
    for (const { name: view } of projections) {
      const served = await ports.readModels.checkpoint(`active:${view}`);
      const before = served && (await hashCollection(ports.readModels, served));
      const { collection } = await new Views(ports, projections).rebuild(view);
      if (before !== (await hashCollection(ports.readModels, collection))) different.push(`${name}/${view}`);
    }
  }
  return different;
}
