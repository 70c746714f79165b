/** Says why input is refused, and where. Any other error is a fault of the program. */
export class Refusal extends Error {}
