import React from 'react';
import { Route, Switch } from 'react-router-dom';
import { dayOf, dayPath, monthPath, ROUTES, seriesKeyOf } from './basics';
import { DocumentsPage } from './pages/documents';
import { HelpPage } from './pages/help';
import { HomePage } from './pages/home';
import { MonthPage } from './pages/month';
import { NotFoundPage } from './pages/not_found';
import { OverviewPage } from './pages/overview';
import { SeriesPage } from './pages/series';
import { SettingsPage } from './pages/settings';
import { SilencePage } from './pages/silence';
import { rowKey } from './rows';

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
          return day === undefined ? <NotFoundPage /> : <OverviewPage key={day} day={day} />;
        }}
      />
      <Route
        exact
        path={ROUTES.series}
        render={({ match, location }) => {
          const day = dayOf(match.params.day);
          const series = seriesKeyOf(location.search);
          if (day === undefined || series === undefined) return <NotFoundPage />;
          return <SeriesPage key={rowKey(series) + day} day={day} series={series} />;
        }}
      />
      <Route
        exact
        path={ROUTES.documents}
        render={({ match, location }) => {
          const day = dayOf(match.params.day);
          const series = seriesKeyOf(location.search);
          if (day === undefined || series === undefined) return <NotFoundPage />;
          return <DocumentsPage key={location.search} day={day} series={series} />;
        }}
      />
      <Route
        exact
        path={ROUTES.month}
        render={({ match }) => {
          const to = dayOf(match.params.to);
          return to === undefined ? <NotFoundPage /> : <MonthPage key={to} to={to} />;
        }}
      />
      <Route exact path={ROUTES.silence} component={SilencePage} />
      <Route exact path={ROUTES.help} component={HelpPage} />
      <Route exact path={ROUTES.settings} component={SettingsPage} />
      <Route component={NotFoundPage} />
    </Switch>
  );
}
