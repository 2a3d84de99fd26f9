import { useWords } from '../../i18n/index.js';
import { RadioGroup } from '../../ui/choices.js';
import { DayField } from '../../ui/day-field.js';
import type { Asked, Knowledge } from './question.js';

/** By when something must have been entered to count: what one knows now, or what one knew then. */
export function KnownChoice(props: {
  readonly asked: Asked;
  readonly today: string;
  readonly onChange: (known: Knowledge) => void;
}) {
  const { t } = useWords();
  const { known, asOf } = props.asked;
  const kind = known === 'now' || known === 'then' ? known : 'on';
  return (
    <div className="stack stack--tight">
      <RadioGroup
        label={t('report.known')}
        value={kind}
        options={[
          ['now', t('report.known.now')],
          ['then', t('report.known.then')],
          ['on', t('report.known.on')],
        ]}
        onChange={(next) => props.onChange(next === 'on' ? (asOf as Knowledge) : next)}
      />
      {kind === 'on' && (
        <DayField
          label={t('report.known.day')}
          value={known}
          max={props.today}
          onChange={(next) => next !== '' && next <= props.today && props.onChange(next as Knowledge)}
        />
      )}
    </div>
  );
}
