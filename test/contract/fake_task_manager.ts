import type { StoredTask, TaskInstance, TaskManagerStart } from '../../server/kibana/contracts';

/** Task manager without a clock: it keeps tasks, and runs none. */
export class FakeTaskManager implements TaskManagerStart {
  private readonly tasks = new Map<string, StoredTask>();

  get(id: string): Promise<StoredTask> {
    const task = this.tasks.get(id);
    if (task !== undefined) return Promise.resolve(task);
    const missing = Object.assign(new Error('not found'), { output: { statusCode: 404 } });
    return Promise.reject(missing);
  }

  /** Leaves a task that is there as it is. */
  ensureScheduled(task: TaskInstance): Promise<unknown> {
    if (!this.tasks.has(task.id)) {
      this.tasks.set(task.id, { ...task, status: 'idle', runAt: new Date() });
    }
    return Promise.resolve(task);
  }

  bulkUpdateSchedules(
    ids: readonly string[],
    schedule: { readonly interval: string },
  ): Promise<unknown> {
    for (const id of ids) {
      const task = this.tasks.get(id);
      if (task !== undefined) this.tasks.set(id, { ...task, schedule });
    }
    return Promise.resolve({ tasks: [], errors: [] });
  }

  runSoon(id: string): Promise<unknown> {
    return this.get(id);
  }

  removeIfExists(id: string): Promise<void> {
    this.tasks.delete(id);
    return Promise.resolve();
  }
}
