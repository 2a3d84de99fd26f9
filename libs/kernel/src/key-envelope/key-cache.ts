import type { KeyPlace, KeyStore } from '../key-store.js';
import type { DataKey } from '../sealed.js';

/** Beyond this the cache starts anew: about 20 MB. */
const mostKeys = 50_000;

/** A generation of the key store: when something was read from it. */
export type Moment = number | undefined;

/**
 * Opened keys in memory. People's keys stay for as long as the store tells at once that nobody was forgotten; where it
 * cannot tell, none is kept. Secrets are the same for ever, and a tenant has few.
 */
export class KeyCache {
  private readonly keys = new Map<string, DataKey>();
  private readonly secrets = new Map<string, DataKey>();
  private generation: Moment;

  constructor(private readonly store: Pick<KeyStore, 'generation'>) {}

  /** To be taken before the store is read, and handed back with what was found there. */
  now(): Moment {
    return this.store.generation();
  }

  get(place: KeyPlace): DataKey | undefined {
    if ('name' in place) return this.secrets.get(nameOf(place));
    this.dropOutdated();
    return this.keys.get(nameOf(place));
  }

  /**
   * Keeps what was read at that moment, unless it is known by now that somebody was forgotten since: it may have been
   * this one. What is not known yet drops the key before anybody gets it.
   */
  remember(place: KeyPlace, key: DataKey, readAt: Moment): void {
    if ('name' in place) this.secrets.set(nameOf(place), key);
    else if (readAt !== undefined && readAt === this.generation) this.keys.set(nameOf(place), key);
  }

  /** Drops people's keys. */
  forget(): void {
    this.keys.clear();
  }

  clear(): void {
    this.keys.clear();
    this.secrets.clear();
  }

  private dropOutdated(): void {
    const generation = this.store.generation();
    if (generation === this.generation && this.keys.size <= mostKeys) return;
    this.keys.clear();
    this.generation = generation;
  }
}

// A tenant's id and a purpose have no slash.
function nameOf(place: KeyPlace): string {
  return 'name' in place ? `${place.tenant}/${place.name}` : `${place.tenant}/${place.purpose}/${place.subject}`;
}
