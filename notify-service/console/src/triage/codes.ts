/** Codes of triage, as they are sealed and as statistics know them; what each is called is in the catalogues. */
export const ANSWERS = ['yes', 'no', 'unknown'] as const;

export const ROLES = ['affected', 'relative', 'witness', 'former', 'professional'] as const;

/** ILO's eleven indicators of forced labour: a list to tick, without a legal conclusion. */
export const INDICATORS = [
  'vulnerability', 'deception', 'movement', 'isolation', 'violence', 'threats', 'documents', 'wages', 'debt', 'conditions', 'overtime',
] as const;

/** What people have told beside them. */
export const DETAILS = [
  'phone-taken', 'forced-to-beat', 'forced-abortion', 'child-taken', 'sold', 'ransom', 'returned-by-police', 'contract-switched', 'recruitment-fee',
  'beaten', 'sexual-violence', 'threat-police', 'threat-family', 'locked-in', 'watched', 'no-medical', 'no-food', 'drugged', 'humiliated',
] as const;

/** What it is, as HTCDS and the Palermo protocol have it; several may hold. */
export const EXPLOITATION = [
  'forced-labour', 'sexual', 'child-labour', 'forced-marriage', 'servitude', 'military', 'organ-removal', 'begging', 'adoption', 'surrogacy', 'other',
] as const;

export const SECTORS = [
  'construction', 'manufacturing', 'logging', 'textile', 'transport', 'maritime', 'agriculture', 'herding', 'tobacco', 'cotton', 'retail', 'restaurants',
  'waste', 'street-sweeping', 'domestic', 'nannies', 'call-centres', 'begging', 'drugs', 'scam', 'hotels', 'work-houses', 'prison', 'military',
  'drones', 'day-labour', 'other',
] as const;

export const NEEDS = [
  'shelter', 'food', 'legal', 'medical', 'psychosocial', 'interpretation', 'documents', 'wages', 'repatriation', 'compensation', 'consular', 'forensic',
  'reintegration', 'sexual-violence', 'employment', 'financial', 'maternity', 'safe-exit', 'deportation', 'protection',
] as const;

export const STATUSES = ['possible', 'actual', 'not'] as const;

/** Who decided on the status. */
export const DECIDERS = ['ngo', 'police', 'court', 'state', 'other'] as const;

export const SEXES = ['female', 'male', 'trans-female', 'trans-male', 'non-conforming', 'unknown'] as const;

/** Years; `child` and `adult` where no more is known. */
export const AGES = ['0-13', '14-17', '18-24', '25-34', '35-49', '50-plus', 'child', 'adult', 'unknown'] as const;

export const MIGRATION = ['citizen', 'regular', 'irregular', 'expired', 'asylum', 'stateless', 'unknown'] as const;

/** What happened at a place. */
export const STAGES = ['origin', 'transit', 'exploitation', 'now'] as const;

/** Traces that somebody may still secure. */
export const TRACES = ['cctv', 'medical', 'birth', 'papers', 'messages', 'payments', 'witness', 'site', 'other'] as const;

/** To whom a complaint was made. */
export const BODIES = ['police', 'prosecutor', 'court', 'labour-inspection', 'migration', 'ombudsman', 'consulate', 'other'] as const;

export const COMPLAINT_OUTCOMES = ['registered', 'refused', 'no-answer', 'unknown'] as const;

/** What a person may agree to, each by itself. */
export const PURPOSES = ['statistics', 'referral', 'evidence', 'contact', 'media', 'family'] as const;

export const CONSENTS = ['yes', 'no', 'not-asked'] as const;

export const DONE = ['yes', 'no'] as const;
