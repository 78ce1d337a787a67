import { EuiButtonIcon } from '@elastic/eui';
import React, { useEffect, useState } from 'react';
import { translate } from '../../i18n';
import { AppLink } from '../components';
import {
  helpPath,
  useServices,
  type ChromePort,
  type Crumb,
  type DataNotice,
  type ThemePort,
  useIsDark,
} from '../basics';
import type { BrowserTheme } from './browser_theme';
import type { OwnChrome } from './own_chrome';

function isOwn(chrome: ChromePort): chrome is OwnChrome {
  return 'breadcrumbs' in chrome;
}

function canToggle(theme: ThemePort): theme is BrowserTheme {
  return 'toggle' in theme;
}

function useBreadcrumbs(chrome: ChromePort): readonly Crumb[] {
  const [crumbs, setCrumbs] = useState<readonly Crumb[]>([]);
  useEffect(() => {
    if (!isOwn(chrome)) return undefined;
    const follow = (): void => setCrumbs(chrome.breadcrumbs());
    follow();
    return chrome.subscribe(follow);
  }, [chrome]);
  return crumbs;
}

function noticeWords(notice: DataNotice): { readonly title: string; readonly text: string } {
  if (notice === 'sample') {
    return {
      title: translate('logwave.notice.sample', { defaultMessage: 'Sample data' }),
      text: translate('logwave.notice.sampleText', {
        defaultMessage: 'Everything is in memory and is lost when the command ends.',
      }),
    };
  }
  return {
    title: translate('logwave.notice.look', { defaultMessage: 'Nothing is written' }),
    text: translate('logwave.notice.lookText', {
      defaultMessage: 'Results are in memory and are lost when the command ends.',
    }),
  };
}

/** What the reader should know about the data, on every page. */
function NoticeBar({ notice }: { readonly notice: DataNotice }) {
  const { title, text } = noticeWords(notice);
  return (
    <p className="lwBanner" role="note" data-test-subj="logwaveNotice">
      <b>{title}</b> {text}
    </p>
  );
}

/** The header of the standalone host: where the reader is, and the theme. */
export function StandaloneHeader() {
  const { chrome, theme, notice } = useServices();
  const crumbs = useBreadcrumbs(chrome);
  const isDark = useIsDark(theme);
  const label = isDark
    ? translate('logwave.theme.light', { defaultMessage: 'Light theme' })
    : translate('logwave.theme.dark', { defaultMessage: 'Dark theme' });
  return (
    <header className="lwHeader">
      <nav aria-label={translate('logwave.header.label', { defaultMessage: 'Breadcrumbs' })}>
        <ol>
          {crumbs.map(({ text, path }) => (
            <li key={text}>
              {path === undefined ? (
                <b aria-current="page">{text}</b>
              ) : (
                <AppLink to={path}>{text}</AppLink>
              )}
            </li>
          ))}
        </ol>
      </nav>
      {notice !== undefined && <NoticeBar notice={notice} />}
      <span className="lwGrow" />
      <AppLink to={helpPath()} data-test-subj="logwaveHelpLink">
        {translate('logwave.help.title', { defaultMessage: 'Help' })}
      </AppLink>
      {canToggle(theme) && (
        <EuiButtonIcon
          iconType={isDark ? 'sun' : 'moon'}
          color="text"
          aria-label={label}
          title={label}
          onClick={theme.toggle}
          data-test-subj="logwaveTheme"
        />
      )}
    </header>
  );
}
