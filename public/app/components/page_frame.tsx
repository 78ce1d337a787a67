import { EuiPageTemplate } from '@elastic/eui';
import React, { useEffect, type ReactNode } from 'react';
import { translate } from '../../i18n';
import { useServices, type Crumb, type PageOfAddress } from '../basics';
import { AddressNotice } from './address_notice';

interface PageFrameProps {
  /**
   * Which parameters its address may have: none if it is absent; null for a page that says itself
   * what is wrong with its address.
   */
  readonly page?: PageOfAddress | null;
  /** The page's name, as the breadcrumb and the document's title have it. */
  readonly title: string;
  /** Set if the document's title says more than the breadcrumb. */
  readonly documentTitle?: string;
  /** The steps between the application and this page. */
  readonly crumbs?: readonly Crumb[];
  readonly children: ReactNode;
}

const NO_CRUMBS: readonly Crumb[] = [];

/** The application's own name, the first breadcrumb. */
export function appName(): string {
  return translate('logwave.app.name', { defaultMessage: 'Logwave' });
}

/** The frame of every page: it shows where the reader is, in the chrome and in the title. */
export function PageFrame(props: PageFrameProps) {
  const { title, documentTitle = title, crumbs = NO_CRUMBS, page = 'other', children } = props;
  const { chrome } = useServices();
  useEffect(() => {
    chrome.setBreadcrumbs([{ text: appName(), path: '/' }, ...crumbs, { text: title }]);
    // "Documents of Syslog notice" names the series already.
    const others = crumbs.map(({ text }) => text).filter((text) => !documentTitle.endsWith(text));
    chrome.setTitle([documentTitle, ...others.reverse(), appName()]);
    // Crumbs are new objects with each rendering, so their contents are compared.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [chrome, title, documentTitle, JSON.stringify(crumbs)]);
  return (
    <EuiPageTemplate
      restrictWidth={false}
      paddingSize="none"
      panelled={false}
      grow={false}
      offset={0}
    >
      <div className="lwPage">
        {page !== null && <AddressNotice page={page} />}
        {children}
      </div>
    </EuiPageTemplate>
  );
}
