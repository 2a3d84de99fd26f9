import type { Config } from '@lotsennetz/platform';
import { changeSettingsOf, settingsChange, tenantOf } from '@lotsennetz/suite';
import { checkedFields } from '../arguments.js';
import { letEventsTravel, withStores } from '../stores.js';

export interface SettingsOptions {
  readonly name?: string;
  readonly timeZone?: string;
  readonly language?: readonly string[];
  readonly legalRegime?: string;
  readonly federalState?: string;
  /** `kind=months` */
  readonly retention?: readonly string[];
}

/** Changes what is named and answers what is set then. May be repeated. @throws RangeError for what cannot be set. */
export async function tenantSettings(config: Config, id: string, options: SettingsOptions): Promise<object> {
  const change = readOptions(options);
  const changed =
    Object.keys(change).length > 0
      ? await withStores(config, (stores) => changeSettingsOf(stores.commandPorts('registration'), id, change))
      : [];
  if (changed.length > 0) await letEventsTravel(config);
  const now = await withStores(config, (stores) => tenantOf(stores.commandPorts('registration'), id));
  if (!now) throw new RangeError(`there is no tenant '${id}'`);
  return now;
}

function readOptions({ language, retention, ...options }: SettingsOptions) {
  return checkedFields(() =>
    settingsChange({
      ...options,
      ...(language ? { languages: language } : {}),
      ...(retention ? { retention: retention.map(period) } : {}),
    }),
  );
}

function period(text: string): { readonly kind: string; readonly months: number } {
  const [kind = '', months = ''] = text.split('=');
  return { kind, months: Number(months) };
}
