import { useState, type ComponentProps } from 'react';
import { useWords } from '../i18n/index.js';
import { today } from './code-words.js';
import { ConfirmDialog } from './confirm-dialog.js';
import { DayField } from './day-field.js';

/** Asks before a step that stays in the history: on which day it happened, and whether it is meant. */
export function StepDialog({
  onDo,
  children,
  ...asked
}: Omit<ComponentProps<typeof ConfirmDialog>, 'onDo'> & { readonly onDo: (on: string) => void }) {
  const { t } = useWords();
  const [on, setOn] = useState(today);
  return (
    <ConfirmDialog {...asked} onDo={() => onDo(on)}>
      {children}
      <DayField label={t('common.day')} hint={t('common.day.hint')} value={on} max={today()} onChange={setOn} />
    </ConfirmDialog>
  );
}
