package dev.rejoin.crdt.testkit;

import io.vavr.control.Option;
import java.util.List;

/**
 * An equation that does not hold, and the states that its names stand for.
 *
 * @param operands the states that the equation names, in its order
 */
record Breach(Equation equation, List<Operand> operands) {

  /**
   * A state under the name that it has in an equation.
   *
   * @param name the name in the equation
   * @param moment the state, and where on the timeline it was
   */
  record Operand(String name, Moment<?> moment) {}

  static Operand operand(String name, Moment<?> moment) {
    return new Operand(name, moment);
  }

  static Breach of(Equation equation, Operand... operands) {
    return new Breach(equation, List.of(operands));
  }

  /** Returns the breach of that equation, or none if it holds. */
  static Option<Breach> unless(Equation equation, Operand... operands) {
    return equation.holds() ? Option.none() : Option.some(of(equation, operands));
  }
}
