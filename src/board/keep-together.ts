/** A sentence whose amounts stay whole at the end of a line. */
export const keepTogether = (text: string): string =>
  text.replace(/([€$£¥]) (?=[-−]?\d)/g, '$1\u00a0');
