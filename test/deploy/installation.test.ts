import { runFunction } from '../../src/preview/emulation/host/execution.ts';
import { shippedCode, shippedManifest } from '../bundle/shipped-bundle.ts';
import { emulatorText } from '../support/emulated-script.ts';
import { smallAccount } from '../workflows/small-workbook.ts';

const INSTALLED = 'const KOERS_INSTALLATION = {"CONNECTOR_DEPLOYMENT_ID":"AKfycb7"};\n';

/** What the menu shows in a new sheet project after a deployment. */
function linkShown(property: string | null): string {
  const account = smallAccount();
  if (property !== null) {
    account.projects.sheet.scriptProperties.set('CONNECTOR_DEPLOYMENT_ID', property);
  }
  const { error } = runFunction(account, {
    emulator: emulatorText(),
    code: INSTALLED + shippedCode('sheet'),
    project: 'sheet',
    manifest: shippedManifest('sheet'),
    functionName: 'openReport',
    trigger: 'menu',
  });
  expect(error).toBeUndefined();
  return String(account.screen.find(({ kind }) => kind === 'dialog')?.content);
}

describe('what a deployment puts beside the code', () => {
  it('lets the menu lead to the connector, with no script property to set by hand', () => {
    expect(linkShown(null)).toContain('connectorId=AKfycb7');
  });

  it('gives way to a script property of that name', () => {
    expect(linkShown('AKfycb8')).toContain('connectorId=AKfycb8');
  });
});
