/** What clasp, or Google behind it, says no to: how it is recognised, and what a person can do. */

export interface ExplainedRefusal {
  readonly code: string;
  readonly sentences: string;
}

interface Refusal extends ExplainedRefusal {
  readonly pattern: RegExp;
}

/**
 * The first that fits counts. Marked [clasp]: the text stands in the source of clasp 3.4.1.
 * Marked [seen]: people quote it from Google's answer. Marked [assumed]: neither was found.
 */
const REFUSALS: readonly Refusal[] = [
  {
    // [clasp] core/utils.js
    code: 'NOT_LOGGED_IN',
    pattern: /No credentials found/i,
    sentences:
      'clasp is not logged in to Google. Run npx clasp login in a terminal, tick every box, and deploy again.',
  },
  {
    // [seen] answers of Google's token service
    code: 'LOGIN_EXPIRED',
    pattern: /invalid_grant|invalid_rapt|expired or revoked|Login Required|invalid authentication/i,
    sentences:
      'Google no longer accepts clasp’s login. Run npx clasp login again, and deploy again.',
  },
  {
    // [seen] granular consent: a box that was not ticked
    code: 'LOGIN_PARTIAL',
    pattern: /insufficient authentication scopes/i,
    sentences:
      'clasp was not given all the rights it asked for. Run npx clasp login again and tick every box.',
  },
  {
    // [seen] google/clasp#973, #1128
    code: 'API_OFF',
    pattern: /has not enabled the Apps Script API/i,
    sentences:
      'The Apps Script API is off for this account. Switch it on at https://script.google.com/home/usersettings, wait a minute, and deploy again.',
  },
  {
    // [seen]
    code: 'ADMIN_BLOCKED',
    pattern: /admin_policy_enforced|access_denied|administrator|domain polic/i,
    sentences:
      'The administrator of this Google Workspace does not allow this. Ask for clasp and the Apps Script API to be allowed, or install with an account where they are.',
  },
  {
    // [seen] google/clasp#1015 and others
    code: 'VERSIONS_FULL',
    pattern: /limit of 200 versions/i,
    sentences:
      'Google keeps at most 200 versions of a project, and they are used up. Open the project, choose Project History, delete old versions, and deploy again.',
  },
  {
    // [seen] daikikatsuragawa/clasp-action#1
    code: 'DEPLOYMENTS_FULL',
    pattern: /up to 20 versioned deployments/i,
    sentences:
      'The connector project has twenty deployments, and Google allows no more. Archive those you do not use under Deploy › Manage deployments, and deploy again.',
  },
  {
    // [seen] google/clasp#204, #208; #1130 has the second text for a script id that was right
    code: 'SCRIPT_NOT_FOUND',
    pattern: /Requested entity was not found|Invalid ID|File not found/i,
    sentences:
      'Google does not find this script project, or does not show it to this account. It was deleted, its id is mistyped, or it belongs to another account: compare the id in .koers/projects.json with Project settings in the editor. When you gave a wrong one, deploy again with the right one.',
  },
  {
    // [seen]
    code: 'NO_RIGHTS',
    pattern: /does not have permission|permission denied|insufficient permission/i,
    sentences:
      'This account may not change the project. Ask its owner to make you an editor, or log in as the owner with npx clasp login.',
  },
  {
    // [clasp] core/files.js knows Google's text and shortens it; as 3.4.1 is packed, it passes it on.
    code: 'SYNTAX',
    pattern: /Syntax error: .+ line: \d+|- "[^"]+:\d+"$/m,
    sentences:
      'Google refuses the code. That is a mistake in Koers: please report it with the line below.',
  },
  {
    // [clasp] node-fetch’s text, seen with clasp 3.4.1 where there is no network
    code: 'NO_NETWORK',
    pattern: /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|EHOSTUNREACH|socket hang up|certificate/i,
    sentences:
      'Google cannot be reached from here. Look at your connection (behind a proxy, set HTTPS_PROXY), and deploy again: it goes on where it stopped.',
  },
  {
    // [assumed]
    code: 'MANIFEST',
    pattern: /manifest|appsscript/i,
    sentences:
      'Google refuses the manifest, appsscript.json. If you changed that file, the line below says what is wrong in it.',
  },
  {
    // [seen]
    code: 'BUSY',
    pattern:
      /rate limit|quota|too many requests|try again|unavailable|backend error|internal error/i,
    sentences: 'Google is busy. Wait a few minutes and deploy again: it goes on where it stopped.',
  },
  {
    // [clasp] commands/create-script.js, core/clasp.js
    code: 'FOLDER',
    pattern: /Project file already exists|Security Error|Invalid --project path/i,
    sentences:
      'clasp does not accept the folder below .koers. Leave projects.json where it is, delete the folders beside it, and deploy again.',
  },
];

const UNKNOWN: ExplainedRefusal = {
  code: 'UNKNOWN',
  sentences: 'clasp stopped with a sentence that Koers does not know.',
};

/** [clasp] commands/push.js: so it does when it skips a changed manifest. */
const SILENT: ExplainedRefusal = {
  code: 'SILENT',
  sentences:
    'clasp ended without a word, so nothing can have been done. Deploy again; when it happens twice, run npm ci, so that clasp is the one Koers was tried with.',
};

/** Those that say enough by themselves; the others carry the line that Google wrote. */
const SELF_EXPLANATORY = new Set(['NOT_LOGGED_IN', 'API_OFF', 'VERSIONS_FULL', 'DEPLOYMENTS_FULL']);

/** A token in a log is a key under the mat. */
const withoutTokens = (text: string): string =>
  text.replace(/ya29\.[\w.-]+|1\/\/[\w-]+|GOCSPX-[\w-]+|Bearer \S+/g, '…');

/** What to tell a person about what clasp wrote before it stopped. */
export function explainRefusal(written: string): ExplainedRefusal {
  if (written.trim() === '') return SILENT;
  const { code, sentences } = REFUSALS.find(({ pattern }) => pattern.test(written)) ?? UNKNOWN;
  const [line = ''] = withoutTokens(written).trim().split('\n');
  if (SELF_EXPLANATORY.has(code)) return { code, sentences };
  return { code, sentences: `${sentences}\nGoogle or clasp wrote: ${line}` };
}
