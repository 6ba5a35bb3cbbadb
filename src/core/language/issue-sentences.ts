/**
 * What is wrong and what to do; {names} are filled from the issue's details. {count row|rows} is a
 * count with its word for one and for several.
 */
export interface IssueSentences {
  readonly text: string;
  readonly fix: string;
}

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Count} ${string}` ? Count : Name) | NamesIn<Rest>
  : never;

/** `unknown` for sentences that name only details of their code; else the names that are not there. */
type Fillable<Sentences extends IssueSentences, Details> = [
  Exclude<NamesIn<Sentences['text'] | Sentences['fix']>, keyof Details>,
] extends [never]
  ? unknown
  : {
      readonly noSuchDetail: Exclude<NamesIn<Sentences['text'] | Sentences['fix']>, keyof Details>;
    };

/**
 * The sentences of a group of issues in one language. A code without sentences, sentences without
 * a code, and a {name} that the code does not carry do not compile.
 */
export const issueSentences =
  <Group>() =>
  <const Texts extends Readonly<Record<keyof Group, IssueSentences>>>(
    texts: Texts & {
      readonly [Code in keyof Texts]: Code extends keyof Group
        ? Fillable<Texts[Code], Group[Code]>
        : never;
    },
  ): Readonly<Record<keyof Group, IssueSentences>> =>
    texts;
