import type { KpiEvaluation } from '../../src/core/model/evaluation.ts';
import { type Judged, judgedExample } from '../support/judged-example.ts';

const statuses = ({ evaluation }: Judged) =>
  Object.fromEntries(evaluation.kpis.map(({ kpiId, status }) => [kpiId, status]));
const goalStatuses = ({ evaluation }: Judged) =>
  Object.fromEntries(evaluation.goals.map(({ goalId, status }) => [goalId, status]));

function kpiOf({ evaluation }: Judged, id: string): KpiEvaluation {
  const kpi = evaluation.kpis.find(({ kpiId }) => kpiId === id);
  if (kpi === undefined) throw new Error(`There is no KPI ${id}`);
  return kpi;
}

describe('the story of the web shop', () => {
  const shop = judgedExample('web-shop.xlsx', 'nl_NL');

  test('every KPI has the status that the story tells', () => {
    expect(statuses(shop)).toEqual({
      bezoekers_2025_2027: 'on_course',
      bestellingen_2025_2027: 'at_risk',
      omzet_2025_2027: 'on_course',
      omzet_2026: 'on_course',
      bezoekers_2026: 'too_early',
      zakelijke_aanvragen_q1: 'on_course',
      omzet_q2: 'not_started',
      omzet_q4_2025: 'achieved',
      nieuwe_klanten_q4_2025: 'missed',
      omzet_q1: 'at_risk',
      bezoekers_q1: 'on_course',
      conversie_q1: 'off_course',
      gemiddelde_orderwaarde_q1: 'on_course',
      klanten_per_maand: 'at_risk',
      kosten_per_nieuwe_klant: 'off_course',
      advertentiekosten_q1: 'off_course',
      omzet_uit_e_mail_q1: 'on_course',
      winteractie_nieuwe_klanten_uit_social: 'achieved',
      bezoekers_uit_social: 'paused',
      abonnees_op_de_nieuwsbrief: 'on_course',
      klanttevredenheid: 'at_risk',
      herhaalaankopen: 'no_data',
      beoordeling: 'invalid',
      reactietijd_klantenservice: 'on_course',
      voorraad_in_dagen: 'at_risk',
      retouren: 'stale',
      bestellingen_via_direct: 'tracked',
      nieuwe_webwinkel_live: 'at_risk',
    });
  });

  test('every goal has the status that the story tells', () => {
    expect(goalStatuses(shop)).toEqual({
      de_theewinkel_van_nederland_in_2027: 'on_course',
      gezond_groeien_in_2026: 'on_course',
      eerste_kwartaal_10_meer_omzet: 'at_risk',
      slim_adverteren: 'off_course',
      klanten_die_blijven: 'at_risk',
      een_winkel_die_loopt: 'at_risk',
      de_nieuwe_webwinkel: 'at_risk',
      feestdagen_2025: 'achieved',
    });
  });

  test('the first quarter stands where a calculation by hand puts it', () => {
    const revenue = kpiOf(shop, 'omzet_q1');
    // 163,763.31 in the first quarter of 2025, and a tenth.
    expect(revenue.target.value).toBeCloseTo(163_763.31 * 1.1, 1);
    // Half of February lies between the milestones of 61,000 and 118,000.
    expect(revenue.plan.value).toBeCloseTo(61_000 + 57_000 / 2, 6);
    expect(revenue.actual.value).toBeCloseTo(81_968, 0);
    expect(revenue.paceIndex.value).toBeCloseTo(81_968 / 89_500, 4);
  });

  test('the milestone of 2025 was reached early by visitors, late by sales and revenue', () => {
    const reached = ['bezoekers', 'bestellingen', 'omzet'].map(
      (measure) => kpiOf(shop, `${measure}_2025_2027`).milestones[0].status,
    );
    expect(reached).toEqual(['reached_early', 'reached_late', 'reached_late']);
  });

  test('a cost that must come down and went up is worse than at its start', () => {
    const cost = kpiOf(shop, 'kosten_per_nieuwe_klant');
    expect(cost.direction).toBe(-1);
    // January: 31 of 90 days on the line from 18.69 to 17.50.
    expect(cost.plan.value).toBeCloseTo(18.69 - (1.19 * 31) / 90, 6);
    expect(cost.progress.value).toBeLessThan(0);
  });

  test('a person overrides the spending ceiling, and the computed status stays', () => {
    const spending = kpiOf(shop, 'advertentiekosten_q1');
    expect(spending.override?.status).toBe('on_course');
    expect(spending.status).toBe('off_course');
    // 12% behind its plan, and next to no chance to end within 26,000.
    expect([spending.statusByPlan, spending.reason]).toEqual(['at_risk', 'OUTLOOK']);
  });

  test('Koers says that the route, the drivers and a lowered target do not add up', () => {
    const told = shop.issues.filter(({ code }) =>
      ['W_ROUTE', 'W_ADD_UP', 'GOALPOST'].includes(code),
    );
    expect(told.map(({ code, kpiId, goalId }) => [code, kpiId ?? goalId]).sort()).toEqual([
      ['GOALPOST', 'klanttevredenheid'],
      ['W_ADD_UP', 'eerste_kwartaal_10_meer_omzet'],
      ['W_ROUTE', 'omzet_2026'],
    ]);
  });

  test('of the subscribers a part is known by where they signed up, and the rest remains', () => {
    const { channels } = kpiOf(shop, 'abonnees_op_de_nieuwsbrief');
    expect(channels.map(({ channel, isRemainder }) => [channel, isRemainder])).toEqual([
      ['Kassa', false],
      ['Webpagina', false],
      ['channel_remainder', true],
    ]);
    const standing = channels.map(
      ({ actual }) => actual.filter((value) => value !== null).slice(-1)[0],
    );
    // 54% and 37% of 12,249; the total stands as it was typed.
    expect(standing).toEqual([6614, 4532, 12_249 - 6614 - 4532]);
  });

  test('what is wrong in it is wrong on purpose', () => {
    const serious = shop.issues.filter(({ severity }) => severity === 'error');
    expect(serious.map(({ code, place }) => `${code} ${place?.tab}`).sort()).toEqual([
      'E_CELL_ERROR Realisatie',
      'E_DATE Realisatie',
      "E_NUMBER KPI's",
      'E_NUMBER Realisatie',
    ]);
  });
});

