package org.millrace.ledger.acts;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.millrace.HttpAnswer;

/** Rebates of customers: agreed on at home and abroad, accrued, credited and taken back. */
record Rebating(Firm firm) {
  private static final String LIST = "/sales/rebate-agreements";

  List<Supplier<HttpAnswer>> acts() {
    return List.of(
        this::agree,
        () -> change("/accrue", ""),
        () -> change("/accrue", ""),
        () -> change("/reverse-accrual", ""),
        () -> change("/settle", ",'confirmed':true"),
        () -> change("/reopen", ",'reason':'Any'"),
        () -> change("/cancel", ",'reason':'Any'"));
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

  private HttpAnswer change(String act, String more) {
    return firm.change(LIST, firm.any(LIST), act, "{'date':'%s'%s}", day(), more);
  }

  private LocalDate day() {
    return LocalDate.ofInstant(firm.now(), ZoneOffset.UTC);
  }
}
