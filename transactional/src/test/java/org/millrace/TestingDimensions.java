package org.millrace;

import java.util.function.BiConsumer;

/** What the firm of the tests tells apart, budgets and adds to its chart. */
final class TestingDimensions {
  private TestingDimensions() {}

  /** A project, a cost centre with a budget, and an account of the firm. */
  static void keep(BiConsumer<String, String> act, BiConsumer<String, String> change) {
    divide(act, change);
    budget(act, change);
    chart(act, change);
  }

  private static void divide(BiConsumer<String, String> act, BiConsumer<String, String> change) {
    String values = "'values':[{'value':'4100','label':'Sales','validTo':'2999-12-31'}";
    act.accept("dimensions", "{'code':'PROJECT','name':'Projects'," + values + "]}");
    change.accept(
        "dimensions/PROJECT",
        "{'name':'Projects',"
            + values
            + ",{'value':'P7','label':'Fair'}],'required':[{'fromAccount':'8000',"
            + "'toAccount':'8099'}],'usual':[{'party':'S','value':'P7'}]}");
  }

  private static void chart(BiConsumer<String, String> act, BiConsumer<String, String> change) {
    String own = "'name':'Travel','nameZh':'差旅费',";
    act.accept("ledger/chart-accounts", "{'code':'6050'," + own + "'type':'expense'}");
    change.accept(
        "ledger/chart-accounts/6050",
        "{" + own + "'control':false,'closed':false,'roles':'bad-debt','reportsAs':'6000'}");
  }

  private static void budget(BiConsumer<String, String> act, BiConsumer<String, String> change) {
    act.accept(
        "dimensions", "{'code':'COST-CENTRE','name':'C','values':[{'value':'1','label':'One'}]}");
    String lines =
        "'lines':[{'account':'6100','costCentre':'1','month':'2026-01-01','amount':5},"
            + "{'account':'6100','month':'2026-02-01','amount':7.5}]}";
    act.accept("budget/budgets", "{'code':'B','name':'Budget'," + lines);
    change.accept(
        "budget/budgets/B", "{'name':'B','control':'hold','span':'year','active':true," + lines);
  }
}
