import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { type FromMain, type FromRun, type RunData, TO_MAIN, TO_RUN } from './messages.ts';

let bundled: string | null = null;

function threadText(): string {
  bundled ??=
    buildSync({
      entryPoints: ['test/workflows/interleavings/run-thread.ts'],
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
    }).outputFiles[0]?.text ?? '';
  return bundled;
}

/** One at a time moves: whoever says something waits until it has heard what comes of it. */
export interface RunInThread {
  /** Says this, and gives what the run has to say next. */
  tell(message: FromMain): FromRun;
  stop(): Promise<unknown>;
}

export function runInThread(): RunInThread {
  const { port1, port2 } = new MessageChannel();
  const counts = new Int32Array(new SharedArrayBuffer(8));
  const workerData: RunData = { counts, port: port2 };
  const worker = new Worker(threadText(), { eval: true, workerData, transferList: [port2] });

  const post = (message: FromMain): void => {
    port1.postMessage(message);
    Atomics.add(counts, TO_RUN, 1);
    Atomics.notify(counts, TO_RUN);
  };
  return {
    tell(message) {
      post(message);
      for (;;) {
        const seen = Atomics.load(counts, TO_MAIN);
        const received = receiveMessageOnPort(port1);
        if (received !== undefined) return received.message;
        Atomics.wait(counts, TO_MAIN, seen);
      }
    },
    stop() {
      post({ kind: 'stop' });
      port1.close();
      return worker.terminate();
    },
  };
}
