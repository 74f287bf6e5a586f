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
