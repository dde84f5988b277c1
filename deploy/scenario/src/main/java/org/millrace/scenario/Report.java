package org.millrace.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Tells what came of cases: one by one as text, or all of them as JSON. */
final class Report {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Outcome> outcomes = new ArrayList<>();
  private final PrintStream out;
  private final Form form;

  /** As what it is printed. */
  enum Form {
    TEXT,
    JSON
  }

  Report(PrintStream out, Form form) {
    this.out = out;
    this.form = form;
  }

  void add(Outcome outcome) {
    outcomes.add(outcome);
    if (form == Form.TEXT) {
      out.printf(
          "%s  %s  %s  (company %s)%n",
          outcome.isPassed() ? "passed" : "FAILED",
          outcome.scenario().id(),
          outcome.scenario().title(),
          outcome.company());
      outcome.stopped().ifPresent(why -> out.println("        " + why));
      outcome.differences().forEach(each -> out.println("        " + each));
      out.flush();
    }
  }

  /** Ends the report; returns whether all cases passed. */
  boolean end() {
    long passed = outcomes.stream().filter(Outcome::isPassed).count();
    if (form == Form.TEXT) {
      out.printf("%d of %d cases passed%n", passed, outcomes.size());
    } else {
      ArrayNode list = JSON.createArrayNode();
      outcomes.forEach(each -> list.add(json(each)));
      out.println(list.toPrettyString());
    }
    return passed == outcomes.size();
  }

  private static ObjectNode json(Outcome outcome) {
    ObjectNode told = JSON.createObjectNode();
    told.put("file", outcome.scenario().file().toString());
    told.put("id", outcome.scenario().id());
    told.put("title", outcome.scenario().title());
    told.put("company", outcome.company());
    told.put("passed", outcome.isPassed());
    outcome.stopped().ifPresent(why -> told.put("stopped", why));
    ArrayNode differences = told.putArray("differences");
    for (Difference each : outcome.differences()) {
      differences
          .addObject()
          .put("where", each.where())
          .put("expected", each.expected())
          .put("actual", each.actual());
    }
    return told;
  }
}
