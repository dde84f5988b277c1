package org.millrace.analytics.statements;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Turns statements into rows of their tables; part of the job, for {@link StatementsJob}. */
record StatementsJobRows(String company, String currency) {
  static final StructType BALANCE =
      StructType.fromDDL(
          "company string, month date, account string, account_name string, account_type string,"
              + " currency string, opening decimal(18,2), debit decimal(18,2),"
              + " credit decimal(18,2), closing decimal(18,2)");
  static final StructType INCOME =
      StructType.fromDDL(
          "company string, month date, line_no int, line string, line_name_en string,"
              + " line_name_zh string, currency string, amount decimal(18,2),"
              + " ytd_amount decimal(18,2)");

  /** Columns of the balance sheet and of the cash flow. */
  static final StructType LINES =
      StructType.fromDDL(
          "company string, month date, line_no int, line string, line_name_en string,"
              + " line_name_zh string, currency string, amount decimal(18,2)");

  List<Row> of(TrialBalance balance) {
    return balance.rows().stream().map(this::row).toList();
  }

  List<Row> of(IncomeStatement statement) {
    return statement.rows().stream().map(this::row).toList();
  }

  List<Row> of(BalanceSheet sheet) {
    return sheet.rows().stream().map(this::row).toList();
  }

  List<Row> of(CashFlow flow) {
    return flow.rows().stream().map(this::row).toList();
  }

  private Row row(TrialBalance.Row row) {
    return RowFactory.create(
        company,
        Date.valueOf(row.month().atDay(1)),
        row.account().code(),
        row.account().name(),
        row.account().type().title(),
        currency,
        cents(row.opening()),
        cents(row.debit()),
        cents(row.credit()),
        cents(row.closing()));
  }

  private Row row(IncomeStatement.Row row) {
    return RowFactory.create(
        company,
        Date.valueOf(row.month().atDay(1)),
        row.line().number(),
        row.line().key(),
        row.line().nameEn(),
        row.line().nameZh(),
        currency,
        cents(row.amount()),
        cents(row.yearToDate()));
  }

  private Row row(BalanceSheet.Row row) {
    return RowFactory.create(
        company,
        Date.valueOf(row.month().atDay(1)),
        row.line().number(),
        row.line().key(),
        row.line().nameEn(),
        row.line().nameZh(),
        currency,
        cents(row.amount()));
  }

  private Row row(CashFlow.Row row) {
    return RowFactory.create(
        company,
        Date.valueOf(row.month().atDay(1)),
        row.line().number(),
        row.line().key(),
        row.line().nameEn(),
        row.line().nameZh(),
        currency,
        cents(row.amount()));
  }

  /**
   * Ledger amounts have two digits; more would be a fault of the journal, so nothing is rounded.
   */
  static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.UNNECESSARY);
  }
}
