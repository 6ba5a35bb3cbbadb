/** [recorded live] build() leaves out what was never set; what was set to false stays. */
export function withoutUnset(json: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(json).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** [assumed] printJson() is the built object as JSON; its layout is documented nowhere. */
export function printed(json: unknown): string {
  return JSON.stringify(json);
}
