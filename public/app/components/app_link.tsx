import React, { type MouseEvent, type ReactNode } from 'react';
import { useServices } from '../basics';

interface AppLinkProps {
  /** A path of the application. */
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly tabIndex?: number;
  /** In pixels. */
  readonly width?: number;
  readonly title?: string | undefined;
  readonly onFollow?: () => void;
  readonly 'aria-label'?: string;
  readonly 'aria-current'?: 'page';
  readonly 'data-test-subj'?: string;
}

/** Whether a click opens the link here, and not in another tab or window. */
export function isPlainClick(event: MouseEvent): boolean {
  const { metaKey, altKey, ctrlKey, shiftKey } = event;
  return event.button === 0 && !(metaKey || altKey || ctrlKey || shiftKey);
}

/**
 * A link within the application: a real address that opens without reloading the page. It is no
 * EuiLink, since a table has hundreds of them, and EUI computes the style of each one again.
 */
export function AppLink(props: AppLinkProps) {
  const { to, children, className, width, onFollow, ...rest } = props;
  const { history } = useServices();
  const follow = (event: MouseEvent): void => {
    if (event.defaultPrevented || !isPlainClick(event)) return;
    event.preventDefault();
    onFollow?.();
    history.push(to);
  };
  return (
    <a
      className={['lwLink', className].filter(Boolean).join(' ')}
      href={history.createHref(hrefParts(to))}
      onClick={follow}
      {...(width !== undefined && { style: { width } })}
      {...rest}
    >
      {children}
    </a>
  );
}

function hrefParts(path: string): { pathname: string; search: string } {
  const [pathname = '', search] = path.split('?');
  return { pathname, search: search === undefined ? '' : `?${search}` };
}
