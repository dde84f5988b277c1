package org.millrace.analytics.schedule;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millrace.warehouse.AnalysisRefused;
import org.millrace.warehouse.lake.Affected;
import org.millrace.warehouse.lake.RowsInHand;
import org.millrace.warehouse.row.TableRow;

/** How far each company's sales go in the lake. */
public final class SalesDays {

  private static final String INVOICES = "gold.sales_invoice";

  private SalesDays() {}

  /** The companies with sales, or the one named; refuses a company that has none. */
  public static List<CompanyState> of(RowsInHand held, Optional<String> company) {
    Dataset<Row> days =
        held.read(INVOICES, Affected.everything())
            .groupBy("company")
            .agg(
                max("invoice_date").as("last_day"),
                count(lit(1)).as("documents"),
                max("position").as("position"));
    Map<String, CompanyState> states = new TreeMap<>();
    for (TableRow row : TableRow.all(days.collectAsList())) {
      String code = row.text("company");
      String fingerprint = row.whole("documents") + "/" + row.whole("position");
      states.put(code, new CompanyState(code, row.day("last_day"), fingerprint));
    }
    if (company.isEmpty()) {
      return List.copyOf(states.values());
    }
    return company
        .map(states::get)
        .map(List::of)
        .orElseThrow(
            () ->
                new AnalysisRefused(
                    "Company %s has no sales in the lake; companies with sales: %s. Wait until its"
                            .formatted(company.get(), states.keySet())
                        + " documents have arrived or name another company"));
  }

  /** The invoices of one company. */
  public static Dataset<Row> invoices(RowsInHand held, String company) {
    return held.ofCompany(INVOICES, company);
  }
}
