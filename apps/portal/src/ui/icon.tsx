export type IconName =
  | 'account-circle'
  | 'add'
  | 'arrow-back'
  | 'arrow-forward'
  | 'calendar-today'
  | 'check'
  | 'close'
  | 'danger'
  | 'dehaze'
  | 'delete'
  | 'download'
  | 'edit'
  | 'help'
  | 'home'
  | 'info'
  | 'language'
  | 'logout'
  | 'mail'
  | 'search'
  | 'success'
  | 'warning';

/** An ornament: what it means also stands in words beside it. */
export function Icon({ name, size = 'default' }: { readonly name: IconName; readonly size?: 'small' | 'default' }) {
  return <span className={`kern-icon kern-icon--${name} kern-icon--${size}`} aria-hidden="true" />;
}
