import { readFileSync } from 'node:fs';
import { makeRunner } from './mini-jest.mjs';

/**
 * The process that tries faults: told which file to change and how, it says which test noticed. Its
 * parent ends it when a fault makes it hang.
 */
const { modules, root } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { load } = makeRunner(modules, root);

/** The test file that mirrors the changed one first: it is the likeliest to notice. */
const inOrderFor = (file, tests) => {
  const mirrored = file.replace(/^src\//, 'test/').replace(/\.ts$/, '.test.ts');
  return [...tests].sort((a, b) => Number(b === mirrored) - Number(a === mirrored));
};

async function noticedBy({ file, js, tests }) {
  const suite = load(file === null ? {} : { [file]: js });
  for (const path of inOrderFor(file ?? '', tests)) {
    const failure = await suite.firstFailure(path);
    if (failure !== null) return { test: path, failure };
  }
  return null;
}

process.on('message', async (fault) => {
  const started = Date.now();
  const noticed = await noticedBy(fault);
  process.send({ noticed, milliseconds: Date.now() - started });
});
