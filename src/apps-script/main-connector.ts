/** Exactly what Data Studio calls. The build makes a stub of each. */

import { isAdmin } from '../workflows/connector/admins.ts';
import { answerRequest, answerSchema } from '../workflows/connector/answer-request.ts';
import { configForm } from '../workflows/connector/config-form.ts';
import { asksForProbe, probeAnswer, probeFields } from '../workflows/connector/probe-table.ts';
import { answering, connectorPorts, isKnownAdmin } from './connector-calls.ts';
import { authTypeResponse, configResponse, dataResponse, schemaResponse } from './data-studio.ts';
import { googlePerson, scriptProperties } from './google-services.ts';

export const getAuthType = () => answering('getAuthType', authTypeResponse);

export const getConfig = (request: unknown) =>
  answering('getConfig', () => configResponse(configForm(request, isKnownAdmin())));

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
