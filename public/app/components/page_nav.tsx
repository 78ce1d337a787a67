import React from 'react';
import type { Day } from '../../../common/time';
import { translate } from '../../i18n';
import { dayPath, monthPath, settingsPath, silencePath } from '../basics';
import { AppLink } from './app_link';

interface PageNavProps {
  readonly current: 'day' | 'month' | 'silence' | 'settings' | 'help';
  /** The day in view, if there is one. */
  readonly day?: Day;
}

/** The links to the other pages. */
export function PageNav({ current, day }: PageNavProps) {
  const pages = [
    {
      id: 'day',
      to: day === undefined ? '/' : dayPath(day),
      text: translate('logwave.nav.day', { defaultMessage: 'Day' }),
    },
    ...(day === undefined
      ? []
      : [
          {
            id: 'month',
            to: monthPath(day),
            text: translate('logwave.nav.month', { defaultMessage: 'Month' }),
          },
        ]),
    {
      id: 'silence',
      to: silencePath(),
      text: translate('logwave.nav.silence', { defaultMessage: 'Silence' }),
    },
    {
      id: 'settings',
      to: settingsPath(),
      text: translate('logwave.nav.settings', { defaultMessage: 'Settings' }),
    },
  ];
  return (
    <nav
      className="lwNav"
      aria-label={translate('logwave.nav.label', { defaultMessage: 'Pages of Logwave' })}
    >
      {pages
        .filter(({ id }) => id !== current)
        .map(({ id, to, text }) => (
          <AppLink key={id} to={to} data-test-subj={`logwaveNav-${id}`}>
            {text}
          </AppLink>
        ))}
    </nav>
  );
}
