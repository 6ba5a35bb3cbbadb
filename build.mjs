// Builds what ships (dist/sheet, dist/connector, dist/visualisations) and what runs here (dist/preview, dist/deploy, dist/bench).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'acorn';
import { build } from 'esbuild';

const DIST = 'dist';
/** Files move into place one by one when all are made, so that nobody ever reads half a bundle. */
const STAGING = `.build-${process.pid}`;
const STAMP = join(DIST, 'built-from');
/** What a build is made from. */
const SOURCES = ['src', 'examples', 'bench', 'package.json', 'appsscript.json', 'build.mjs'];

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
  'src/deploy',
  'src/drawing',
  'src/board',
  'src/visualisations',
  'test',
  'bench',
];

// What a script bound to a Sheet may do beyond the connector, and the other way round.
const CONNECTOR_SCOPES = ['spreadsheets.readonly', 'userinfo.email'];
const CONNECTOR_ONLY_SCOPES = ['spreadsheets.readonly'];

/** Optional in a manifest; the other blanks of appsscript.json must be filled in. */
const MAY_STAY_BLANK = ['privacyPolicyUrl', 'termsOfServiceUrl'];

const shortScope = (scope) => scope.replace('https://www.googleapis.com/auth/', '');

/** Two manifests from the one appsscript.json: a report's viewer is never asked for the right to send mail. */
function deriveManifests() {
  const manifest = JSON.parse(readFileSync('appsscript.json', 'utf8'));
  const { dataStudio, webapp, ...sheet } = manifest;
  const said = Object.entries(dataStudio).filter(([, value]) => value !== '');
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
      // It reads, and sends nothing anywhere.
      urlFetchWhitelist: [],
      webapp,
      dataStudio: Object.fromEntries(said),
    },
    missing: Object.keys(dataStudio).filter(
      (key) => dataStudio[key] === '' && !MAY_STAY_BLANK.includes(key),
    ),
  };
}

