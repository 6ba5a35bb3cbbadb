import type { TabRow } from '../sheet-from-layout.ts';

export const MEASURES: readonly TabRow[] = [
  {
    name: 'Revenue',
    unit: 'USD',
    adds_up: 'sum',
    cadence: 'day',
    how: 'Order lines, after discount',
  },
  {
    name: 'Profit',
    unit: 'USD',
    adds_up: 'sum',
    cadence: 'day',
    how: 'Order lines, below zero on a bad day',
  },
  {
    name: 'Items',
    unit: 'number',
    adds_up: 'sum',
    cadence: 'day',
    how: 'Quantity over all order lines',
  },
  {
    name: 'Orders',
    unit: 'number',
    adds_up: 'sum',
    cadence: 'day',
    how: 'Different orders per day and region',
  },
  {
    name: 'Customers',
    unit: 'number',
    adds_up: 'unique',
    cadence: 'day',
    adds_up_over_channels: false,
    how: 'Different customers per day and region: one may come back tomorrow, or elsewhere',
  },
  {
    name: 'Average order value',
    unit: 'USD',
    formula: 'Revenue / Orders',
    decimals: 2,
    how: 'All revenue over all orders of the period',
  },
  {
    name: 'Profit ratio',
    unit: 'percent',
    formula: 'Profit / Revenue',
    decimals: 1,
    how: 'All profit over all revenue of the period',
  },
  {
    name: 'Items per order',
    unit: 'number',
    formula: 'Items / Orders',
    decimals: 2,
    how: 'All items over all orders of the period',
  },
  {
    name: 'Revenue per item',
    unit: 'USD',
    formula: 'Revenue / Items',
    decimals: 2,
    how: 'Falls when we give more discount',
  },
];
