import { join } from 'node:path';
import { atMost, type Figure, type Measurement, milliseconds, times, trend } from '../figure.ts';
import { ALL_DAYS, type CompanySize, company, THREE_YEARS, TODAY } from './books.ts';
import { mapsOf, ownTime, prepare, withFolder } from './measured-build.ts';
import type { Phase, PhaseTimes } from './phases.ts';

/** What there is more and more of, each time four times as much. */
interface Growth {
  readonly what: string;
  readonly sizes: readonly { readonly count: number; readonly size: CompanySize }[];
}

const ROUNDS = 3;

const monthly = {
  kpiCount: 20,
  cadence: 'month',
  dayCount: ALL_DAYS,
  period: THREE_YEARS,
  channelCount: 0,
  rowsAnInterval: 1,
} as const satisfies CompanySize;

const GROWTHS: readonly Growth[] = [
  {
    what: 'rows a month of 20 monthly KPIs',
    sizes: [1, 4, 16, 64].map((rowsAnInterval) => ({
      count: rowsAnInterval,
      size: { ...monthly, rowsAnInterval },
    })),
  },
  {
    what: 'monthly KPIs over 36 months',
    sizes: [25, 100, 400].map((kpiCount) => ({ count: kpiCount, size: { ...monthly, kpiCount } })),
  },
  {
    what: 'days of 10 daily KPIs',
    sizes: [62, 250, 1000].map((dayCount) => ({
      count: dayCount,
      size: {
        ...monthly,
        cadence: 'day' as const,
        kpiCount: 10,
        dayCount,
        // A tenth of the period is still ahead.
        period: { start: TODAY - dayCount, end: TODAY + Math.floor(dayCount / 9) },
      },
    })),
  },
  {
    what: 'channels of 20 monthly KPIs',
    sizes: [0, 2, 8, 32].map((channelCount) => ({
      count: channelCount,
      size: { ...monthly, channelCount },
    })),
  },
];

/** What a recalculation takes where there is more: never more than in proportion. */
export const growthMeasurements = (): Measurement[] =>
  GROWTHS.map((growth) => ({
    title: `Growth of a recalculation: ${growth.what}`,
    note: 'Our own code. A cold run has costs of its own that do not grow, so the last step counts.',
    measure: () => measureGrowth(growth),
  }));

const measureGrowth = ({ what, sizes }: Growth): Promise<Figure[]> =>
  withFolder(async (folder) => {
    const build = process.cwd();
    const maps = await mapsOf(build, folder);
    const runs = sizes.map(({ count, size }) => {
      const book = company(`${count} ${what}`, size);
      const place = { build, bookFolder: build, folder: join(folder, String(count)), maps };
      const { execute } = prepare(book, place, 'recalculated');
      const taken = Array.from({ length: ROUNDS }, () => execute('recalculation').times);
      return { count, own: Math.min(...taken.map(ownTime)), evaluate: least(taken, 'evaluate') };
    });
    const [before, last] = runs.slice(-2);
    return [
      ...runs.map(({ count, own, evaluate }) =>
        trend(
          `${count.toLocaleString('en')} ${what}`,
          `${milliseconds(own)}, of it evaluation ${milliseconds(evaluate)}`,
        ),
      ),
      ...(['own', 'evaluate'] as const).map((part) =>
        atMost(
          `${part === 'own' ? 'all our own code' : 'evaluation'}, ${before.count} → ${last.count}`,
          last[part] / before[part],
          last.count / before.count,
          times,
        ),
      ),
    ];
  });

const least = (taken: readonly PhaseTimes[], phase: Phase): number =>
  Math.min(...taken.map((phases) => phases[phase]));
