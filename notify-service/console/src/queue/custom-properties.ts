import { noChange } from 'lit-html';
import { Directive, PartType, directive } from 'lit-html/directive.js';
import type { ElementPart, PartInfo } from 'lit-html/directive.js';

type Properties = Readonly<Record<`--${string}`, string>>;

/** Sets custom properties of an element by script: the page's policy allows no `style` attribute. */
class CustomProperties extends Directive {
  #set: Properties = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('for elements only');
  }

  override render(_: Properties): unknown {
    return noChange;
  }

  override update(part: ElementPart, [properties]: [Properties]): unknown {
    for (const [name, value] of Object.entries(properties)) {
      if (this.#set[name as `--${string}`] !== value) (part.element as HTMLElement).style.setProperty(name, value);
    }
    this.#set = properties;
    return noChange;
  }
}

export const customProperties = directive(CustomProperties);
