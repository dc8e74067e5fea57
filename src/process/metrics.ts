import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What is counted for the operator, as Prometheus text under `/metrics`. No label holds a person or a message. */
export class Metrics {
  readonly registry = new Registry();
  readonly refusals = this.counter('zhongyi_refusals_total', 'Deeds that a rule refused, by the rule', ['code']);
  readonly faults = this.counter('zhongyi_callback_faults_total', 'Callbacks that were not accepted, by the fault', [
    'fault',
  ]);
  readonly posts = this.counter('zhongyi_posts_total', 'Posts to groups, by what became of them', ['outcome']);
  readonly model = this.counter('zhongyi_model_calls_total', 'Second opinions asked of a model, by what came of it', [
    'outcome',
  ]);
  readonly answers = new Histogram({
    name: 'zhongyi_answer_seconds',
    help: 'From a callback to its answer',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [this.registry],
  });
  readonly queue = this.gauge('zhongyi_posts_queued', 'Posts to groups that wait to be sent');
  readonly oldest = this.gauge(
    'zhongyi_oldest_post_seconds',
    'For how long the oldest unsent post to a group has waited',
  );
  readonly channelsOff = this.gauge('zhongyi_channels_off', 'Groups whose webhook is dead');
  readonly jobLag = this.gauge(
    'zhongyi_job_lag_seconds',
    'For how long the oldest unfinished run of a job has been going',
  );
  readonly database = this.gauge('zhongyi_database_seconds', 'How long the database took to answer this very question');

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Told only where there is a 自建应用; by door, as everything of its. */
  doors() {
    return {
      up: new Gauge({
        name: 'zhongyi_door_up',
        help: 'By door of the app: 1 when it was found open the last time, 0 otherwise',
        labelNames: ['door'],
        registers: [this.registry],
      }),
      calls: this.counter('zhongyi_app_calls_total', 'Calls of the app, by path and outcome', ['path', 'outcome']),
      messages: this.counter('zhongyi_kf_messages_total', 'Messages of customers, by kind', ['outcome']),
      answers: this.counter('zhongyi_kf_answers_total', 'Answers to customers, by what became of them', ['outcome']),
      tasks: this.counter('zhongyi_group_tasks_total', 'Digests for customer groups, by what became of them', [
        'outcome',
      ]),
      pushes: this.counter('zhongyi_app_pushes_total', 'Messages of the app to members, by outcome', ['outcome']),
    };
  }

  /** Told only where there is a long connection. */
  connection(): Gauge {
    return this.gauge('zhongyi_connection_up', '1 while this process holds the long connection, 0 otherwise');
  }

  private gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers: [this.registry] });
  }

  private counter(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }
}
