import type { Mail, Mailer, Poster, Sending } from '../../src/workflows/ports.ts';

const MAIL: Mail = {
  to: 'noor@koers.example',
  subject: 'Omzet: uit koers ▼',
  text: 'Van op koers naar uit koers.',
  html: '<p>Van op koers naar uit koers.</p>',
  illustrated: null,
};

/** A mailer that may send to so many addresses today, and what it sent. */
export interface OpenMailer {
  readonly mailer: Mailer;
  readonly sent: () => Omit<Mail, 'illustrated'>[];
}

export function mailerContract(name: string, open: (left: number) => OpenMailer): void {
  describe(`a mailer: ${name}`, () => {
    it('sends plain text and markup to one address, and counts it', () => {
      const { mailer, sent } = open(2);
      expect(mailer.remaining()).toBe(2);
      expect(mailer.send(MAIL)).toBe('sent');
      expect(mailer.remaining()).toBe(1);
      const { illustrated: _, ...asSent } = MAIL;
      expect(sent()).toMatchObject([asSent]);
    });

    it('says when the account may send no more, and sends nothing then', () => {
      const { mailer, sent } = open(0);
      expect(mailer.remaining()).toBe(0);
      expect(mailer.send(MAIL)).toBe('full');
      expect(sent()).toEqual([]);
    });
  });
}

export interface OpenPoster {
  readonly poster: Poster;
  readonly sent: () => { address: string; body: string }[];
}

export function posterContract(name: string, open: (answer: Sending) => OpenPoster): void {
  const ADDRESS = 'https://hooks.slack.com/services/T0/B0/x';

  describe(`a poster: ${name}`, () => {
    it('posts the body as it is', () => {
      const { poster, sent } = open('sent');
      const body = JSON.stringify({ text: 'Omzet: ▼ & <b>' });
      expect(poster.post(ADDRESS, body)).toBe('sent');
      expect(sent()).toEqual([{ address: ADDRESS, body }]);
    });

    it.each(['refused', 'unreachable', 'full'] as const)('says that it was %s', (answer) => {
      expect(open(answer).poster.post(ADDRESS, '{}')).toBe(answer);
    });
  });
}
