import { readDeployOptions } from '../../src/deploy/deploy-options.ts';

const ID = 's1234567890123456789012345678901234567890';

describe('the command line of a deployment', () => {
  it('is read into answers, addresses into ids', () => {
    const options = readDeployOptions([
      ...['--workbook', 'web-shop', '--company', ' Thee & Zo ', '--dry-run'],
      ...['--sheet', `https://docs.google.com/spreadsheets/d/${ID}/edit#gid=0`],
      ...['--script', `https://script.google.com/home/projects/${ID}/edit`],
      ...['--connector', `https://script.google.com/d/${ID}/edit`],
    ]);
    expect(options).toMatchObject({
      workbook: 'web-shop',
      details: { company: 'Thee & Zo' },
      dryRun: true,
      all: false,
      sheet: { workbookId: ID },
      script: ID,
      connector: ID,
      deployment: null,
    });
  });

  it('without anything asks for nothing in particular', () => {
    expect(readDeployOptions([])).toMatchObject({ workbook: null, sheet: null, details: {} });
    expect(readDeployOptions(['--help'])).toBeNull();
  });

  it.each([
    [['--workbook', '../shop'], /short name of small letters/],
    [['--workbook', 'Shop'], /not "Shop"/],
    [['--organisation', ''], /short name/],
    [['--all', '--workbook', 'shop'], /not both/],
    [['--to', '0.1.0'], /--to belongs to --rollback/],
    [['--sheet', 'my sheet'], /Google Sheet/],
    [['--script', 'short'], /script id from Project settings/],
    [
      ['--company-url', 'http://theezo.nl'],
      /--company-url: a public address that begins with https/,
    ],
    [['--company-url', 'https://koers.example'], /leads nowhere/],
    [['--logo-url', 'https://lh3.googleusercontent.com/x.png'], /takes no logo from/],
    [['--support-url', 'mailto:help@theezo.nl'], /--support-url: a public address/],
    [['--company', ''], /a name is needed/],
    [['--colour', 'red'], /--colour.*With --help/],
    [['extra'], /extra.*With --help/],
  ])('%j is refused in a sentence', (args, says) => {
    expect(() => readDeployOptions(args)).toThrow(says);
  });

  it('notices an option that npm kept for itself, before anything is deployed for real', () => {
    expect(() => readDeployOptions([], { npm_config_dry_run: 'true' })).toThrow(
      'npm kept --dry-run for itself. Put two dashes first: npm run deploy -- --dry-run …',
    );
    expect(readDeployOptions(['--dry-run'], { npm_config_dry_run: 'true' })?.dryRun).toBe(true);
    expect(readDeployOptions([], { npm_config_yes: 'true', npm_config_cache: 'x' })).not.toBeNull();
  });
});
