import React from 'react';
import { Route, Switch } from 'react-router-dom';
import { translate } from '../i18n';
import { dayOf, dayPath, monthPath, ROUTES, seriesKeyOf } from './basics';
import { onDemand } from './on_demand';
import { HomePage } from './pages/home';
import { NotFoundPage } from './pages/not_found';
import { OverviewPage } from './pages/overview';
import { rowKey } from './rows';

// In the morning, readers first look at a day. The code of all other pages is loaded when they are
// opened.
const SeriesPage = onDemand(async () => (await import('./pages/series')).SeriesPage);
const DocumentsPage = onDemand(async () => (await import('./pages/documents')).DocumentsPage);
const MonthPage = onDemand(async () => (await import('./pages/month')).MonthPage);
const SilencePage = onDemand(async () => (await import('./pages/silence')).SilencePage);
const HelpPage = onDemand(async () => (await import('./pages/help')).HelpPage);
const SettingsPage = onDemand(async () => (await import('./pages/settings')).SettingsPage);

/** The page for a day that is not in the calendar. */
function noDay(text: string | undefined) {
  const why = translate('logwave.notFound.day.words', {
    defaultMessage:
      'The address has the day “{text}”, which is not a day. Write it as in 2026-01-30.',
    values: { text: text ?? '' },
  });
  return <NotFoundPage why={why} />;
}

function noSeriesWords(): string {
  return translate('logwave.notFound.series', {
    defaultMessage: 'The address does not name a series: it needs both source=… and subtype=….',
  });
}

/** Which page an address shows. */
export function Routes() {
  return (
    <Switch>
      <Route exact path={ROUTES.home} render={() => <HomePage leadsTo={dayPath} />} />
      <Route exact path={ROUTES.months} render={() => <HomePage leadsTo={monthPath} />} />
      <Route
        exact
        path={ROUTES.day}
        render={({ match }) => {
          const day = dayOf(match.params.day);
          return day === undefined ? noDay(match.params.day) : <OverviewPage key={day} day={day} />;
        }}
      />
      <Route
        exact
        path={ROUTES.series}
        render={({ match, location }) => {
          const day = dayOf(match.params.day);
          const series = seriesKeyOf(location.search);
          if (day === undefined) return noDay(match.params.day);
          if (series === undefined) return <NotFoundPage why={noSeriesWords()} day={day} />;
          return <SeriesPage key={rowKey(series) + day} day={day} series={series} />;
        }}
      />
      <Route
        exact
        path={ROUTES.documents}
        render={({ match, location }) => {
          const day = dayOf(match.params.day);
          const series = seriesKeyOf(location.search);
          if (day === undefined) return noDay(match.params.day);
          if (series === undefined) return <NotFoundPage why={noSeriesWords()} day={day} />;
          return <DocumentsPage key={location.search} day={day} series={series} />;
        }}
      />
      <Route
        exact
        path={ROUTES.month}
        render={({ match }) => {
          const to = dayOf(match.params.to);
          return to === undefined ? noDay(match.params.to) : <MonthPage key={to} to={to} />;
        }}
      />
      <Route exact path={ROUTES.silence} component={SilencePage} />
      <Route exact path={ROUTES.help} component={HelpPage} />
      <Route exact path={ROUTES.settings} component={SettingsPage} />
      <Route component={NotFoundPage} />
    </Switch>
  );
}
