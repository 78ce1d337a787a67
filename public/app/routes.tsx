import React from 'react';
import { Route, Switch } from 'react-router-dom';
import { dayOf, ROUTES } from './address';
import { HomePage } from './pages/home/home_page';
import { NotFoundPage } from './pages/not_found_page';
import { OverviewPage } from './pages/overview/overview_page';

/** Which page an address shows. */
export function Routes() {
  return (
    <Switch>
      <Route exact path={ROUTES.home} component={HomePage} />
      <Route
        exact
        path={ROUTES.day}
        render={({ match }) => {
          const day = dayOf(match.params.day);
          return day === undefined ? <NotFoundPage /> : <OverviewPage key={day} day={day} />;
        }}
      />
      <Route component={NotFoundPage} />
    </Switch>
  );
}
