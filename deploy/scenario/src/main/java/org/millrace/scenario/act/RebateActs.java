package org.millrace.scenario.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.scenario.Fields;
import org.millrace.scenario.Made;
import org.millrace.scenario.World;

/** What a customer gets back for his turnover: agreed on, accrued, credited and billed back. */
final class RebateActs {
  static final Map<String, Act> ACTS =
      Map.of(
          "rebate", RebateActs::agree,
          "accrueRebate", (world, step) -> act(world, step, "accrue"),
          "reverseAccrual", (world, step) -> act(world, step, "reverse-accrual"),
          "settleRebate", RebateActs::settle,
          "reopenRebate", (world, step) -> act(world, step, "reopen"),
          "cancelRebate", (world, step) -> act(world, step, "cancel"));

  private static final String DATE = "date";
  private static final List<String> WITH_REASON = List.of("reopen", "cancel");

  private RebateActs() {}

  private static void agree(World world, Fields step) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("customer", world.customer());
    terms.put("validFrom", step.day("from").toString());
    terms.put("validTo", step.day("to").toString());
    terms.put("creditItem", world.service("REBATE"));
    terms.put(
        "tierMethod", step.text("percentOf").equals("tier") ? "within-tier" : "whole-turnover");
    List<Map<String, Object>> tiers = new ArrayList<>();
    for (Fields tier : step.objects("tiers")) {
      tiers.add(Map.of("fromTurnover", tier.number("from"), "percent", tier.number("percent")));
      tier.refuseUnread();
    }
    terms.put("tiers", tiers);
    Map<String, Object> happening = Map.of("occurredAt", world.moment(step.day(DATE)));
    terms.putAll(happening);
    JsonNode draft = world.books().post("sales/rebate-agreements", terms);
    Made made = TaxActs.made(step, Made.Kind.REBATE, draft.path("number").asText(), draft);
    world.note(step.text("ref"), made);
    world.books().act(made.path(), "activate", happening);
  }

  private static JsonNode act(World world, Fields step, String verb) {
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put(DATE, step.text(DATE));
    if (WITH_REASON.contains(verb)) {
      asked.put("reason", "Of the case");
    }
    return world.books().act(world.named(step.text("of")).path(), verb, asked);
  }

  /** The credit note is the newest one then; there is none where nothing is earned. */
  private static void settle(World world, Fields step) {
    JsonNode settled = act(world, step, "settle");
    String number = settled.path("settled").path("creditNote").asText("");
    if (!number.isEmpty()) {
      JsonNode note = world.books().get("sales/invoices/" + number);
      world.note(number, TaxActs.made(step, Made.Kind.CREDIT_NOTE, number, note));
    }
  }
}
