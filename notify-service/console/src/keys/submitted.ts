/** Hands the fields on, and empties them once it worked: a secret does not stay in a field. */
export function submitted(event: SubmitEvent, use: (field: (name: string) => string) => Promise<boolean>): void {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const fields = new FormData(form);
  void use((name) => String(fields.get(name) ?? '')).then((worked) => worked && form.reset());
}

/** The picker is emptied at once: the page keeps no handle on the file. */
export function chosen(event: Event, use: (file: File) => Promise<unknown>): void {
  const input = event.target as HTMLInputElement;
  const file = input.files?.[0];
  if (file !== undefined) void use(file).finally(() => (input.value = ''));
}
