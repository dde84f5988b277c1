package org.millrace.exchange.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.millrace.TestingCore;
import org.millrace.database.Transactions;
import org.millrace.exchange.mapping.Mappings;
import org.millrace.outbox.Acting;
import org.millrace.shared.CompanyCode;

/** Imports into a company of its own, in the running core. */
final class TestingImport {
  static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
  private static final AtomicInteger COMPANIES = new AtomicInteger();

  private final TestingCore core = TestingCore.running();
  private final CompanyCode company =
      new CompanyCode(
          "IMPORT-" + COMPANIES.incrementAndGet() + "-" + ProcessHandle.current().pid());

  private final List<Object> steps = new ArrayList<>();
  private String mapping = "online-retail";

  /** Imports by that mapping from now on. */
  TestingImport by(String yaml) {
    mapping =
        core.bean(Transactions.class)
            .inOne(() -> Acting.as("tester", "test", () -> core.bean(Mappings.class).keep(yaml)));
    return this;
  }

  /** What the latest import told. */
  <T> List<T> told(Class<T> type) {
    return steps.stream().filter(type::isInstance).map(type::cast).toList();
  }

  CompanyCode company() {
    return company;
  }

  TestingCore core() {
    return core;
  }

  /** Imports rows that follow the header of the Online Retail layout. */
  Finished rows(String file, String rows) {
    return imported(file, HEADER + rows, ImportRequest.Mode.KEEP);
  }

  Finished imported(String file, String text, ImportRequest.Mode mode) {
    return imported(file, text.getBytes(StandardCharsets.UTF_8), mode);
  }

  Finished imported(String file, byte[] bytes, ImportRequest.Mode mode) {
    try {
      Path path = Files.createTempFile("import", ".part");
      try {
        Files.write(path, bytes);
        return imported(file, path, mode);
      } finally {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Finished imported(String file, Path path, ImportRequest.Mode mode) {
    ImportRequest request = new ImportRequest(company, Optional.empty(), mapping, file, mode);
    steps.clear();
    return Acting.as(
        "tester",
        "test",
        () -> {
          try (var opened = core.bean(ImportSalesHistory.class).open(request, path)) {
            opened.run(steps::add);
          }
          return (Finished) steps.get(steps.size() - 1);
        });
  }

  long count(String sql) {
    return core.jdbc().sql(sql).param(company.value()).query(Long.class).single();
  }

  /** Balances by month and account, as text that can be compared. */
  List<String> balances() {
    return core.jdbc()
        .sql(
            """
            select to_char(e.posting_date, 'YYYY-MM') || ' ' || l.account || ' '
              || trim_scale(sum(l.debit - l.credit))
            from ledger.entry e
            join ledger.line l on l.company = e.company and l.entry = e.number
            where e.company = ? group by to_char(e.posting_date, 'YYYY-MM'), l.account
            having sum(l.debit - l.credit) <> 0 order by 1
            """)
        .param(company.value())
        .query(String.class)
        .list();
  }

  /** Sold quantity and amount by month, country and item, and the stock of each item. */
  List<String> figures() {
    List<String> figures =
        new ArrayList<>(
            core.jdbc()
                .sql(
                    """
                    select to_char(i.invoice_date, 'YYYY-MM') || ' ' || i.customer_country || ' '
                      || l.item || ' ' || trim_scale(sum(l.quantity)) || ' '
                      || trim_scale(sum(l.net_amount))
                    from sales.invoice i
                    join sales.invoice_line l on l.company = i.company and l.number = i.number
                    where i.company = ?
                    group by to_char(i.invoice_date, 'YYYY-MM'), i.customer_country, l.item
                    order by 1
                    """)
                .param(company.value())
                .query(String.class)
                .list());
    figures.addAll(
        core.jdbc()
            .sql(
                """
                select item || ' ' || trim_scale(on_hand) from stock.balance
                where company = ? order by 1
                """)
            .param(company.value())
            .query(String.class)
            .list());
    return figures;
  }
}
