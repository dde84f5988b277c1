package org.millrace.demo.business;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What happens on one day, by phase; acts of one phase do not depend on each other. */
public final class Day {
  /** The parts of a day. What a later part needs, such as goods in stock, an earlier one brings. */
  enum Phase {
    FOUNDING(5, 0),
    TAX_CODES(5, 5),
    PARTIES_AND_COMPONENTS(5, 10),
    ASSEMBLIES(5, 20),
    FINISHED_GOODS(5, 30),
    WORK_CENTRES(5, 32),
    PLANNING(5, 34),
    CAPITAL(5, 40),
    RECEIVING(7, 0),
    COMPLETING(8, 0),
    RELEASING(9, 0),
    CONSUMING(10, 0),
    ORDERING(11, 0),
    APPROVING(11, 30),
    MOVING(12, 0),
    MOVED(12, 30),
    DELIVERING(13, 0),
    SELLING(14, 0),
    INVOICING(15, 0),
    PAYING(16, 0),
    RETURNING(17, 0),
    REFUNDING(18, 0),
    BOOKKEEPING(19, 0),
    CLOSING(20, 0);

    private final LocalTime time;

    Phase(int hour, int minute) {
      time = LocalTime.of(hour, minute);
    }

    Instant on(LocalDate day) {
      return day.atTime(time).toInstant(ZoneOffset.UTC);
    }
  }

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
