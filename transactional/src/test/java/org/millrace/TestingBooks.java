package org.millrace;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** What books and stock of a company say, read from the events that left the core. */
public final class TestingBooks {
  private TestingBooks() {}

  /** Debit less credit of each account that was ever posted to. */
  public static Map<String, String> balances(TestingCore core, String company) {
    Map<String, String> balances = new TreeMap<>();
    core.jdbc()
        .sql(
            """
            select l->>'account' as account,
              sum((l->>'debit')::numeric - (l->>'credit')::numeric) as balance
            from outbox.event e, jsonb_array_elements(e.payload::jsonb->'lines') l
            where e.company = ? and e.type = 'ledger.journal-entry-posted'
            group by 1
            """)
        .params(company)
        .query(
            (row, i) ->
                balances.put(
                    row.getString("account"),
                    row.getBigDecimal("balance").stripTrailingZeros().toPlainString()))
        .list();
    return balances;
  }

  /** What is on hand of an item, the sum of its movements. */
  public static BigDecimal onHand(TestingCore core, String company, String item) {
    return core.jdbc()
        .sql(
            """
            select coalesce(sum((l->>'quantity')::numeric), 0)
            from outbox.event e, jsonb_array_elements(e.payload::jsonb->'lines') l
            where e.company = ? and e.type = 'stock.goods-moved' and l->>'item' = ?
            """)
        .params(company, item)
        .query(BigDecimal.class)
        .single();
  }
}
