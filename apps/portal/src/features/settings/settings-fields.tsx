import { federalStates, legalRegimes, timedKinds, usualMonths } from '../../api/settings-rows.js';
import { useWords } from '../../i18n/index.js';
import { SelectField } from '../../ui/choices.js';
import { TextField } from '../../ui/fields.js';
import type { FieldErrors } from '../../ui/form.js';
import { LanguagePicker } from '../../ui/pickers.js';
import type { Wish } from './wish.js';

interface Fields {
  readonly wish: Wish;
  readonly errors: FieldErrors<Wish>;
  readonly change: (part: Partial<Wish>) => void;
}

const timeZones = Intl.supportedValuesOf('timeZone').map((zone) => [zone, zone] as const);

/** Every setting of a tenant; periods that are left empty are the usual ones. */
export function SettingsFields({ wish, errors, change }: Fields) {
  const { t } = useWords();
  return (
    <>
      <TextField
        label={t('settings.name')}
        required
        value={wish.name}
        error={errors.name}
        onChange={(name) => change({ name })}
      />
      <LanguagePicker
        label={t('settings.languages')}
        hint={t('settings.languages.hint')}
        values={wish.languages}
        error={errors.languages}
        onChange={(languages) => change({ languages })}
      />
      <div className="columns">
        <SelectField
          label={t('settings.federalState')}
          hint={t('settings.federalState.hint')}
          value={wish.federalState}
          options={federalStates}
          empty={t('form.choose')}
          onChange={(federalState) => change({ federalState })}
        />
        <SelectField
          label={t('settings.timeZone')}
          value={wish.timeZone}
          options={timeZones}
          onChange={(timeZone) => change({ timeZone })}
        />
        <SelectField
          label={t('settings.legalRegime')}
          hint={t('settings.legalRegime.hint')}
          value={wish.legalRegime}
          options={legalRegimes.map((each) => [each, t(`settings.legalRegime.${each}`)])}
          empty={t('form.choose')}
          onChange={(legalRegime) => change({ legalRegime })}
        />
      </div>
      <Periods wish={wish} errors={errors} change={change} />
    </>
  );
}

/** How long data is kept after the last thing that happened. */
function Periods({ wish, errors, change }: Fields) {
  const { t } = useWords();
  return (
    <fieldset className="kern-fieldset">
      <legend className="kern-label">{t('settings.months')}</legend>
      <p className="kern-hint">{t('settings.months.hint')}</p>
      <div className="columns">
        {timedKinds.map((kind) => (
          <TextField
            key={kind}
            label={t(`settings.months.${kind}`)}
            hint={t('settings.months.usual', { months: usualMonths[kind] })}
            inputMode="numeric"
            value={wish.months[kind] ?? ''}
            error={wish.months[kind] ? errors.months : undefined}
            onChange={(months) => change({ months: { ...wish.months, [kind]: months } })}
          />
        ))}
      </div>
    </fieldset>
  );
}
