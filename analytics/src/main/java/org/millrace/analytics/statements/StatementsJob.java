package org.millrace.analytics.statements;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millrace.warehouse.Analysis;
import org.millrace.warehouse.AnalysisRefused;
import org.millrace.warehouse.AnalysisResult;
import org.millrace.warehouse.AnalysisRun;
import org.millrace.warehouse.row.TableRow;

/**
 * Fills trial balance, income statement, balance sheet and cash flow for every month of each
 * company. Spark sums the journal lines by month and account; the statements are drawn up from the
 * sums. A company whose sums did not change is not written again.
 */
public final class StatementsJob implements Analysis {

  private static final String JOURNAL = "gold.journal_line";
  private static final String COMPANIES = "silver.company";
  private static final int JANUARY = 1;

  private final Map<String, Books> written = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "statements";
  }

  @Override
  public List<String> writes() {
    return List.of(
        StatementsJobRows.BALANCE,
        StatementsJobRows.INCOME,
        StatementsJobRows.SHEET,
        StatementsJobRows.CASH_FLOW);
  }

  @Override
  public boolean follows() {
    return true;
  }

  @Override
  public AnalysisResult run(AnalysisRun run) {
    List<Map<String, Object>> figures = new ArrayList<>();
    for (Books books : books(run)) {
      TrialBalance balance = TrialBalance.upTo(books.lastMonth(), books.postings());
      IncomeStatement statement = IncomeStatement.of(balance, books.startMonth());
      if (run.asOf().isPresent() || !books.equals(written.get(books.company()))) {
        new StatementsJobRows(run.lake(), books.company(), books.currency())
            .write(balance, statement);
        written.put(books.company(), books);
      }
      figures.add(
          figures(
              books,
              balance,
              statement,
              run.asOf().map(YearMonth::from).orElse(books.lastMonth())));
    }
    return new AnalysisResult(Map.of("companies", figures));
  }

  /**
   * One company's sums of journal lines, by month and account, in the currency of its books, and
   * the month in which its fiscal years begin.
   */
  private record Books(String company, String currency, int startMonth, List<Posting> postings) {

    YearMonth lastMonth() {
      return postings.stream().map(Posting::month).max(YearMonth::compareTo).orElseThrow();
    }
  }

  private static List<Books> books(AnalysisRun run) {
    Dataset<Row> lines = run.lake().read(JOURNAL);
    Dataset<Row> wanted =
        run.company().map(company -> lines.where(col("company").equalTo(company))).orElse(lines);
    Map<String, Integer> startMonths = new TreeMap<>();
    for (TableRow row : TableRow.all(run.lake().read(COMPANIES).collectAsList())) {
      startMonths.put(row.text("company"), row.maybeInt("fiscal_year_start_month").orElse(JANUARY));
    }
    Map<String, Books> books = new TreeMap<>();
    wanted
        .groupBy("company", "currency", "month", "account")
        .agg(
            max("account_name").as("account_name"),
            max("account_type").as("account_type"),
            max(coalesce(col("reports_as"), col("account"))).as("reports_as"),
            sum("debit").as("debit"),
            sum("credit").as("credit"))
        .orderBy("company", "month", "account")
        .collectAsList()
        .forEach(row -> add(books, startMonths, TableRow.of(row)));
    if (run.company().isPresent() && books.isEmpty()) {
      throw new AnalysisRefused(
          "Company %s has no journal lines in the lake; post or import documents first, or name"
                  .formatted(run.company().get())
              + " another company");
    }
    return List.copyOf(books.values());
  }

  private static void add(
      Map<String, Books> books, Map<String, Integer> startMonths, TableRow row) {
    String company = row.text("company");
    String currency = row.text("currency");
    int startMonth = startMonths.getOrDefault(company, JANUARY);
    Books own =
        books.computeIfAbsent(
            company, code -> new Books(code, currency, startMonth, new ArrayList<>()));
    if (!own.currency().equals(currency)) {
      throw new AnalysisRefused(
          "The books of %s hold journal lines in %s and %s; statements need one currency, check the"
                  .formatted(company, own.currency(), currency)
              + " journal lines of the second");
    }
    Account account =
        new Account(
            row.text("account"),
            row.text("account_name"),
            AccountType.ofName(row.text("account_type")),
            row.text("reports_as"));
    own.postings()
        .add(
            new Posting(
                YearMonth.from(row.day("month")),
                account,
                row.decimal("debit"),
                row.decimal("credit")));
  }

  private static Map<String, Object> figures(
      Books books, TrialBalance balance, IncomeStatement statement, YearMonth month) {
    BigDecimal debits = BigDecimal.ZERO;
    for (TrialBalance.Row row : balance.month(month)) {
      debits = debits.add(row.closing().max(BigDecimal.ZERO));
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("company", books.company());
    figures.put("month", month.toString());
    figures.put("currency", books.currency());
    figures.put("trialBalanceTotal", StatementsJobRows.cents(debits));
    for (IncomeLine line : List.of(IncomeLine.NET_REVENUE, IncomeLine.NET_INCOME)) {
      figures.put(line.key(), StatementsJobRows.cents(statement.amount(month, line)));
    }
    return figures;
  }
}
