import type { Room } from '../case/room.ts';
import type { CaseView } from '../desk/api.ts';
import { valueOf } from '../triage/facts.ts';
import { fieldOf } from '../triage/fields.ts';
import { termsOf } from './terms.ts';
import type { Term } from './terms.ts';

/** Where a report says which place it is of; what is likest to be of one place only comes first. */
const FIELDS = ['links.aliases', 'urgent.place', 'urgent.landmarks'];

/** The terms of what is saved; undefined where nothing ever was, or it is not open. */
export function placeTerms(room: Room, view: CaseView): readonly Term[] | 'unsaved' | undefined {
  const sheet = room.triage(view);
  if (sheet?.isUnsaved || sheet?.isSaving) return 'unsaved';
  if (sheet?.latest === undefined) return undefined;
  const said = FIELDS.map((id) => valueOf(sheet.held.facts, fieldOf(id)));
  return termsOf(said.filter((value) => typeof value === 'string'));
}
