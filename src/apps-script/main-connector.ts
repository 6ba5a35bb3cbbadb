/** Exactly what Data Studio and the board call. The build makes a stub of each. */

import { refuseOthersBoard } from '../workflows/board/web-app.ts';
import { isAdmin } from '../workflows/connector/admins.ts';
import { answerRequest, answerSchema } from '../workflows/connector/answer-request.ts';
import { configForm } from '../workflows/connector/config-form.ts';
import { asksForProbe, probeAnswer, probeFields } from '../workflows/connector/probe-table.ts';
import { workbookIdOf } from '../workflows/connector/workbook-id.ts';
import { boardAnswer, boardPage, boardWish } from './board-page.ts';
import { answering, connectorPorts, isKnownAdmin } from './connector-calls.ts';
import { authTypeResponse, configResponse, dataResponse, schemaResponse } from './data-studio.ts';
import { VERSION } from './explained-failure.ts';
import { googlePerson, scriptProperties } from './google-services.ts';

export const getAuthType = () => answering('getAuthType', authTypeResponse);

export const getConfig = (request: unknown) =>
  answering('getConfig', () => configResponse(configForm(request, VERSION, isKnownAdmin())));

export const getSchema = (request: unknown) =>
  answering('getSchema', () =>
    schemaResponse(asksForProbe(request) ? probeFields() : answerSchema(request, connectorPorts)),
  );

export const getData = (request: unknown) =>
  answering('getData', () =>
    dataResponse(
      asksForProbe(request) ? probeAnswer(request) : answerRequest(request, connectorPorts),
    ),
  );

export const isAdminUser = () =>
  answering('isAdminUser', () => isAdmin(googlePerson, scriptProperties));

const boardOf = (language: unknown, workbook: string, whatIf: unknown = '') =>
  boardAnswer(
    connectorPorts,
    () => {
      refuseOthersBoard(googlePerson, scriptProperties);
      return workbookIdOf(workbook, scriptProperties);
    },
    boardWish(language, whatIf),
  );

/**
 * The board as a web app: ?lang=nl, ?view=wall, ?workbook= for another than the usual one, and
 * ?kpi= or ?goal= with an id to open there.
 */
export function doGet({ parameter }: GoogleAppsScript.Events.DoGet) {
  const { lang, view, workbook = '', kpi = '', goal = '' } = parameter;
  const page = boardPage({
    view: view === 'wall' ? 'wall' : 'board',
    workbook,
    answer: boardOf(lang, workbook),
    canCheckIn: false,
    at: { kpi, goal },
  });
  // A page inside a frame of Google's says its width here, not in itself.
  return page.addMetaTag('viewport', 'width=device-width, initial-scale=1');
}

/** What the page of the board asks for when it is refreshed, or another future is supposed. */
export const boardText = (language: unknown, workbook?: unknown, whatIf?: unknown): string =>
  JSON.stringify(boardOf(language, String(workbook ?? ''), whatIf));
