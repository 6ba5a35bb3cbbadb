// google.script.run, as Google gives it to every page of a script: the functions of the script by
// their names. [documented] An answer goes to the success handler, an error to the failure handler.
import type { ScriptReply } from '../page-api.ts';

type Handler = (value: unknown) => void;

interface Handlers {
  readonly success: Handler;
  readonly failure: Handler;
}

const project = document.currentScript?.dataset.project;

async function call(functionName: string, args: readonly unknown[], handlers: Handlers) {
  try {
    const answered = await fetch('/api/call', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ project, functionName, args }),
    });
    const reply: ScriptReply = await answered.json();
    if ('error' in reply) handlers.failure(new Error(reply.error));
    else handlers.success(reply.result);
  } catch (error) {
    handlers.failure(error);
  }
}

function runner(handlers: Handlers): unknown {
  return new Proxy(
    {},
    {
      get: (_, name) => {
        if (name === 'withSuccessHandler')
          return (success: Handler) => runner({ ...handlers, success });
        if (name === 'withFailureHandler')
          return (failure: Handler) => runner({ ...handlers, failure });
        return (...args: unknown[]) => void call(String(name), args, handlers);
      },
    },
  );
}

const nothing = () => undefined;
Object.assign(window, {
  google: { script: { run: runner({ success: nothing, failure: nothing }) } },
});
