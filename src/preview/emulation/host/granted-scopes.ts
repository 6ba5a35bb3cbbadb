import type { Execution } from './execution-state.ts';

/** [documented] What a simple trigger may do without anybody's authorisation. */
const SIMPLE_TRIGGER_SCOPES = ['https://www.googleapis.com/auth/spreadsheets.currentonly'];

/** Whether the manifest asks for one of these scopes, or may do so without asking. */
export function isGranted({ trigger, manifest }: Execution, anyOf: readonly string[]): boolean {
  const granted = trigger === 'simple' ? SIMPLE_TRIGGER_SCOPES : manifest.oauthScopes;
  return granted === undefined || anyOf.some((scope) => granted.includes(scope));
}

/** Of these scopes, or of all that the manifest asks for: which this person agreed to. */
export function consentOf({ account, user, manifest }: Execution, scopes: string[] | null) {
  const unticked = account.untickedScopes?.get(user) ?? [];
  const asked = scopes ?? manifest.oauthScopes ?? [];
  return {
    granted: asked.filter((scope) => !unticked.includes(scope)),
    missing: asked.filter((scope) => unticked.includes(scope)),
  };
}

/** Whether this person left a box ticked for one of these scopes that the manifest asks for. */
export function isConsented(
  { account, user, manifest }: Execution,
  anyOf: readonly string[],
): boolean {
  const unticked = account.untickedScopes?.get(user) ?? [];
  const asked = manifest.oauthScopes?.filter((scope) => anyOf.includes(scope)) ?? anyOf;
  return asked.some((scope) => !unticked.includes(scope));
}
