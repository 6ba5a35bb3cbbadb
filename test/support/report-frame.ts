import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSync } from 'esbuild';
import type { Browser, Frame, Page } from 'playwright-core';

/** What the report was told, in order. */
type Told = { readonly type: string; readonly [key: string]: unknown };

const REPORT = `<!doctype html><html lang="en"><head><title>Report</title><style>body{margin:0}iframe{border:0;display:block;width:100vw;height:100vh}</style></head><body><script>
window.told = [];
addEventListener('message', ({ data }) => told.push(data));
</script><iframe title="visualisation" src="/frame?dscId=chart-7"></iframe></body></html>`;

const frameOf = (name: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><link rel="stylesheet" href="/report.css"></head><body><script src="/${name}.js"></script></body></html>`;

const scripts = new Map<string, string>();

/** A visualisation as the build makes it. */
export function builtVisualisation(name: string): string {
  const known = scripts.get(name);
  if (known !== undefined) return known;
  const { outputFiles } = buildSync({
    entryPoints: [`src/visualisations/${name}.ts`],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2019',
    charset: 'utf8',
  });
  scripts.set(name, outputFiles[0].text);
  return outputFiles[0].text;
}

/** A page that is what a report is to a visualisation: it posts messages and hears what is said. */
export async function serveReport(name: string): Promise<{ server: Server; address: string }> {
  const texts: Readonly<Record<string, readonly [string, string]>> = {
    '/': ['text/html', REPORT],
    '/frame': ['text/html', frameOf(name)],
    '/report.css': ['text/css', readFileSync('src/visualisations/report.css', 'utf8')],
    [`/${name}.js`]: ['text/javascript', builtVisualisation(name)],
  };
  const server = createServer((request, response) => {
    const [type, text] = texts[(request.url ?? '').split('?')[0]] ?? ['text/plain', ''];
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

export interface ShownReport {
  readonly page: Page;
  readonly frame: Frame;
  /** What the browser complained about. */
  readonly complaints: string[];
  /** Posts a message and waits until it is drawn. */
  readonly render: (message: unknown) => Promise<void>;
  /** The message that the visualisation sent at this place in the order, from 1 on. */
  readonly said: (count: number) => Promise<Told>;
}

export async function openReport(
  browser: Browser,
  address: string,
  viewport = { width: 900, height: 460 },
): Promise<ShownReport> {
  const context = await browser.newContext({ viewport, locale: 'en-GB' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(`dialog ${dialog.message()}`));
  await page.goto(address);
  const said = async (count: number): Promise<Told> => {
    await page.waitForFunction(`window.told.length >= ${count}`);
    return page.evaluate<Told>(`window.told[${count} - 1]`);
  };
  await page.waitForFunction('window.told.length > 0');
  const frame = page.frames()[1];
  const render = async (message: unknown): Promise<void> => {
    await frame.evaluate(() => document.querySelector('svg')?.remove());
    await page.evaluate((sent) => {
      document.querySelector('iframe')?.contentWindow?.postMessage(sent, '*');
    }, message as object);
    await frame.waitForSelector('svg');
  };
  return { page, frame, complaints, render, said };
}
