/** The package has no types of its own. */
declare module 'color-name' {
  const namedColors: Readonly<Record<string, readonly [number, number, number]>>;
  export = namedColors;
}
