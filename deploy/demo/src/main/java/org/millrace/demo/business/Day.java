package org.millrace.demo.business;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What happens on one day, by phase; acts of one phase do not depend on each other. */
public final class Day {
  private final LocalDate date;
  private final Map<Phase, List<Act>> acts = new EnumMap<>(Phase.class);

  Day(LocalDate date) {
    this.date = date;
  }

  /** The date. */
  public LocalDate date() {
    return date;
  }

  void add(Phase phase, Act act) {
    acts.computeIfAbsent(phase, p -> new ArrayList<>()).add(act.at(phase.on(date)));
  }

  /** An act that carries no date of its own. */
  void addUndated(Phase phase, Act act) {
    acts.computeIfAbsent(phase, p -> new ArrayList<>()).add(act);
  }

  /** The acts phase by phase. */
  public List<List<Act>> phases() {
    return List.copyOf(acts.values());
  }

  /** How many acts there are. */
  public int size() {
    return acts.values().stream().mapToInt(List::size).sum();
  }
}
