import { noChange } from 'lit-html';
import { Directive, PartType, directive } from 'lit-html/directive.js';
import type { ElementPart, PartInfo } from 'lit-html/directive.js';

type Properties = Readonly<Record<`--${string}`, string>>;

/** Sets custom properties of an element by script: the page's policy allows no `style` attribute. */
class CustomProperties extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('for elements only');
  }

  override render(_: Properties): unknown {
    return noChange;
  }

  override update(part: ElementPart, [properties]: [Properties]): unknown {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(properties)) {
      if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
    }
    return noChange;
  }
}

export const customProperties = directive(CustomProperties);