describe('the story of the superstore', () => {
  const store = judgedExample('superstore.xlsx', 'en_US');

  test('every KPI has the status that the story tells', () => {
    expect(statuses(store)).toEqual({
      revenue_2016_2018: 'at_risk',
      revenue_2018: 'at_risk',
      orders_2018: 'on_course',
      average_order_value: 'off_course',
      items_per_order: 'at_risk',
      profit_2018: 'on_course',
      profit_ratio_2018: 'on_course',
      revenue_per_item: 'at_risk',
      revenue_central_2018: 'on_course',
      revenue_east_2018: 'off_course',
      revenue_south_2018: 'at_risk',
      revenue_west_2018: 'on_course',
      customers_a_day_in_west: 'tracked',
      customers_a_day_in_all_regions: 'invalid',
      revenue_q3: 'at_risk',
      orders_q3: 'on_course',
      revenue_first_half: 'missed',
      profit_first_half: 'achieved',
    });
  });

  test('every goal has the status that the story tells', () => {
    expect(goalStatuses(store)).toEqual({
      a_1_8_million_store_by_the_end_of_2018: 'at_risk',
      sell_a_fifth_more_in_2018: 'at_risk',
      earn_more_on_what_we_sell: 'on_course',
      every_region_grows: 'at_risk',
      a_strong_third_quarter: 'at_risk',
      first_half_of_2018: 'missed',
    });
  });

  test('ratios divide totals, and the rows after the day count for nothing', () => {
    // Summed from the data set by hand: 319,527 and 47,723 dollars, 760 orders, 5,575 items.
    expect(kpiOf(store, 'revenue_2018').actual.value).toBeCloseTo(319_527, 0);
    expect(kpiOf(store, 'profit_ratio_2018').actual.value).toBeCloseTo(47_723 / 319_527, 5);
    expect(kpiOf(store, 'average_order_value').actual.value).toBeCloseTo(319_527 / 760, 2);
    expect(kpiOf(store, 'items_per_order').actual.value).toBeCloseTo(5_575 / 760, 6);
  });

  test('the four regions add up to the whole', () => {
    const regions = ['central', 'east', 'south', 'west'].map(
      (region) => kpiOf(store, `revenue_${region}_2018`).actual.value ?? Number.NaN,
    );
    const sum = regions.reduce((total, value) => total + value, 0);
    expect(sum).toBeCloseTo(kpiOf(store, 'revenue_2018').actual.value ?? Number.NaN, 6);
  });

  test('a year of revenue meets the route of three years, and profit is no part of it', () => {
    expect(store.issues.filter(({ code }) => code === 'W_ROUTE')).toEqual([]);
  });

  test('unique customers over all regions are refused with the reason', () => {
    const refused = store.issues.filter(({ code }) => code === 'E_CHANNELS');
    expect(refused.map(({ kpiId }) => kpiId)).toEqual(['customers_a_day_in_all_regions']);
  });
});
