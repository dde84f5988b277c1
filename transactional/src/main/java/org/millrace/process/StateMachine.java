package org.millrace.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The states of a kind of document and the steps between them.
 *
 * @param id domain and type with a dot between: {@code sales.rebate-agreement}
 * @param mermaid the same as a state diagram in the words of Mermaid
 */
record StateMachine(
    String id,
    String domain,
    String type,
    List<State> states,
    List<Transition> transitions,
    String mermaid) {
  StateMachine {
    states = List.copyOf(states);
    transitions = List.copyOf(transitions);
  }

  /**
   * A state.
   *
   * @param first whether documents begin there
   * @param last whether nothing can be done any more
   */
  record State(int line, String state, boolean first, boolean last) {}

  /**
   * A step from one state to another, or to the same.
   *
   * @param act the step as answers name it; absent where the state follows from another document
   */
  record Transition(int line, String from, Optional<String> act, String to) {}

  static StateMachine of(
      String domain, String type, List<State> states, List<Transition> transitions) {
    return new StateMachine(
        domain + "." + type, domain, type, states, transitions, drawn(states, transitions));
  }

  /** Whether a document may go from one state to another by some step. */
  boolean allows(String from, String to) {
    return transitions.stream().anyMatch(each -> each.from().equals(from) && each.to().equals(to));
  }

  private static String drawn(List<State> states, List<Transition> transitions) {
    Stream<String> named =
        states.stream()
            .filter(state -> !name(state.state()).equals(state.state()))
            .map(state -> "state \"%s\" as %s".formatted(state.state(), name(state.state())));
    Stream<String> begun =
        states.stream().filter(State::first).map(state -> "[*] --> " + name(state.state()));
    Stream<String> gone =
        transitions.stream()
            .map(
                each ->
                    "%s --> %s%s"
                        .formatted(
                            name(each.from()),
                            name(each.to()),
                            each.act().map(" : "::concat).orElse("")));
    Stream<String> ended =
        states.stream().filter(State::last).map(state -> name(state.state()) + " --> [*]");
    return Stream.of(named, begun, gone, ended)
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n  ", "stateDiagram-v2\n  ", "\n"));
  }

  /** Names of states have no dash in such a diagram. */
  private static String name(String state) {
    return state.replace('-', '_');
  }
}
