import { FieldFrame, useField, type FieldProps } from './fields.js';

/** One file from the person's device. */
export function FileField(
  props: FieldProps & {
    /** As browsers take it: endings and media types. */
    readonly accept: string;
    readonly onChange: (file: File | undefined) => void;
  },
) {
  const { label, hint, error, accept } = props;
  const { id, inputProps } = useField({ hint, error });
  return (
    <FieldFrame {...{ id, label, hint, error }}>
      <input
        {...inputProps}
        type="file"
        accept={accept}
        className="kern-form-input__input file-input"
        onChange={(event) => props.onChange(event.target.files?.[0])}
      />
    </FieldFrame>
  );
}
