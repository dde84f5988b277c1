package org.millrace.ledger.acts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** What the books of a company say of themselves, and what its tables say of each other. */
final class Books {
  /** Each finds what must not be. */
  private static final Map<String, String> WRONGS =
      Map.of(
          "entries that do not balance",
          """
          select entry::text from ledger.line where company = ?
          group by entry having sum(debit) <> sum(credit)
          """,
          "movements that do not add up to the value of an item",
          """
          select v.item || ': ' || v.value_amount || ' of ' || coalesce(sum(m.value_amount), 0)
          from stock.valuation v left join stock.movement m using (company, item)
          where v.company = ? group by v.item, v.value_amount, v.on_hand
          having v.value_amount <> coalesce(sum(m.value_amount), 0)
            or v.on_hand <> coalesce(sum(m.quantity), 0)
          """,
          "places that do not add up to an item",
          """
          select v.item || ': ' || v.on_hand || ' of ' || coalesce(sum(b.on_hand), 0)
          from stock.valuation v left join stock.balance b using (company, item)
          where v.company = ? group by v.item, v.on_hand
          having v.on_hand <> coalesce(sum(b.on_hand), 0)
          """,
          "lots that do not add up to an item",
          """
          select v.item || ': ' || v.value_amount || ' of ' || sum(b.value_amount)
          from stock.valuation v join stock.lot_balance b using (company, item)
          where v.company = ? group by v.item, v.on_hand, v.value_amount
          having v.on_hand <> sum(b.on_hand) or v.value_amount <> sum(b.value_amount)
          """,
          "goods below nothing",
          "select item || ' at ' || location from stock.balance where company = ? and on_hand < 0",
          "taxes that are not in the register",
          """
          select a.account || ': ' || a.balance || ' of ' || a.taxes from (
            select l.account, sum(l.credit - l.debit) * case when l.account = '1300' then -1 else 1
              end as balance,
              coalesce((
                select sum(tax_amount) from tax.entry e where e.company = l.company
                  and e.side = case when l.account = '1300' then 'input' else 'output' end), 0)
              as taxes
            from ledger.line l where company = ? and account in ('1300', '2200')
            group by l.company, l.account) a
          where a.balance <> a.taxes
          """,
          "value without goods",
          """
          select item || ': ' || value_amount from stock.valuation
          where company = ? and on_hand = 0 and value_amount <> 0
          """,
          "numbers with a gap",
          """
          select series || ' ends at ' || max(number) || ' but has ' || count(*) from (
            select regexp_replace(number, '[0-9]+$', '') as series,
              substring(number from '[0-9]+$')::int as number
            from (
              select company, number from sales.invoice
              union all select company, number from sales.sales_order
              union all select company, number from sales.payment
              union all select company, number from sales.rebate_agreement
              union all select company, number from purchasing.receipt
              union all select company, number from purchasing.purchase_order
              union all select company, number from purchasing.supplier_invoice
              union all select company, number from purchasing.supplier_payment
              union all select company, number from settlement.payment
              union all select company, number from stock.transfer
              union all select company, number from stock.count
              union all select company, number from stock.landed_cost
              union all select company, number from stock.cost_change
              union all select company, number from production.work_order) documents
            where company = ?) numbered
          group by series
          having max(number) <> count(*) or count(distinct number) <> count(*)
          """);

  private final TestingCore core;
  private final String company;

  Books(TestingCore core, String company) {
    this.core = core;
    this.company = company;
  }

  /** All that does not hold; empty where all does. */
  List<String> wrong() {
    List<String> found = new ArrayList<>();
    core.get(base() + "/ledger/checks?holds=false")
        .expecting(200)
        .json()
        .get("rows")
        .forEach(row -> found.add(row.toString()));
    WRONGS.forEach(
        (what, sql) ->
            core.jdbc()
                .sql(sql)
                .param(company)
                .query(String.class)
                .list()
                .forEach(row -> found.add(what + ": " + row)));
    return found;
  }

  private String base() {
    return "/api/companies/" + company;
  }

  /** What stands on each account, what lies there of each item and what that is worth. */
  Map<String, BigDecimal> state() {
    Map<String, BigDecimal> state = new TreeMap<>();
    for (JsonNode row : core.get(base() + "/ledger/trial-balance").json().get("rows")) {
      put(state, row.get("account").asString(), row.get("closing").decimalValue());
    }
    core.jdbc()
        .sql("select item, on_hand, value_amount from stock.valuation where company = ?")
        .param(company)
        .query(
            row -> {
              String item = row.getString("item");
              put(state, item + " on hand", row.getBigDecimal("on_hand"));
              put(state, item + " value", row.getBigDecimal("value_amount"));
            });
    core.jdbc()
        .sql(
            """
            select side, sum(open_amount) as open from settlement.open_item
            where company = ? group by side
            """)
        .param(company)
        .query(
            row -> {
              put(state, row.getString("side") + " open", row.getBigDecimal("open"));
            });
    return state;
  }

  private static void put(Map<String, BigDecimal> state, String name, BigDecimal figure) {
    if (figure.signum() != 0) {
      state.put(name, figure.stripTrailingZeros());
    }
  }
}
