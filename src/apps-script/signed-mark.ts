const SIGNATURE = / ~([0-9a-z-]+)$/;

/** The text of a mark with the write that set it. */
export const signedMark = (text: string, write: string): string => `${text} ~${write}`;

/** Both again; no write in what an older version wrote. */
export const readSignedMark = (signed: string): { text: string; write: string | null } => ({
  text: signed.replace(SIGNATURE, ''),
  write: SIGNATURE.exec(signed)?.[1] ?? null,
});
