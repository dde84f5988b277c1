package org.millrace.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentKind;
import org.millrace.document.DocumentState;

/**
 * The state machines of the kinds that files say something of. What a file says and the states do
 * not, or the other way round, is an error of ours; a test asks for a file of every kind.
 */
record StateMachines(Map<String, StateMachine> byId) {
  private static final String SAME = "same";

  /** In the place of a domain: the states that the kernel has, by the name of their class. */
  private static final String KERNEL = "document";

  StateMachines {
    byId = new TreeMap<>(byId);
  }

  /**
   * Those of the kinds.
   *
   * @param files what is said of each domain: by type where it {@code starts}, to which states each
   *     step {@code leads}, and what {@code follows} from other documents; a kind with states of
   *     the kernel needs none
   */
  static StateMachines of(List<DocumentKind<?>> kinds, Map<String, Map<?, ?>> files) {
    List<String> wrong = new ArrayList<>();
    Map<String, StateMachine> machines = new TreeMap<>();
    for (DocumentKind<?> kind : kinds) {
      String[] name = kind.name().split("/");
      kind.machine()
          .ifPresent(
              machine -> {
                Map<?, ?> file =
                    Optional.<Map<?, ?>>ofNullable(files.get(name[0])).orElse(Map.of());
                Map<?, ?> kernel =
                    Optional.<Map<?, ?>>ofNullable(files.get(KERNEL)).orElse(Map.of());
                Object own = file.get(name[1]);
                Object said = own == null ? kernel.get(machine.getSimpleName()) : own;
                if (said instanceof Map<?, ?> map) {
                  StateMachine read = new Reading(name[0], name[1], wrong).read(machine, map);
                  machines.put(read.id(), read);
                }
              });
    }
    files.forEach(
        (domain, file) ->
            file.keySet().stream()
                .filter(type -> !domain.equals(KERNEL))
                .filter(type -> !machines.containsKey(domain + "." + type))
                .forEach(type -> wrong.add("no kind %s/%s has states".formatted(domain, type))));
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          "process/<domain>.yaml is wrong: %s".formatted(String.join("; ", wrong)));
    }
    return new StateMachines(machines);
  }

  Optional<StateMachine> named(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Reads what is said of one kind. */
  private record Reading(String domain, String type, List<String> wrong) {
    StateMachine read(Class<?> machine, Map<?, ?> said) {
      Map<String, List<String>> allowed = allowed(machine);
      List<String> starts = words(said.get("starts"));
      Map<?, ?> leads = map(said.get("leads"));
      Map<?, ?> follows = map(said.get("follows"));
      require(!starts.isEmpty(), "says not where it starts");
      starts.forEach(state -> requireState(allowed, state));
      List<StateMachine.Transition> transitions = new ArrayList<>();
      allowed.forEach(
          (state, acts) ->
              acts.forEach(
                  act ->
                      targets(leads.get(act), state)
                          .forEach(
                              to -> {
                                requireState(allowed, to);
                                transitions.add(
                                    transition(transitions, state, Optional.of(act), to));
                              })));
      follows.forEach(
          (from, to) ->
              words(to)
                  .forEach(
                      state -> {
                        requireState(allowed, from.toString());
                        requireState(allowed, state);
                        transitions.add(
                            transition(transitions, from.toString(), Optional.empty(), state));
                      }));
      allowed.forEach(
          (state, acts) ->
              acts.forEach(
                  act ->
                      require(
                          transitions.stream()
                              .anyMatch(
                                  each ->
                                      each.from().equals(state)
                                          && each.act().equals(Optional.of(act))),
                          "says not where '%s' leads from '%s'".formatted(act, state))));
      leads
          .keySet()
          .forEach(
              act ->
                  require(
                      allowed.values().stream().anyMatch(acts -> acts.contains(act.toString())),
                      "has no step '%s'".formatted(act)));
      return StateMachine.of(domain, type, states(allowed, starts, transitions), transitions);
    }

    private static StateMachine.Transition transition(
        List<StateMachine.Transition> before, String from, Optional<String> act, String to) {
      return new StateMachine.Transition(before.size() + 1, from, act, to);
    }

    private static List<StateMachine.State> states(
        Map<String, List<String>> allowed,
        List<String> starts,
        List<StateMachine.Transition> transitions) {
      List<StateMachine.State> states = new ArrayList<>();
      for (String state : allowed.keySet()) {
        boolean isLast = transitions.stream().noneMatch(each -> each.from().equals(state));
        states.add(
            new StateMachine.State(states.size() + 1, state, starts.contains(state), isLast));
      }
      return states;
    }

    /** The states that a step leads to: the same, some, or as the state says that it starts at. */
    private static List<String> targets(@Nullable Object said, String from) {
      @Nullable Object own = said instanceof Map<?, ?> byState ? byState.get(from) : said;
      return words(own).stream().map(to -> to.equals(SAME) ? from : to).distinct().toList();
    }

    private static List<String> words(@Nullable Object said) {
      if (said instanceof List<?> several) {
        return several.stream().map(Object::toString).toList();
      }
      return said == null ? List.of() : List.of(said.toString());
    }

    private static Map<?, ?> map(@Nullable Object said) {
      return said instanceof Map<?, ?> map ? map : Map.of();
    }

    private void requireState(Map<String, List<String>> allowed, String state) {
      require(allowed.containsKey(state), "has no state '%s'".formatted(state));
    }

    private void require(boolean holds, String what) {
      if (!holds) {
        wrong.add(domain + "/" + type + " " + what);
      }
    }

    /** The steps that each state allows, as answers name both. */
    private static Map<String, List<String>> allowed(Class<?> machine) {
      List<DocumentAct> acts =
          Stream.of(machine.getMethods())
              .filter(method -> method.getName().equals("allows") && !method.isBridge())
              .flatMap(method -> Stream.of(method.getParameterTypes()[0].getEnumConstants()))
              .map(DocumentAct.class::cast)
              .toList();
      Map<String, List<String>> allowed = new LinkedHashMap<>();
      for (Object constant : machine.getEnumConstants()) {
        DocumentState<?> state = (DocumentState<?>) constant;
        allowed.put(
            state.word(),
            acts.stream().filter(act -> allows(state, act)).map(Reading::word).toList());
      }
      return allowed;
    }

    @SuppressWarnings("unchecked") // an act is of the enumeration that its state knows
    private static boolean allows(DocumentState<?> state, DocumentAct act) {
      return ((DocumentState<DocumentAct>) state).allows(act);
    }

    private static String word(DocumentAct act) {
      return Objects.requireNonNull(((Enum<?>) act).name())
          .toLowerCase(Locale.ROOT)
          .replace('_', '-');
    }
  }
}
