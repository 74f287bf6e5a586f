import { Drafts } from '../case/drafts.ts';
import { Tabs } from '../case/tabs.ts';
import type { DeviceStore } from '../keys/device.ts';
import type { LineMemory } from '../keys/my-key.ts';

/** A browser's storage that is no browser's: gone with the page. */
class MemoryStorage implements Storage {
  readonly #items = new Map<string, string>();

  get length(): number {
    return this.#items.size;
  }

  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#items.set(key, value);
  }

  removeItem(key: string): void {
    this.#items.delete(key);
  }

  clear(): void {
    this.#items.clear();
  }
}

export const draftsInMemory = (): Drafts => new Drafts(new Tabs(null), new MemoryStorage());

export const noDevices: DeviceStore = { load: async () => undefined, save: async () => undefined, drop: async () => undefined };

export const noLine: LineMemory = { line: () => undefined, version: () => 0, remember: () => undefined };
