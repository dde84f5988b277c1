package org.millrace.ledger.acts;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.millrace.HttpAnswer;
import tools.jackson.databind.JsonNode;

/** Rebates of customers: agreed on at home and abroad, accrued, credited and taken back. */
record Rebating(Firm firm) {
  private static final String LIST = "/sales/rebate-agreements";
  private static final List<String> ACTS =
      List.of("/accrue", "/accrue", "/accrue", "/reverse-accrual", "/settle", "/settle", "/cancel");

  List<Supplier<HttpAnswer>> acts() {
    return List.of(this::agree, this::goOn);
  }

  /** Nothing is accrued for a draft, so each is activated at once. */
  HttpAnswer agree() {
    LocalDate first = day().minusDays(firm.random().nextInt(60));
    HttpAnswer drafted =
        firm.send(
            LIST,
            "{'customer':'%s','validFrom':'%s','validTo':'%s','creditItem':'%s'%s%s,"
                + "'tierMethod':'%s','tiers':[{'fromTurnover':0,'percent':1.5},"
                + "{'fromTurnover':%s,'percent':%s}]}",
            firm.party(),
            first,
            first.plusDays(90),
            Firm.REBATE,
            firm.random().nextInt(3) == 0 ? ",'itemGroup':'FIFO'" : "",
            firm.random().nextInt(3) == 0 ? ",'agreedCurrency':'" + firm.abroad() + "'" : "",
            firm.random().nextBoolean() ? "whole-turnover" : "within-tier",
            firm.some(900),
            firm.some(30));
    return drafted.status() < 300
        ? firm.changeNumber(LIST, drafted.json().get("number").asString(), "/activate", "{}")
        : drafted;
  }

  /** What can be done with an agreement where it stood when it was seen last. */
  HttpAnswer goOn() {
    JsonNode agreement = firm.any(LIST);
    boolean isSettled = agreement.path("status").asString("").equals("settled");
    String act = isSettled ? "/reopen" : ACTS.get(firm.random().nextInt(ACTS.size()));
    String more =
        switch (act) {
          case "/settle" -> ",'confirmed':true";
          case "/reopen", "/cancel" -> ",'reason':'Any'";
          default -> "";
        };
    return firm.change(LIST, agreement, act, "{'date':'%s'%s}", day(), more);
  }

  private LocalDate day() {
    return LocalDate.ofInstant(firm.now(), ZoneOffset.UTC);
  }
}
