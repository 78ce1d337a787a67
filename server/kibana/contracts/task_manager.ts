export interface TaskRunResult {
  readonly state: Readonly<Record<string, unknown>>;
  readonly schedule?: { readonly interval: string };
}

export interface TaskInstance {
  readonly id: string;
  readonly taskType: string;
  readonly schedule?: { readonly interval: string };
  readonly params: Readonly<Record<string, unknown>>;
  readonly state: Readonly<Record<string, unknown>>;
}

/** A task as task manager stores it. */
export interface StoredTask extends TaskInstance {
  readonly status: string;
  readonly runAt: Date;
}

export interface TaskRunner {
  run(): Promise<TaskRunResult>;
  cancel(): Promise<void>;
}

export interface TaskDefinition {
  readonly title: string;
  readonly description: string;
  readonly timeout: string;
  readonly stateSchemaByVersion: Readonly<
    Record<
      number,
      {
        readonly schema: unknown;
        readonly up: (state: Readonly<Record<string, unknown>>) => Record<string, unknown>;
      }
    >
  >;
  createTaskRunner(context: { readonly taskInstance: TaskInstance }): TaskRunner;
}

export interface TaskManagerSetup {
  registerTaskDefinitions(definitions: Readonly<Record<string, TaskDefinition>>): void;
}

export interface TaskManagerStart {
  get(id: string): Promise<StoredTask>;
  ensureScheduled(task: TaskInstance): Promise<unknown>;
  bulkUpdateSchedules(
    ids: readonly string[],
    schedule: { readonly interval: string },
  ): Promise<unknown>;
  runSoon(id: string): Promise<unknown>;
  removeIfExists(id: string): Promise<void>;
}
