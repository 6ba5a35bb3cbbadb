import { METER_SLOTS } from './meter-slots.ts';
import { ROUTE_SLOTS } from './route-slots.ts';
import type { Slots } from './slot.ts';

interface Visualisation {
  readonly name: string;
  readonly description: string;
  readonly slots: Slots;
}

/** Every visualisation by the name of its folder. */
export const VISUALISATIONS: Readonly<Record<string, Visualisation>> = {
  route: {
    name: 'Koers route',
    description:
      'Goals, or one KPI, from start to due date: milestones with their status, where it is now, the forecast and what happened. Made for the data sources of Koers.',
    slots: ROUTE_SLOTS,
  },
  meter: {
    name: 'Koers meter',
    description:
      'KPIs or goals as meters: pace, progress and fuel on one dial, with the status in symbol and word. Made for the data sources of Koers.',
    slots: METER_SLOTS,
  },
};

/** Who makes the connector, from its own manifest; blank until somebody installed it. */
export type Maker = Readonly<
  Record<
    | 'company'
    | 'companyUrl'
    | 'logoUrl'
    | 'addonUrl'
    | 'supportUrl'
    | 'privacyPolicyUrl'
    | 'termsOfServiceUrl',
    string
  >
>;

/** What Data Studio reads first: who made the visualisation, and where its files stand. */
export function manifestOf(folder: string, maker: Maker, bucket: string) {
  const { name, description } = VISUALISATIONS[folder];
  const file = (ending: string) => `gs://${bucket}/${folder}/${folder}.${ending}`;
  return {
    name,
    organization: maker.company,
    description,
    logoUrl: maker.logoUrl,
    organizationUrl: maker.companyUrl,
    supportUrl: maker.supportUrl,
    privacyPolicyUrl: maker.privacyPolicyUrl,
    termsOfServiceUrl: maker.termsOfServiceUrl,
    packageUrl: maker.addonUrl,
    devMode: false,
    components: [
      {
        id: `koers-${folder}`,
        name,
        description,
        iconUrl: maker.logoUrl,
        resource: { js: file('js'), config: file('json'), css: file('css') },
      },
    ],
  };
}
