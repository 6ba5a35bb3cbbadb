import { once, whenAsked } from '../../../src/core/model/when-asked.ts';

it('is worked out when it is first asked for, once, whatever it comes to', () => {
  for (const value of [7, 0, -3, null, undefined, '']) {
    let times = 0;
    const ask = once(() => {
      times++;
      return value;
    });
    expect(times).toBe(0);
    expect([ask(), ask(), times]).toEqual([value, value, 1]);
  }
});

describe('a part that is worked out when somebody asks', () => {
  const record = (asked: string[] = []) => ({
    asked,
    own: whenAsked({ name: 'Omzet', course: [0] }, 'course', () => {
      asked.push('course');
      return [280, 0, -12];
    }),
  });

  it('costs nothing until then', () => {
    const { own, asked } = record();
    expect([own.name, asked]).toEqual(['Omzet', []]);
    expect([own.course, own.course, asked]).toEqual([[280, 0, -12], [280, 0, -12], ['course']]);
  });

  it('is a part like any other to who compares, prints or copies the record', () => {
    const whole = { name: 'Omzet', course: [280, 0, -12] };
    expect(record().own).toEqual(whole);
    expect(record().own).not.toEqual({ ...whole, course: [280, 0, 12] });
    expect(JSON.parse(JSON.stringify(record().own))).toEqual(whole);
    expect(Object.getOwnPropertyDescriptor({ ...record().own }, 'course')?.value).toEqual(
      whole.course,
    );
  });

  it('stays one when others are added to its record', () => {
    const { own, asked } = record();
    Object.assign(own, { status: 'off_course' });
    expect(asked).toEqual([]);
    expect(own).toEqual({ name: 'Omzet', course: [280, 0, -12], status: 'off_course' });
  });
});
