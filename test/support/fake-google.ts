/**
 * As much of the Apps Script, Drive and account APIs as clasp 3.4.1 uses for a deployment. Shapes
 * are documented; texts of refusals are those that src/deploy/clasp/refusals.ts gives a source for.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface GoogleScript {
  readonly title: string;
  readonly parentId: string | null;
  readonly owner: string;
  files: readonly unknown[];
  readonly versions: {
    readonly versionNumber: number;
    readonly description: string;
    readonly files: readonly unknown[];
  }[];
  readonly deployments: Map<string, { versionNumber?: number; description: string }>;
}

interface Fault {
  /** Such as "POST /v1/projects". */
  readonly request: RegExp;
  readonly status: number;
  readonly message: string;
}

interface GoogleRequest {
  readonly method: string;
  readonly path: string;
  readonly email: string;
  // biome-ignore lint/suspicious/noExplicitAny: a request's body is whatever clasp sends.
  readonly body: any;
}

class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const API_OFF =
  'User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.';

export class FakeGoogle {
  isApiOn = true;
  /** What the next requests of this form get instead of an answer. */
  fault: Fault | null = null;
  readonly requests: string[] = [];
  readonly workbooks = new Map<string, { readonly name: string; readonly owner: string }>();
  readonly scripts = new Map<string, GoogleScript>();
  #made = 0;

  copy(): FakeGoogle {
    const copied = new FakeGoogle();
    copied.#made = this.#made;
    for (const [id, workbook] of this.workbooks) copied.workbooks.set(id, workbook);
    for (const [id, script] of this.scripts) copied.scripts.set(id, structuredClone(script));
    return copied;
  }

  #newId(start: string): string {
    this.#made += 1;
    return `${start}${String(this.#made).padStart(2, '0')}${'x'.repeat(40)}`;
  }

  addWorkbook(name: string, owner: string): string {
    const id = this.#newId('workbook');
    this.workbooks.set(id, { name, owner });
    return id;
  }

  addScript(title: string, owner: string, parentId: string | null = null): string {
    const id = this.#newId('script');
    const deployments = new Map([[this.#newId('AKhead'), { description: '' }]]);
    const files = [{ name: 'appsscript', type: 'JSON', source: '{"timeZone":"Etc/UTC"}' }];
    this.scripts.set(id, { title, parentId, owner, files, versions: [], deployments });
    return id;
  }

  addDeployment(scriptId: string, versionNumber: number, description: string): string {
    const id = this.#newId('AKfycb');
    this.scripts.get(scriptId)?.deployments.set(id, { versionNumber, description });
    return id;
  }

  #script(id: string, email: string): GoogleScript {
    const script = this.scripts.get(id);
    if (script === undefined) throw new Refused(404, 'Requested entity was not found.');
    if (script.owner !== email) throw new Refused(403, 'The caller does not have permission');
    return script;
  }

  #project({ method, path, email, body }: GoogleRequest): unknown {
    if (!this.isApiOn) throw new Refused(403, API_OFF);
    const [, id = '', part = '', partId = ''] = path.replace('/v1/projects', '').split('/');
    if (id === '') return { scriptId: this.addScript(body.title, email, body.parentId ?? null) };
    const script = this.#script(id, email);
    if (part.startsWith('content')) {
      if (method === 'PUT') script.files = body.files;
      const wanted = Number(/versionNumber=(\d+)/.exec(path)?.[1] ?? 0);
      const version = script.versions.find(({ versionNumber }) => versionNumber === wanted);
      return { scriptId: id, files: version?.files ?? script.files };
    }
    if (part.startsWith('versions')) {
      if (method === 'GET') return { versions: [...script.versions].reverse() };
      const versionNumber = script.versions.length + 1;
      script.versions.push({ versionNumber, description: body.description, files: script.files });
      return { versionNumber, description: body.description };
    }
    return this.#deployments(script, id, method, partId, body);
  }

  #deployments(
    script: GoogleScript,
    scriptId: string,
    method: string,
    deploymentId: string,
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    body: any,
  ): unknown {
    if (method === 'GET') {
      const deployments = [...script.deployments].map(([id, config]) => ({
        deploymentId: id,
        deploymentConfig: { scriptId, manifestFileName: 'appsscript', ...config },
      }));
      return { deployments };
    }
    const config = method === 'POST' ? body : body.deploymentConfig;
    if (!script.versions.some(({ versionNumber }) => versionNumber === config.versionNumber)) {
      throw new Refused(400, 'Request contains an invalid argument.');
    }
    const { versionNumber, description } = config;
    if (method === 'POST') {
      const id = this.addDeployment(scriptId, versionNumber, description);
      return { deploymentId: id, deploymentConfig: { versionNumber, description } };
    }
    if (!script.deployments.has(deploymentId)) {
      throw new Refused(404, 'Requested entity was not found.');
    }
    script.deployments.set(deploymentId, { versionNumber, description });
    return { deploymentId, deploymentConfig: { versionNumber, description } };
  }

  #files({ method, email, body }: GoogleRequest): unknown {
    if (method === 'POST') return { id: this.addWorkbook(body.name, email) };
    const standing = [...this.scripts].filter(
      ([, { parentId, owner }]) => parentId === null && owner === email,
    );
    return { files: standing.map(([id, { title }]) => ({ id, name: title })) };
  }

  answer(request: GoogleRequest): unknown {
    const { method, path, email } = request;
    this.requests.push(`${method} ${path}`);
    if (email === '') throw new Refused(401, 'Login Required.');
    if (this.fault?.request.test(`${method} ${path}`)) {
      throw new Refused(this.fault.status, this.fault.message);
    }
    if (path.startsWith('/oauth2/v2/userinfo')) return { id: '7', email };
    if (path.startsWith('/drive/v3/files')) return this.#files(request);
    if (path.startsWith('/v1/projects')) return this.#project(request);
    throw new Refused(404, `Not imitated: ${method} ${path}`);
  }
}

function refusal(error: unknown) {
  const { status, message } = error instanceof Refused ? error : new Refused(500, String(error));
  return { status, body: { error: { code: status, message, errors: [{ message }] } } };
}

/** Serves whatever there is now, on a free port of this machine. */
export function serveGoogle(google: () => FakeGoogle): Promise<{ server: Server; port: number }> {
  const server = createServer(async (incoming, outgoing) => {
    let text = '';
    for await (const chunk of incoming) text += chunk;
    const path = incoming.url ?? '';
    const email = String(incoming.headers.authorization).replace('Bearer ya29.', '');
    const body = text === '' ? {} : JSON.parse(text);
    let status = 200;
    let answer: unknown;
    try {
      answer = google().answer({ method: incoming.method ?? 'GET', path, email, body });
    } catch (error) {
      ({ status, body: answer } = refusal(error));
    }
    outgoing.writeHead(status, { 'content-type': 'application/json' });
    outgoing.end(JSON.stringify(answer));
  });
  return new Promise((resolve) => {
    // SAFETY: a server that listens on a port has an address of this kind.
    server.listen(0, '127.0.0.1', () =>
      resolve({ server, port: (server.address() as AddressInfo).port }),
    );
  });
}
