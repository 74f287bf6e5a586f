/** Who finds something on the page of people: administrators all of it, coordinators their own people. */
export const keepsPeople = (roles: readonly string[]): boolean => roles.some((role) => role === 'admin' || role === 'coordinator');
