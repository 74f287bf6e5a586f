/** The same question asked again and again: answers may overtake each other, and what was asked earlier is no news after what was asked later. */
export class Latest {
  #asked = 0;
  #heard = 0;

  /** Called when it is asked; what it gives is called with the answer, and says whether that counts. */
  ask(): () => boolean {
    const turn = ++this.#asked;
    return () => {
      if (turn < this.#heard) return false;
      this.#heard = turn;
      return true;
    };
  }
}
