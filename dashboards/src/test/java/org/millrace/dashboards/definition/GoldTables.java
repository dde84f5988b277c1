package org.millrace.dashboards.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The gold tables that boards may name, as a literal; the shipped files are also read against the
 * real catalog.
 */
public final class GoldTables {
  private static final String TABLES =
      """
      sales_monthly company month country currency invoices credit_notes quantity net_revenue cost_amount
      sales_item_monthly company month country currency item item_name quantity returned_quantity net_revenue cost_amount
      sales_customer_monthly company month country currency customer customer_name invoices credit_notes quantity net_revenue cost_amount
      sales_segment_monthly company month country currency segment customers invoices credit_notes quantity net_revenue cost_amount
      sales_daily company day country currency invoices credit_notes quantity returned_quantity net_revenue returned_amount cost_amount
      sales_invoice company number source_number kind order_number invoice_date month due_date customer customer_name country currency net_amount cost_amount paid_amount open_amount
      sales_invoice_line company number line_no invoice_date month item item_name quantity unit_price net_amount cost_amount currency country customer
      sales_order company number order_date customer customer_name country currency status ordered_qty delivered_qty net_amount open_amount
      journal_line company entry_number line_no posting_date month account account_name account_type debit credit currency text document_domain document_type document_number party event_id
      stock_balance company item item_name location on_hand_qty average_cost value_amount currency
      trial_balance company month account account_name account_type currency opening debit credit closing
      income_statement company month line_no line line_name_en line_name_zh currency amount ytd_amount
      customer_segments company as_of customer customer_name country currency recency_days frequency monetary r f m segment
      demand_weekly company item item_name period quantity
      demand_forecast company item item_name as_of period forecast lo80 hi80 method error reason
      forecast_actual company item item_name period actual forecast as_of
      """;

  private GoldTables() {}

  public static MartTables all() {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    for (String line : TABLES.strip().split("\n")) {
      List<String> words = List.of(line.trim().split(" "));
      tables.put(words.get(0), words.subList(1, words.size()));
    }
    return new MartTables(tables);
  }
}