/** Google finds functions by their declarations, so each export of an entry gets a one-line stub. */
async function bundleOf(project) {
  const common = {
    entryPoints: [`src/apps-script/main-${project}.ts`],
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
  return code;
}

/** The board as one page: style and script stand in it, its data are put in when it is served. */
async function boardPage() {
  const made = await build({
    entryPoints: [
      'src/board/board-page.ts',
      'src/board/board.css',
      'src/board/begin.css',
      'src/board/review.css',
    ],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    outdir: DIST,
  });
  const text = (ending) =>
    made.outputFiles
      .filter(({ path }) => path.endsWith(ending))
      .map((file) => file.text.trim())
      .join('\n');
  return readFileSync('src/board/board.html', 'utf8')
    .replace('/* style */', () => text('.css'))
    .replace('/* script */', () => text('.js'));
}

async function buildBundles() {
  const manifests = deriveManifests();
  const board = await boardPage();
  if (!quiet) console.log(`board.html ${(board.length / 1024).toFixed(1)} KB`);
  for (const project of ['sheet', 'connector']) {
    const code = await bundleOf(project);
    mkdirSync(join(STAGING, project), { recursive: true });
    writeFileSync(join(STAGING, project, 'Code.js'), code);
    writeFileSync(join(STAGING, project, 'board.html'), board);
    writeFileSync(
      join(STAGING, project, 'appsscript.json'),
      `${JSON.stringify(manifests[project], null, 2)}\n`,
    );
    if (!quiet) console.log(`dist/${project}: Code.js ${(code.length / 1024).toFixed(1)} KB`);
  }
  if (!quiet && manifests.missing.length > 0) {
    console.log(
      `dist/connector is nobody's yet: ${manifests.missing.join(', ')} are blank in appsscript.json. npm run deploy asks for them and fills them in where it pushes.`,
    );
  }
}

const BUCKET = /^--bucket=gs:\/\/([a-z0-9][a-z0-9._-]*[a-z0-9])\/?$/;

/** Where the visualisations will stand; null until it is named. */
function namedBucket() {
  const option = process.argv.find((argument) => argument.startsWith('--bucket'));
  if (option === undefined) return null;
  const [, name] = BUCKET.exec(option) ?? [];
  if (name !== undefined) return name;
  console.error(`${option} names no bucket. Write --bucket=gs://the-name-of-your-bucket`);
  return process.exit(1);
}

const bucket = namedBucket();

/** A module of the sources, run here. */
async function sourceModule(entry) {
  const options = { entryPoints: [entry], bundle: true, write: false, format: 'esm' };
  const { outputFiles } = await build({ ...options, charset: 'utf8' });
  const code = Buffer.from(outputFiles[0].text).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

/** A folder for each visualisation of Data Studio, as it goes into a storage bucket. */
async function buildVisualisations() {
  const hosting = await sourceModule('src/visualisations/hosting.ts');
  const { panelOf } = await sourceModule('src/visualisations/panel.ts');
  const { dataStudio } = JSON.parse(readFileSync('appsscript.json', 'utf8'));
  for (const name of Object.keys(hosting.VISUALISATIONS)) {
    const folder = join(STAGING, 'visualisations', name);
    await build({
      entryPoints: [`src/visualisations/${name}.ts`],
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2019',
      charset: 'utf8',
      legalComments: 'eof',
      outfile: join(folder, `${name}.js`),
    });
    copyFileSync('src/visualisations/report.css', join(folder, `${name}.css`));
    const texts = {
      manifest: hosting.manifestOf(name, dataStudio, bucket ?? 'YOUR-BUCKET'),
      [name]: panelOf(hosting.VISUALISATIONS[name].slots),
    };
    for (const [file, content] of Object.entries(texts)) {
      writeFileSync(join(folder, `${file}.json`), `${JSON.stringify(content, null, 2)}\n`);
    }
    const { size } = statSync(join(folder, `${name}.js`));
    if (!quiet)
      console.log(`dist/visualisations/${name}: ${name}.js ${(size / 1024).toFixed(1)} KB`);
  }
  if (!quiet && bucket === null) {
    console.log(
      'dist/visualisations stands in no bucket yet: docs/visualisations.md tells how it gets into one.',
    );
  }
}

async function buildPreview() {
  const emulator = 'src/preview/emulation/inside/emulator.ts';
  await build({
    entryPoints: [emulator],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    outfile: join(STAGING, 'preview/emulator.js'),
  });
  const node = {
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    define,
  };
  await build({
    ...node,
    entryPoints: {
      serve: 'src/preview/serve.ts',
      'print-table': 'src/preview/print-table.ts',
      'live-check': 'src/preview/live-check.ts',
      'make-examples': 'examples/make-examples.ts',
    },
    outdir: join(STAGING, 'preview'),
  });
  await build({
    entryPoints: ['src/preview/page/page.ts', 'src/preview/page/script-run.ts'],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    outdir: join(STAGING, 'preview/page'),
  });
  for (const file of ['index.html', 'page.css']) {
    copyFileSync(join('src/preview/page', file), join(STAGING, 'preview/page', file));
  }
  await build({ ...node, entryPoints: ['bench/bench.ts'], outdir: join(STAGING, 'bench') });
  await build({ ...node, entryPoints: ['src/deploy/deploy.ts'], outdir: join(STAGING, 'deploy') });
}

/** Every file below the path, or the path itself. */
function filesBelow(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
}

/** Changes whenever a source file does. */
function sourcesNow() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesBelow).sort()) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

async function buildAll() {
  const sources = sourcesNow();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources && quiet) return;
  try {
    await buildBundles();
    await buildVisualisations();
    await buildPreview();
    for (const file of filesBelow(STAGING)) {
      const target = join(DIST, file.slice(STAGING.length + 1));
      mkdirSync(dirname(target), { recursive: true });
      renameSync(file, target);
    }
    // What the commands kept of the code before.
    rmSync(join(DIST, 'preview/compiled'), { recursive: true, force: true });
    writeFileSync(STAMP, sources);
  } finally {
    rmSync(STAGING, { recursive: true, force: true });
  }
}

/** What the compiler found last time is kept beside the packages, so that only changes are read again. */
function checkTypes() {
  for (const project of TYPE_PROJECTS) {
    const found = `node_modules/.cache/types/${project.replaceAll('/', '-')}.json`;
    const asked = ['-p', project, '--incremental', '--tsBuildInfoFile', found];
    const { status } = spawnSync('node_modules/.bin/tsc', asked, { stdio: 'inherit' });
    if (status !== 0) process.exit(1);
  }
}

if (process.argv.includes('--types')) checkTypes();
else await buildAll();
