import {
  callerOf,
  callerOfTask,
  type PluginConfig,
  createDoor,
  type Door,
  kibanaFeatures,
  MESSAGES_TASK,
  type MessagesPorts,
  messagesTask,
  findingRule,
  readPublicBase,
  type RulePorts,
  registerWithRule,
  registerRoutes,
  type Started,
  encryptedKeyType,
  savedObjectTypes,
  taskDefinition,
  type TaskPorts,
  taskIdentity,
  scheduleMessages,
  scheduleTask,
  TASK_TYPE,
} from './kibana';
import type {
  Logger,
  PluginInitializerContext,
  CoreSetup,
  SetupDependencies,
} from './kibana/contracts';
import { sharedStop } from './app/basics';
import { routes } from './routes';
import { readChannels } from './delivery';
import { analyzeDue, Messenger } from './wiring';

/** The server's side of the plugin. It only creates and connects the parts. */
export class LogwavePlugin {
  private readonly log: Logger;
  private readonly stopping = sharedStop();
  private door: Promise<Door> | undefined;
  private isStarted = false;
  /** It remembers from one check to the next what it needs while nothing answers. */
  private messenger: Messenger | undefined;

  constructor(private readonly context: PluginInitializerContext) {
    this.log = context.logger.get();
  }

  setup(core: CoreSetup, dependencies: SetupDependencies): void {
    const { features, taskManager, encryptedSavedObjects } = dependencies;
    this.registerFeatures(features, dependencies.alerting);
    for (const type of savedObjectTypes) core.savedObjects.registerType(type);
    encryptedSavedObjects?.registerType(encryptedKeyType);
    const door = this.open(core, dependencies);
    this.door = door;
    registerRoutes(core.http.createRouter(), routes, async () => this.forRoutes(await door));
    taskManager.registerTaskDefinitions({
      [TASK_TYPE]: taskDefinition(async () => this.forTask(await door)),
      [MESSAGES_TASK]: messagesTask(async () => this.forMessages(await door)),
    });
  }

  start(): void {
    this.isStarted = true;
    this.resume().catch((error: unknown) => {
      this.log.error(`the schedule could not be resumed: ${String(error)}`);
    });
  }

  /** Marks active runs, so that the next start continues them. */
  async stop(): Promise<void> {
    this.stopping.abort();
    // Kibana waits for this, but a Kibana that never started has nothing to stop.
    if (this.isStarted) await (await this.door)?.services.runs.stopAll();
  }

  /** With the rule type, if Kibana has alerting and accepts it. */
  private registerFeatures(
    features: SetupDependencies['features'],
    alerting: SetupDependencies['alerting'],
  ): void {
    const [first, ...others] = kibanaFeatures;
    for (const feature of others) features.registerKibanaFeature(feature);
    if (first === undefined) return;
    if (alerting === undefined) {
      features.registerKibanaFeature(first);
      return;
    }
    if (!registerWithRule(features, first)) {
      this.log.warn('this Kibana does not take the rule "Logwave finding": it is left out');
      return;
    }
    try {
      alerting.registerType(findingRule(async () => this.forRule(await this.opened())));
    } catch (error) {
      this.log.warn(`the rule "Logwave finding" is left out: ${String(error)}`);
    }
  }

  private async opened(): Promise<Door> {
    if (this.door === undefined) throw new Error('Kibana has not set the plugin up');
    return this.door;
  }

  private forRule({ services, linkIn }: Door): RulePorts {
    return { services, linkTo: linkIn };
  }

  private async open(core: CoreSetup, setUp: SetupDependencies): Promise<Door> {
    const [started, dependencies] = await core.getStartServices();
    const config = this.context.config.get<PluginConfig>();
    const channels = readChannels(config.notify);
    for (const { fault } of channels) if (fault !== null) this.log.warn(fault);
    const publicBase = readPublicBase(core.http.basePath.publicBaseUrl);
    if (publicBase.fault !== null) this.log.warn(publicBase.fault);
    return createDoor({
      core: started,
      dependencies,
      security: setUp.security,
      encryption: setUp.encryptedSavedObjects,
      keyLifespanMs: config.schedule.keyLifespan.asMilliseconds(),
      channels,
      publicBase,
      kibanaVersion: this.context.env.packageInfo.version,
      log: this.log,
      now: () => new Date(),
    });
  }

  private forRoutes({ services, security }: Door): Started {
    return {
      services,
      callerOf: (request, context) => callerOf(request, context, security()),
      stopping: this.stopping.signal,
    };
  }

  private forTask({ keys, cluster, schedule, security, services }: Door): TaskPorts {
    return {
      schedule,
      identity: (record, signal) =>
        taskIdentity(
          record,
          { cluster, keys, hasSecurity: security() !== undefined, now: services.now },
          signal,
        ),
      analyze: (client, record, signal) =>
        analyzeDue(callerOfTask(client, record), services, record.tag, signal),
      now: services.now,
      log: this.log,
    };
  }

  private forMessages(door: Door): MessagesPorts {
    const { schedule, identity, log } = this.forTask(door);
    const { services } = door;
    const messenger = (this.messenger ??= new Messenger(services));
    return {
      schedule,
      identity,
      log,
      hasChannels: services.notifying.channels.some(({ channel }) => channel !== null),
      look: (looker, signal) => messenger.look(looker, signal),
    };
  }

  /** A task that the schedule needs may be missing after an upgrade. */
  private async resume(): Promise<void> {
    const door = await this.door;
    if (door === undefined) return;
    await door.limitOldKey();
    // A node without a channel leaves the task to the others.
    const { channels } = door.services.notifying;
    if (channels.some(({ channel }) => channel !== null)) await scheduleMessages(door.tasks);
    const record = await door.schedule();
    if (!record.enabled) return;
    await scheduleTask(door.tasks, record.interval);
  }
}
