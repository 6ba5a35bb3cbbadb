// Runs clasp itself, command after command in one process, against a Google on this machine.
import http from 'node:http';
import https from 'node:https';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const CLASP = pathToFileURL(createRequire(import.meta.url).resolve('@google/clasp')).href;

// clasp speaks to Google through node:https; here the same requests go to the port given.
https.request = (address, { agent, ...options }, answered) => {
  const { pathname, search } = new URL(address);
  const here = `http://127.0.0.1:${process.env.GOOGLE_PORT}${pathname}${search}`;
  return http.request(here, options, answered);
};

/** Collects what is written to a stream while a command runs. */
function captured(stream) {
  const write = stream.write;
  let text = '';
  stream.write = (chunk) => {
    text += chunk;
    return true;
  };
  return () => {
    stream.write = write;
    return text;
  };
}

let runs = 0;

/** clasp's own entry, loaded anew: it reads the arguments and sets the exit code as it always does. */
async function run({ args, folder }) {
  process.chdir(folder);
  process.argv = [process.execPath, 'clasp', ...args];
  process.exitCode = 0;
  const stdout = captured(process.stdout);
  const stderr = captured(process.stderr);
  runs += 1;
  await import(`${CLASP}?run=${runs}`);
  const answer = { stdout: stdout(), stderr: stderr(), exitCode: process.exitCode ?? 0 };
  process.exitCode = 0;
  return answer;
}

process.on('message', async ({ number, call }) => {
  process.send({ number, answer: await run(call) });
});
