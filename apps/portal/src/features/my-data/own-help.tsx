import { useWords } from '../../i18n/index.js';
import { TextField } from '../../ui/fields.js';
import type { FieldErrors } from '../../ui/form.js';
import { HelpFields, type Help } from '../../ui/help-fields.js';
import { Panel } from '../../ui/panel.js';

/** How a volunteer helps, and how much. */
export interface OwnHelp extends Help {
  readonly capacity: string;
  readonly maxDistanceKm: string;
}

export function OwnHelpFields(props: {
  readonly form: OwnHelp;
  readonly errors: FieldErrors<OwnHelp>;
  readonly change: (part: Partial<OwnHelp>) => void;
}) {
  const { t } = useWords();
  const { form, errors, change } = props;
  return (
    <Panel title={t('own.data.help')}>
      <HelpFields {...props} />
      <div className="columns">
        <TextField
          label={t('volunteer.capacity')}
          type="number"
          min={0}
          value={form.capacity}
          error={errors.capacity}
          onChange={(capacity) => change({ capacity })}
        />
        <TextField
          label={t('own.data.distance')}
          type="number"
          required={false}
          min={0}
          value={form.maxDistanceKm}
          error={errors.maxDistanceKm}
          onChange={(maxDistanceKm) => change({ maxDistanceKm })}
        />
      </div>
    </Panel>
  );
}
