import { PersonFailure } from '../failures.ts';
import { writeRegister } from '../hidden-tab/change-stored-data.ts';
import { openNow } from '../hidden-tab/open-stored-data.ts';
import { isCopyIn } from '../hidden-tab/stored-data.ts';
import { type RecalculationPorts, recalculate } from '../recalculation/recalculate.ts';
import { postOf } from '../telling/waiting-letters.ts';
import { oneAtATime } from '../workbook/one-at-a-time.ts';

/**
 * Mail on or off, by this person. In a copy it stays off until somebody says that the copy is the
 * real workbook.
 */
export function switchMail(ports: RecalculationPorts, fileId: string, isMailOn: boolean): void {
  // The register lives in the hidden tab, which the first recalculation makes.
  if (openNow(ports, fileId).data === null) recalculate(ports, fileId, 'menu');
  oneAtATime(ports.lock, () => {
    const { facts, data } = openNow(ports, fileId);
    if (data === null) return;
    if (isMailOn && isCopyIn(data.stored, fileId)) throw new PersonFailure('IS_COPY', {});
    const { register } = data.stored;
    const post = { ...postOf(register), isMailOn, by: ports.person.email() };
    writeRegister(ports, facts, data, { ...register, post });
  });
}
