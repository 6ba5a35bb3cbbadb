import { type Emulates, emulatedService } from './emulated-object.ts';
import {
  callHost,
  checkArguments,
  notEmulated,
  platformError,
  requireScope,
} from './host-bridge.ts';
import { blobArgument } from './utilities-blob.ts';

type MailAppApi = GoogleAppsScript.Mail.MailApp;

const METHOD = 'MailApp.sendEmail';
const SCOPES = ['script.send_mail'];

const TEXT_OPTIONS = ['to', 'cc', 'bcc', 'replyTo', 'subject', 'body', 'htmlBody', 'name'] as const;
const NOT_EMULATED = ['attachments', 'noReply'];

/** Pictures by the names that the markup shows them by. */
type InlineImages = Record<
  string,
  { readonly contentType: string | null; readonly base64: string }
>;

type Message = Partial<Record<(typeof TEXT_OPTIONS)[number], string>> & {
  inlineImages?: InlineImages;
};

function messageOf(options: unknown): Message {
  const message: Message = {};
  if (typeof options !== 'object' || options === null) return message;
  for (const name of NOT_EMULATED) {
    if (Reflect.get(options, name)) throw notEmulated(`The option ${name} of ${METHOD}`);
  }
  for (const name of TEXT_OPTIONS) {
    const value: unknown = Reflect.get(options, name);
    if (value !== undefined && value !== null) message[name] = String(value);
  }
  const images: unknown = Reflect.get(options, 'inlineImages');
  if (typeof images === 'object' && images !== null) message.inlineImages = imagesOf(images);
  return message;
}

/** [documented] From names to data. [assumed] What is no blob does not fit. */
function imagesOf(images: object): InlineImages {
  return Object.fromEntries(
    Object.entries(images).map(([name, blob]) => {
      const { contentType, base64 } = blobArgument(METHOD, [blob]);
      return [name, { contentType, base64 }];
    }),
  );
}

/** [documented] One message object; address, subject, body and perhaps options; or with a reply address. */
function messageArgument(args: readonly unknown[]): Message {
  const text = ['string', 'string', 'string'] as const;
  checkArguments(METHOD, args, ['object'], text, [...text, 'object'], [...text, 'string']);
  if (args.length === 1) return messageOf(args[0]);
  if (args.length === 4 && typeof args[3] !== 'object') {
    const [to, replyTo, subject, body] = args.map(String);
    return messageOf({ to, replyTo, subject, body });
  }
  const [to, subject, body] = args.map(String);
  return { ...messageOf(args[3]), ...messageOf({ to, subject, body }) };
}

const SERVICE = {
  sendEmail(...args: unknown[]): void {
    requireScope(METHOD, SCOPES);
    const message = messageArgument(args);
    // [seen]
    if (!message.to && !message.cc && !message.bcc) {
      throw platformError('Failed to send email: no recipient');
    }
    callHost('mail.send', message);
  },
  getRemainingDailyQuota() {
    requireScope('MailApp.getRemainingDailyQuota', SCOPES);
    return callHost<number>('mail.remainingQuota');
  },
} satisfies Required<Emulates<MailAppApi, undefined>>;

export function installMailApp(globals: Record<string, unknown>): void {
  globals.MailApp = emulatedService('MailApp', SERVICE);
}
