import type { Slots } from './slot.ts';

/** What an editor of a report can choose beside the fields; 'auto' follows the data and the theme. */
const STYLE = [
  {
    id: 'appearance',
    label: 'Appearance · Uiterlijk',
    elements: [
      {
        type: 'SELECT_SINGLE',
        id: 'language',
        label: 'Language · Taal',
        defaultValue: 'auto',
        options: [
          { label: 'As the data · Zoals de gegevens', value: 'auto' },
          { label: 'English', value: 'en' },
          { label: 'Nederlands', value: 'nl' },
        ],
      },
      {
        type: 'SELECT_SINGLE',
        id: 'shade',
        label: 'Light or dark · Licht of donker',
        defaultValue: 'auto',
        options: [
          { label: 'As the theme · Zoals het thema', value: 'auto' },
          { label: 'Light · Licht', value: 'light' },
          { label: 'Dark · Donker', value: 'dark' },
        ],
      },
    ],
  },
] as const;

/** The id of the one interaction: pointing at a lane or meter filters the report on it. */
export const FILTER_ID = 'filter';

/** The configuration of a visualisation, as Data Studio reads it. */
export const panelOf = (slots: Slots) => ({
  data: [
    {
      id: 'fields',
      label: 'Fields · Velden',
      elements: Object.entries(slots).map(([id, { type, label, isNeeded }]) => ({
        id,
        label,
        type,
        options: { min: isNeeded ? 1 : 0, max: 1 },
      })),
    },
  ],
  style: STYLE,
  interactions: [{ id: FILTER_ID, supportedActions: ['FILTER'] }],
  features: { enableComparisonDateRange: false },
});
