package org.millrace.analytics.statements;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.spark.sql.Row;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.row.RowWriter;
import org.millrace.warehouse.row.RowWriter.Draft;

/** Writes the statements of one company into their tables; for {@link StatementsJob}. */
final class StatementsJobRows {
  static final String BALANCE = "gold.trial_balance";
  static final String INCOME = "gold.income_statement";
  static final String SHEET = "gold.balance_sheet";
  static final String CASH_FLOW = "gold.cash_flow";

  private final Lake lake;
  private final String company;
  private final String currency;

  StatementsJobRows(Lake lake, String company, String currency) {
    this.lake = lake;
    this.company = company;
    this.currency = currency;
  }

  void write(TrialBalance balance, IncomeStatement statement) {
    replace(BALANCE, balance.rows(), this::row);
    replace(INCOME, statement.rows(), this::row);
    replace(SHEET, BalanceSheet.of(balance).rows(), this::row);
    replace(CASH_FLOW, CashFlow.of(balance).rows(), this::row);
  }

  private <T> void replace(String table, List<T> lines, BiFunction<Draft, T, Draft> row) {
    RowWriter writer = RowWriter.of(lake.catalog().named(table));
    List<Row> rows = lines.stream().map(line -> row.apply(writer.row(), line).done()).toList();
    lake.replace(table, company, writer.dataset(lake.session(), rows), "");
  }

  private Draft row(Draft draft, TrialBalance.Row row) {
    return head(draft, row.month())
        .set("account", row.account().code())
        .set("account_name", row.account().name())
        .set("account_type", row.account().type().title())
        .set("opening", cents(row.opening()))
        .set("debit", cents(row.debit()))
        .set("credit", cents(row.credit()))
        .set("closing", cents(row.closing()));
  }

  private Draft row(Draft draft, IncomeStatement.Row row) {
    return head(draft, row.month())
        .set("line_no", row.line().number())
        .set("line", row.line().key())
        .set("line_name_en", row.line().nameEn())
        .set("line_name_zh", row.line().nameZh())
        .set("amount", cents(row.amount()))
        .set("ytd_amount", cents(row.yearToDate()));
  }

  private Draft row(Draft draft, BalanceSheet.Row row) {
    return head(draft, row.month())
        .set("line_no", row.line().number())
        .set("line", row.line().key())
        .set("line_name_en", row.line().nameEn())
        .set("line_name_zh", row.line().nameZh())
        .set("amount", cents(row.amount()));
  }

  private Draft row(Draft draft, CashFlow.Row row) {
    return head(draft, row.month())
        .set("line_no", row.line().number())
        .set("line", row.line().key())
        .set("line_name_en", row.line().nameEn())
        .set("line_name_zh", row.line().nameZh())
        .set("amount", cents(row.amount()));
  }

  private Draft head(Draft draft, YearMonth month) {
    return draft.set("company", company).set("month", month.atDay(1)).set("currency", currency);
  }

  /**
   * Ledger amounts have two digits; more would be a fault of the journal, so nothing is rounded.
   */
  static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.UNNECESSARY);
  }
}
