import { isoDate } from '../../src/core/model/calendar-date.ts';
import type {
  Evaluation,
  FuelEvaluation,
  GoalEvaluation,
  KpiEvaluation,
  MilestoneEvaluation,
} from '../../src/core/model/evaluation.ts';
import type { Quantity } from '../../src/core/model/quantity.ts';

/** What Koers says: a number, a date or a code, as text; "none" with the reason for a null. */
type Said = Quantity | string | number | null;

type Readings<Subject> = Record<string, (subject: Subject) => Said>;

const date = (day: number | null, reason: string | null = null): string =>
  day === null ? `none ${reason ?? ''}`.trim() : isoDate(day);

const OF_KPI: Readings<KpiEvaluation> = {
  'judged at': ({ judgedDay }) => date(judgedDay),
  type: ({ type }) => type,
  status: ({ status }) => status,
  reason: ({ reason }) => reason,
  actual: ({ actual }) => actual,
  target: ({ target }) => target,
  plan: ({ plan }) => plan,
  progress: ({ progress }) => progress,
  attainment: ({ attainment }) => attainment,
  gap: ({ gap }) => gap,
  'pace index': ({ paceIndex }) => paceIndex,
  'days behind': ({ daysBehind }) => daysBehind,
  elapsed: ({ elapsed }) => elapsed,
  coverage: ({ coverage }) => coverage,
  speed: ({ speed }) => speed,
  'required speed': ({ requiredSpeed }) => requiredSpeed,
  'speed factor': ({ speedFactor }) => speedFactor,
  arrival: ({ etaDay, etaReason }) => date(etaDay, etaReason),
  reached: ({ reachedDay }) => date(reachedDay),
  'days late': ({ daysLate }) => daysLate,
  forecast: ({ forecast }) => forecast.value,
  'forecast method': ({ forecast }) => forecast.method,
  'forecast low': ({ forecast }) => forecast.low,
  'forecast high': ({ forecast }) => forecast.high,
  probability: ({ forecast }) => forecast.probability,
  reference: ({ reference }) => reference,
  'growth so far': ({ growthVsReference }) => growthVsReference,
  'version 1 progress': ({ versionOne }) => versionOne.progress,
  'version 1 status': ({ versionOne }) => versionOne.status,
  flag: ({ flags }) => flags.join(' '),
  'next milestone': ({ milestones }) => milestones.find(({ isNext }) => isNext)?.stop ?? null,
  signal: ({ signal }) =>
    signal === null
      ? null
      : `${signal.rule} ${signal.isFavourable === true ? 'favourable' : 'unfavourable'}`,
};

const OF_FUEL: Readings<FuelEvaluation> = {
  'fuel left': ({ left }) => left,
  'fuel need': ({ need }) => need,
  'fuel index': ({ index }) => index,
  'fuel completion estimate': ({ completionEstimate }) => completionEstimate,
  'fuel days left': ({ daysLeft }) => daysLeft,
  'fuel status': ({ status }) => status,
};

const OF_STOP: Readings<MilestoneEvaluation> = {
  status: ({ status }) => status,
  arrival: ({ etaDay }) => date(etaDay),
  'days late': ({ daysLate }) => daysLate,
  'value to go': ({ valueToGo }) => valueToGo,
  'required speed': ({ requiredSpeed }) => requiredSpeed,
  'leg progress': ({ legProgress }) => legProgress,
};

const OF_GOAL: Readings<GoalEvaluation> = {
  status: ({ status }) => status,
  progress: ({ progress }) => progress,
  pace: ({ course }) => course,
  'judged share': ({ judgedShare }) => judgedShare,
};

const OF_INTERVAL: Readonly<
  Record<string, 'lastYear' | 'centreLine' | 'lowerLimit' | 'upperLimit'>
> = {
  'last year': 'lastYear',
  'centre line': 'centreLine',
  'lower limit': 'lowerLimit',
  'upper limit': 'upperLimit',
};

function found<Item>(item: Item | undefined, claim: string): Item {
  if (item === undefined) throw new Error(`nothing there to say: ${claim}`);
  return item;
}

