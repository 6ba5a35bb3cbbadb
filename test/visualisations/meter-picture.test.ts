import { drawMeterReport } from '../../src/visualisations/meter-picture.ts';
import { spotsIn, textsIn } from '../drawing/pictures.ts';
import { AROUND, messageOf } from './report-rows.ts';

test('each row with a name is a meter, first what needs attention, else as the rows came', () => {
  const { shape, values } = drawMeterReport(
    messageOf([
      { name: 'Leads', status: null, needle: 0.3 },
      { name: 'Visits', status: 'Op koers', needle: 0.96 },
      { name: null, status: 'On course', needle: 1 },
      { name: 'Sales', status: 'On course', needle: '1.02', pace: 1.07, progress: 0, fuel: 9 },
      { name: 'Returns', status: 'No data', needle: null, pace: '', progress: null, fuel: null },
      { name: 'Costs', status: 'Off course', needle: 0.41, pace: -0.2, progress: -4.03 },
    ]),
    { ...AROUND, height: 700 },
  );
  expect(values).toEqual(['Costs', 'Returns', 'Visits', 'Sales', 'Leads']);
  expect(spotsIn(shape, 'lane')).toEqual([
    'Costs · Uit koers · Tempo < 0% · Voortgang -403%',
    'Returns · Geen gegevens',
    'Visits · Op koers · Tempo 96%',
    'Sales · Op koers · Tempo 107% · Voortgang 0% · Brandstof 9,00 × het nodige',
    'Leads · Tempo 30%',
  ]);
});

test('without a field for the pace the needle is the number', () => {
  const { shape } = drawMeterReport(messageOf([{ name: 'Sales', needle: 0.85 }]), AROUND);
  expect(textsIn(shape)).toEqual(['Sales', 'Not judged', '85%', 'Pace']);
});

test('without rows it says what is missing, in the language of the browser', () => {
  const { shape } = drawMeterReport(messageOf([]), { ...AROUND, locale: 'nl-BE' });
  expect(textsIn(shape).join(' ')).toMatch(/^Nog geen KPI/);
});
