// Builds what ships (dist/sheet, dist/connector) and what runs here (dist/preview, dist/bench).
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parse } from 'acorn';
import { build } from 'esbuild';

const quiet = process.argv.includes('--quiet');
const version = JSON.parse(readFileSync('package.json', 'utf8')).version;
const define = { KOERS_VERSION: JSON.stringify(version) };

const TYPE_PROJECTS = [
  'src/core',
  'src/workflows',
  '.',
  'src/preview',
  'src/preview/emulation/inside',
  'src/preview/page',
  'test',
];

// What a script bound to a Sheet may do beyond the connector, and the other way round.
const CONNECTOR_SCOPES = ['spreadsheets.readonly', 'userinfo.email'];
const CONNECTOR_ONLY_SCOPES = ['spreadsheets.readonly'];

const shortScope = (scope) => scope.replace('https://www.googleapis.com/auth/', '');

/** Two manifests from the one appsscript.json: a report's viewer is never asked for the right to send mail. */
function deriveManifests() {
  const manifest = JSON.parse(readFileSync('appsscript.json', 'utf8'));
  const { dataStudio, ...sheet } = manifest;
  return {
    sheet: {
      ...sheet,
      oauthScopes: manifest.oauthScopes.filter(
        (scope) => !CONNECTOR_ONLY_SCOPES.includes(shortScope(scope)),
      ),
    },
    connector: {
      ...sheet,
      oauthScopes: manifest.oauthScopes.filter((scope) =>
        CONNECTOR_SCOPES.includes(shortScope(scope)),
      ),
      dataStudio,
    },
  };
}

/** Google finds functions by their declarations, so each export of main.ts gets a one-line stub. */
async function buildBundle() {
  const common = {
    entryPoints: ['src/apps-script/main.ts'],
    bundle: true,
    write: false,
    charset: 'utf8',
    legalComments: 'none',
    target: 'es2020',
    define,
    loader: { '.html': 'text' },
  };
  const listing = await build({ ...common, format: 'esm', metafile: true, outdir: 'dist' });
  const [{ exports: names }] = Object.values(listing.metafile.outputs);
  const stubs = names
    .map((name) => `function ${name}(...args) { return koers_.${name}(...args); }`)
    .join('\n');
  const bundle = await build({
    ...common,
    format: 'iife',
    globalName: 'koers_',
    minifySyntax: true,
    minifyWhitespace: true,
    minifyIdentifiers: true,
    footer: { js: stubs },
  });
  const code = bundle.outputFiles[0].text;
  // Apps Script refuses private fields, static blocks and newer syntax when it saves the file.
  parse(code, { ecmaVersion: 2020, sourceType: 'script' });
  const manifests = deriveManifests();
  for (const project of ['sheet', 'connector']) {
    rmSync(`dist/${project}`, { recursive: true, force: true });
    mkdirSync(`dist/${project}`, { recursive: true });
    writeFileSync(`dist/${project}/Code.js`, code);
    writeFileSync(
      `dist/${project}/appsscript.json`,
      `${JSON.stringify(manifests[project], null, 2)}\n`,
    );
  }
  if (!quiet) console.log(`dist/sheet, dist/connector: Code.js ${(code.length / 1024).toFixed(1)} KB`);
}

async function buildPreview() {
  const emulator = 'src/preview/emulation/inside/emulator.ts';
  await build({
    entryPoints: [emulator],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    outfile: 'dist/preview/emulator.js',
  });
  const node = { bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', define };
  await build({
    ...node,
    entryPoints: {
      serve: 'src/preview/serve.ts',
      'print-table': 'src/preview/print-table.ts',
      'make-examples': 'examples/make-examples.ts',
    },
    outdir: 'dist/preview',
    sourcemap: 'inline',
  });
  await build({
    entryPoints: ['src/preview/page/page.ts'],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    outdir: 'dist/preview/page',
    loader: { '.html': 'copy' },
  });
  copyFileSync('src/preview/page/index.html', 'dist/preview/page/index.html');
  copyFileSync('src/preview/page/page.css', 'dist/preview/page/page.css');
  if (existsSync('bench/bench.ts')) {
    await build({ ...node, entryPoints: ['bench/bench.ts'], outdir: 'dist/bench' });
  }
}

if (process.argv.includes('--types')) {
  for (const project of TYPE_PROJECTS) {
    execFileSync('node_modules/.bin/tsc', ['-p', project], { stdio: 'inherit' });
  }
} else {
  // While the house is being laid some rooms do not exist yet.
  if (existsSync('src/apps-script/main.ts')) await buildBundle();
  if (existsSync('src/preview/serve.ts')) await buildPreview();
}