/** The longest name that the claim begins with, and the rest of it. */
function split<Subject>(
  readings: Readings<Subject>,
  claim: string,
): [(of: Subject) => Said, string] {
  const name = Object.keys(readings)
    .filter((known) => claim.startsWith(`${known} `))
    .sort((a, b) => b.length - a.length)[0];
  if (name === undefined) throw new Error(`nobody can say this: ${claim}`);
  return [readings[name], claim.slice(name.length + 1).trim()];
}

const say = <Subject>(readings: Readings<Subject>, claim: string, subject: Subject) => {
  const [read, expected] = split(readings, claim);
  return { said: read(subject), expected };
};

/** "last year in 2026-02: 5" or "channel Shop in 2026-01: 600" */
const IN_INTERVAL = /^(?<what>.+?) in (?<label>\d{4}[^ :]*):? (?<expected>.+)$/;

function sayOfInterval(claim: string, kpi: KpiEvaluation) {
  const groups = IN_INTERVAL.exec(claim)?.groups;
  if (groups === undefined) return null;
  const { what, label, expected } = groups;
  const at = kpi.timeline.label.indexOf(label);
  if (what.startsWith('channel ')) {
    const name = what.slice('channel '.length);
    const channel = found(
      kpi.channels.find((own) => own.channel === name),
      claim,
    );
    return { said: found(channel.actual[at], claim), expected };
  }
  return { said: found(kpi.timeline[OF_INTERVAL[what]][at], claim), expected };
}

function sayOfDriver(claim: string, { drivers }: Evaluation) {
  const groups = /^driver (?<name>.+) against (?<against>\S+) (?<expected>\S+)$/.exec(
    claim,
  )?.groups;
  if (groups === undefined) return null;
  const driver = drivers.find(
    ({ driverMeasureId, against }) => driverMeasureId === groups.name && against === groups.against,
  );
  return { said: found(driver, claim).contribution, expected: groups.expected };
}

/** What Koers says where the claim says something, and what the claim says. */
export function compare(claim: string, evaluation: Evaluation): { said: Said; expected: string } {
  const check = /^check (\S+)$/.exec(claim);
  if (check !== null) {
    const codes = [...evaluation.issues, ...evaluation.advice].map(({ code }) => code);
    return { said: codes.find((code) => code === check[1]) ?? codes.join(' '), expected: check[1] };
  }
  const driver = sayOfDriver(claim, evaluation);
  if (driver !== null) return driver;
  const goal = /^goal (.+?): (.+)$/.exec(claim);
  if (goal !== null) {
    const own = evaluation.goals.find(({ goalId }) => goalId === goal[1]);
    return say(OF_GOAL, goal[2], found(own, claim));
  }
  const [only] = evaluation.kpis;
  const stop = /^milestone (.+?): (.+)$/.exec(claim);
  if (stop !== null) {
    const own = only.milestones.find((milestone) => milestone.stop === stop[1]);
    return say(OF_STOP, stop[2], found(own, claim));
  }
  const ofInterval = sayOfInterval(claim, only);
  if (ofInterval !== null) return ofInterval;
  const named = /^(.+?): (.+)$/.exec(claim);
  const kpi = named === null ? only : evaluation.kpis.find(({ kpiId }) => kpiId === named[1]);
  const text = named === null ? claim : named[2];
  return text.startsWith('fuel ')
    ? say(OF_FUEL, text, found(only.fuel[0], claim))
    : say(OF_KPI, text, found(kpi, claim));
}

/** Fails unless the number on the page is the number of Koers, to the digits that are printed. */
export function expectSaid(said: Said, expected: string): void {
  const value = typeof said === 'object' && said !== null ? said.value : said;
  const isNumber = /^-?\d+(\.\d+)?$/.test(expected);
  if (isNumber && typeof value === 'number') {
    const digits = expected.split('.')[1]?.length ?? 0;
    expect(Math.abs(value - Number(expected))).toBeLessThanOrEqual(0.5000001 * 10 ** -digits);
    return;
  }
  const reason = typeof said === 'object' && said !== null ? said.reason : null;
  expect(value === null && reason !== null ? `none ${reason}` : String(value)).toBe(expected);
}
