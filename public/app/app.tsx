import createCache from '@emotion/cache';
import { EuiProvider } from '@elastic/eui';
import React, { useMemo, useState, type ReactNode } from 'react';
import { Router } from 'react-router-dom';
import { PageBoundary } from './components';
import {
  createMemory,
  MemoryProvider,
  ServicesContext,
  type PageServices,
  useIsDark,
} from './basics';
import { Routes } from './routes';
import { euiTheme } from './theme';
import { useRights } from './use_rights';

interface AppProps {
  readonly services: PageServices;
}

/** EUI's provider as each host needs it. Kibana has already loaded the global styles. */
function Styled({ services, children }: AppProps & { readonly children: ReactNode }) {
  const { host, nonce, theme } = services;
  const isDark = useIsDark(theme);
  const cache = useMemo(
    () => (nonce === undefined ? undefined : createCache({ key: 'logwave', nonce })),
    [nonce],
  );
  return (
    <EuiProvider
      colorMode={isDark ? 'dark' : 'light'}
      modify={euiTheme}
      {...(host === 'kibana' && { globalStyles: false, utilityClasses: false })}
      {...(cache !== undefined && { cache })}
    >
      <div className={isDark ? 'lw lw-dark' : 'lw'} data-test-subj="logwaveApp">
        {children}
      </div>
    </EuiProvider>
  );
}

/** The application: services, theme and router around its pages. */
export function App({ services }: AppProps) {
  const [memory] = useState(() => createMemory(services.answers));
  const { around: Around } = services;
  const rights = useRights(services);
  const { isManageOfSpace } = rights;
  const { manage } = rights.may;
  const granted = useMemo(
    () => ({
      ...services,
      may: { ...services.may, manage },
      ...(isManageOfSpace && { isManageOfSpace }),
    }),
    [services, manage, isManageOfSpace],
  );
  return (
    <ServicesContext.Provider value={granted}>
      <Styled services={services}>
        {Around !== undefined && <Around />}
        <Router history={services.history}>
          <MemoryProvider value={memory}>
            <PageBoundary>
              <Routes />
            </PageBoundary>
          </MemoryProvider>
        </Router>
      </Styled>
    </ServicesContext.Provider>
  );
}
