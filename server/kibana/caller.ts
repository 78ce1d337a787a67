import type { Client } from '../elastic/client';
import type { Privilege } from '../../common/api';
import { checkedClient } from '../elastic/asking';
import type { Caller } from '../wiring';
import type { KibanaRequest, RequestContext, SecurityStart } from './contracts';
import { apiPrivilege, isOfAllSpaces } from './privileges';
import type { ScheduleRecord } from './schedule/schedule_record';

/**
 * Asks Kibana whether the caller has a privilege in addition to that of the route: in the space of
 * the request, or in all spaces if it is about something that all spaces share.
 */
async function can(
  request: KibanaRequest,
  privilege: Privilege,
  security: SecurityStart | undefined,
): Promise<boolean> {
  // With security off there are no privileges, and Kibana's own routes are open as well.
  if (security === undefined || !security.authz.mode.useRbacForRequest(request)) return true;
  const { authz } = security;
  const check = isOfAllSpaces(privilege)
    ? authz.checkPrivilegesWithRequest(request).globally
    : authz.checkPrivilegesDynamicallyWithRequest(request);
  const action = authz.actions.api.get(apiPrivilege(privilege));
  const { hasAllRequested } = await check({ kibana: [action] });
  return hasAllRequested;
}

/**
 * The sender of a request, as routes see callers.
 *
 * @param security undefined if it is off
 */
export async function callerOf(
  request: KibanaRequest,
  context: RequestContext,
  security: SecurityStart | undefined,
): Promise<Caller> {
  const { elasticsearch } = await context.core;
  return {
    name: security?.authc.getCurrentUser(request)?.username ?? null,
    client: checkedClient(elasticsearch.client.asCurrentUser),
    can: (privilege) => can(request, privilege, security),
    request,
  };
}

/**
 * The task, which sends no request. It may do what its key allows, and what it was switched on for.
 */
export function callerOfTask(client: Client, { user, tag }: ScheduleRecord): Caller {
  const can = (privilege: Privilege): Promise<boolean> =>
    Promise.resolve(privilege === 'run' || (privilege === 'tag' && tag));
  return { name: user, client, can, request: null };
}

/** The request of a caller that `callerOf` has made. Routes only pass it on. */
export function asKibanaRequest({ request }: Caller): KibanaRequest {
  return request as KibanaRequest;
}
