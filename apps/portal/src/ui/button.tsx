import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';

export type ButtonVariant = 'primary' | 'secondary' | 'tertiary';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  readonly variant?: ButtonVariant;
  readonly icon?: IconName;
  /** While its work runs: it stays focused and says so, but does nothing. */
  readonly busy?: boolean;
  readonly children: ReactNode;
}

export function Button({ variant = 'secondary', icon, busy = false, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass(variant)}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        // Not `disabled`: that would throw the focus back to the start of the page.
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} />}
      <span className="kern-label">{children}</span>
    </button>
  );
}

/** For links that look like buttons: they go somewhere. */
export function buttonClass(variant: ButtonVariant): string {
  return `kern-btn kern-btn--${variant}`;
}
