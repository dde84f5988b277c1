package org.millrace.document;

import java.util.List;
import java.util.stream.Stream;
import org.millrace.TestingClasses;

/** The state machines of all documents, found among the classes of the core. */
public final class TestingStates {
  private TestingStates() {}

  /** One act in one state. */
  @SuppressWarnings("unchecked") // an act is of the enumeration that its state knows
  public record Case(DocumentState<?> state, DocumentAct act) {
    private static final String DOCUMENT = "Paper P-1";

    public boolean isAllowed() {
      return ((DocumentState<DocumentAct>) state).allows(act);
    }

    /** Why it is not possible, empty when it is. */
    public String refusal() {
      return ((DocumentState<DocumentAct>) state).refusal(act, DOCUMENT).orElse("");
    }

    void require() {
      ((DocumentState<DocumentAct>) state).require(act, DOCUMENT);
    }
  }

  /** All machines, by the name of their class. */
  public static List<Class<?>> machines() {
    return TestingClasses.all().stream()
        .filter(type -> type.isEnum() && DocumentState.class.isAssignableFrom(type))
        .toList();
  }

  /** Each act in each state of a machine, the acts as they are declared. */
  public static List<Case> cases(Class<?> machine) {
    return Stream.of(machine.getEnumConstants())
        .map(state -> (DocumentState<?>) state)
        .flatMap(state -> acts(machine).stream().map(act -> new Case(state, act)))
        .toList();
  }

  private static List<DocumentAct> acts(Class<?> machine) {
    return Stream.of(machine.getMethods())
        .filter(method -> method.getName().equals("allows") && !method.isBridge())
        .flatMap(method -> Stream.of(method.getParameterTypes()[0].getEnumConstants()))
        .map(act -> (DocumentAct) act)
        .toList();
  }
}
