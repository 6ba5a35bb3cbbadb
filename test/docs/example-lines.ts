/** "KPI: Revenue, add up to 200000": a keyword, perhaps what it is about, and its text. */
export interface TypedLine {
  keyword: string;
  /** "Values of Orders in Shop": Orders. */
  of: string | null;
  /** "Values of Orders in Shop": Shop. */
  in: string | null;
  text: string;
}

export interface Example {
  /** The first line on the page, from 1, to find it again. */
  line: number;
  typed: readonly TypedLine[];
  /** What stands after the arrows. */
  claims: readonly string[];
}

const TYPED =
  /^(?<keyword>[A-Z][A-Za-z]*(?: off| change| if)?)(?: of (?<of>[^:]+?))?(?: in (?<in>[^:]+))?: (?<text>.+)$/;

function typedLine(text: string): TypedLine {
  const groups = TYPED.exec(text)?.groups;
  if (groups === undefined) throw new Error(`not a line of an example: ${text}`);
  return {
    keyword: groups.keyword,
    of: groups.of ?? null,
    in: groups.in ?? null,
    text: groups.text.trim(),
  };
}

/** The fenced blocks named "example". */
export function examplesIn(page: string): Example[] {
  const examples: Example[] = [];
  const lines = page.split('\n');
  lines.forEach((opening, at) => {
    if (opening !== '```example') return;
    const end = lines.indexOf('```', at + 1);
    const own = lines.slice(at + 1, end).filter((line) => line.trim() !== '');
    const isClaim = (line: string) => line.startsWith('→');
    examples.push({
      line: at + 1,
      typed: own.filter((line) => !isClaim(line)).map(typedLine),
      claims: own.filter(isClaim).map((line) => line.slice(1).trim()),
    });
  });
  return examples;
}

export interface CaseTable {
  line: number;
  /** What holds for every row: "2026-01-01 to 2026-03-31", "today 2026-02-15", … */
  setting: readonly string[];
  header: readonly string[];
  rows: ReadonlyArray<readonly string[]>;
}

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The tables under a comment that begins with "cases:". */
export function caseTablesIn(page: string): CaseTable[] {
  const lines = page.split('\n');
  return lines.flatMap((comment, at) => {
    const setting = /^<!-- cases: (.+) -->$/.exec(comment)?.[1];
    if (setting === undefined) return [];
    const end = lines.findIndex((line, i) => i > at + 2 && !line.startsWith('|'));
    return [
      {
        line: at + 1,
        setting: setting.split(',').map((part) => part.trim()),
        header: cellsOf(lines[at + 1]),
        rows: lines.slice(at + 3, end).map(cellsOf),
      },
    ];
  });
}
