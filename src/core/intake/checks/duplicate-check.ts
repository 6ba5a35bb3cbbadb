import { placeOfFact } from '../figures/fact-buffer.ts';
import { type CheckInput, measuresFor } from './check-input.ts';
import { tellFirst } from './value-checks.ts';

/** A level has two values for one day and channel, and nothing says which is the later. */
export function checkDuplicates(input: CheckInput): void {
  const { facts, measures, context } = input;
  const isLevel = measuresFor(
    measures,
    ({ aggregation }) => aggregation === 'last' || aggregation === 'unique',
  );
  if (isLevel === null) return;
  const findings = tellFirst('W_DUPLICATE', input, (fact) =>
    context.issues.add('W_DUPLICATE', placeOfFact(facts, fact), {
      measure: measures[facts.measure[fact]].name,
      date: { day: facts.day[fact] },
    }),
  );
  const channelCount = facts.channels.length;
  const isUnordered = unorderedSeries(isLevel, input, channelCount);
  const newest = new Int32Array(measures.length * channelCount).fill(NEVER);
  const seen = new Set<number>();
  for (let fact = 0; fact < facts.length; fact++) {
    const position = facts.measure[fact];
    if (isLevel[position] === 0 || facts.recordedAt[fact] !== 0) continue;
    const day = facts.day[fact];
    const series = position * channelCount + facts.channel[fact];
    let isDuplicate = newest[series] === day;
    newest[series] = day;
    if (isUnordered[series] === 1) {
      const key = series * DAYS + day + DAYS / 2;
      isDuplicate = seen.has(key);
      seen.add(key);
    }
    if (isDuplicate) findings.tell(fact);
  }
  findings.close();
}

const NEVER = -(2 ** 30);
/** More days than any sheet has. */
const DAYS = 2 ** 22;

/** 1 for series (measure and channel) whose rows are not in order of date. */
function unorderedSeries(
  isLevel: Uint8Array,
  { facts: { measure, channel, day, length } }: CheckInput,
  channelCount: number,
): Uint8Array {
  const newest = new Int32Array(isLevel.length * channelCount).fill(NEVER);
  const unordered = new Uint8Array(newest.length);
  for (let fact = 0; fact < length; fact++) {
    if (isLevel[measure[fact]] === 0) continue;
    const series = measure[fact] * channelCount + channel[fact];
    if (day[fact] < newest[series]) unordered[series] = 1;
    else newest[series] = day[fact];
  }
  return unordered;
}
