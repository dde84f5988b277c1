package org.millrace;

import tools.jackson.databind.JsonNode;

/** What the firm does about what it is owed and will pay: disputes, reminders, credit, cash. */
final class TestingReceivables {
  private final TestingFirm firm;

  TestingReceivables(TestingFirm firm) {
    this.firm = firm;
  }

  void doAll(String invoice) {
    dispute(invoice);
    remind();
    giveBack();
    holdForCredit();
    lookAhead();
  }

  /** One dispute is given way to, another one is not. */
  private void dispute(String invoice) {
    String about = "{'itemKind':'invoice','item':'" + invoice + "','reason':'Late','amount':5}";
    String first = "settlement/disputes/" + made("settlement/disputes", about);
    firm.change(first, "{'reason':'Too late','owner':'maria','amount':6}");
    String note =
        TestingFirm.number(firm.act("sales/invoices/" + invoice + "/credit-notes", "{}", 4));
    firm.act(first + "/resolve", "{'creditNote':'" + note + "'}", 2);
    String second = made("settlement/disputes", about);
    firm.act("settlement/disputes/" + second + "/reject", "{'answer':'It was in time'}", 1);
    firm.set("settlement/ageing-settings", "{'days':[30,60]}");
    firm.set("settlement/payment-behaviour-settings", "{'months':24}");
  }

  /** A customer is reminded of what is late, and that is taken back; another run is given up. */
  private void remind() {
    String level = "'fee':5,'feeItem':'HOUR','texts':[{'language':'en','text':'Please pay'}]}";
    firm.act("settlement/reminder-levels", "{'code':'A','daysLate':3," + level);
    firm.change("settlement/reminder-levels/A", "{'daysLate':5," + level);
    HttpAnswer proposed = firm.act("settlement/reminder-runs", "{}");
    String run = "settlement/reminder-runs/" + TestingFirm.number(proposed);
    JsonNode line = proposed.json().at("/lines/0");
    firm.change(
        run,
        "{'lines':[{'itemKind':'%s','item':'%s'}]}"
            .formatted(line.get("itemKind").asString(), line.get("item").asString()));
    firm.act(run + "/issue", "{}", 2);
    firm.act("settlement/reminders/RM-000001/reverse", "{'reason':'It was paid'}", 1);
    String wrong = "settlement/reminder-runs/" + made("settlement/reminder-runs", "{}");
    firm.act(wrong + "/cancel", "{}", 1);
    firm.act(
        "settlement/account-statements",
        "{'party':'C','firstDay':'2026-01-01','lastDay':'2026-01-31'}");
  }

  /** A rebate is agreed on, accrued, credited and billed back; another one is given up. */
  private void giveBack() {
    String terms =
        "{'customer':'C','validFrom':'2000-01-01','validTo':'2999-12-31','creditItem':'HOUR',"
            + "'tiers':[{'fromTurnover':0,'percent':%d}]}";
    String agreement =
        "sales/rebate-agreements/" + made("sales/rebate-agreements", terms.formatted(1));
    firm.change(agreement, terms.formatted(2));
    firm.act(agreement + "/activate", "{}", 2);
    firm.act(agreement + "/accrue", "{}", 3);
    firm.act(agreement + "/reverse-accrual", "{}", 4);
    firm.act(agreement + "/settle", "{'confirmed':true}", 5);
    firm.act(agreement + "/reopen", "{'reason':'Wrong'}", 6);
    String other = made("sales/rebate-agreements", terms.formatted(3));
    firm.act("sales/rebate-agreements/" + other + "/cancel", "{'reason':'No deal'}", 1);
  }

  /** Of two orders above the limit one is released. */
  private void holdForCredit() {
    firm.act(
        "parties",
        "{'code':'SMALL','name':'Small','roles':['customer'],'country':'Spain','creditLimit':10}");
    firm.set("credit/policy", "{'policy':'hold'}");
    String order = "{'customer':'SMALL','lines':[{'item':'HOUR','quantity':1,'unitPrice':50}]}";
    firm.act("sales/orders", order);
    firm.act("credit/checks/CK-000001/release", "{'reason':'Agreed'}", 1);
    firm.act("sales/orders/" + made("sales/orders", order) + "/cancel", "{}", 1);
  }

  private void lookAhead() {
    String rent = "{'text':'%s','direction':'out','amount':9,'firstDate':'2026-01-31'%s}";
    String plan =
        "cash/planned/" + made("cash/planned", rent.formatted("Rent", ",'every':'month'"));
    firm.change(plan, rent.formatted("Rent of the shop", ",'every':'month'"));
    String once = made("cash/planned", rent.formatted("Deposit", ""));
    firm.act("cash/planned/" + once + "/end", "{}", 1);
    firm.act("cash/forecasts", "{'note':'For the bank'}");
  }

  private String made(String path, String body) {
    return TestingFirm.number(firm.act(path, body));
  }
}
