import React, { type MouseEvent, type ReactNode } from 'react';
import { type DiscoverLink, useServices } from '../basics';
import { isPlainClick } from './app_link';

interface DiscoverAnchorProps {
  readonly link: DiscoverLink;
  readonly children: ReactNode;
  readonly tabIndex?: number;
  readonly title?: string | undefined;
  readonly 'aria-label'?: string;
  readonly 'data-test-subj': string;
}

/**
 * A link to documents in Discover: a real address, which can be copied and opened in another tab. A
 * plain click opens it in this one without reloading Kibana.
 */
export function DiscoverAnchor({ link, children, ...rest }: DiscoverAnchorProps) {
  const { openInDiscover, discoverHref } = useServices();
  if (openInDiscover === undefined) return null;
  const follow = (event: MouseEvent): void => {
    if (event.defaultPrevented || !isPlainClick(event)) return;
    event.preventDefault();
    openInDiscover(link);
  };
  return (
    <a className="lwLink" href={discoverHref?.(link)} onClick={follow} {...rest}>
      {children}
    </a>
  );
}
