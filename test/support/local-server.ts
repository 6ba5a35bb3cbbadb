import { request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

export const JSON_TYPE = { 'content-type': 'application/json' };

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
  readonly body: string;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

export const listening = (made: Server) =>
  new Promise<Server>((resolve) => made.listen(0, '127.0.0.1', () => resolve(made)));

export function stopServing(server: Server): void {
  server.closeAllConnections();
  server.close();
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

export function send(to: Server, path: string, { method = 'GET', headers = {}, body }: Sent = {}) {
  return new Promise<Reply>((resolve, reject) => {
    const options = { host: '127.0.0.1', port: portOf(to), path, method, headers };
    const sent = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const { statusCode: status = 0, headers: given } = response;
        resolve({ status, headers: given, bytes, body: bytes.toString('utf8') });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What comes back for bytes that no well-made client would send. */
export function sendRaw(to: Server, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(portOf(to), '127.0.0.1', () => socket.end(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}
