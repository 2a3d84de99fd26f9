import { TextField, type FieldProps } from './fields.js';

/** A calendar day, in the browser's own picker. */
export function DayField(
  props: FieldProps & { readonly value: string; readonly onChange: (day: string) => void; readonly max?: string },
) {
  return <TextField {...props} type="date" />;
}
