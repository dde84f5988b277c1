package org.millrace.ledger.period;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.asset.DueDepreciation;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.ledger.ClosingCheck;
import org.millrace.ledger.opening.UnclearedOpenings;
import org.millrace.ledger.verification.BooksHold;
import org.millrace.outbox.Acting;
import org.millrace.party.Company;
import org.millrace.settlement.Revaluation;
import org.millrace.settlement.UnrevaluedItems;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ChecklistJdbc implements Checklist {
  private final JdbcClient jdbc;
  private final RowLists lists;
  private final DueDepreciation depreciation;
  private final UnrevaluedItems revaluation;
  private final UnclearedOpenings openings;
  private final BooksHold books;

  ChecklistJdbc(
      JdbcClient jdbc,
      RowLists lists,
      DueDepreciation depreciation,
      UnrevaluedItems revaluation,
      UnclearedOpenings openings,
      BooksHold books) {
    this.jdbc = jdbc;
    this.lists = lists;
    this.depreciation = depreciation;
    this.revaluation = revaluation;
    this.openings = openings;
    this.books = books;
  }

  @Override
  public List<ClosingLine> lines(Company company, YearMonth month) {
    return page(company, month, ListRequest.all()).rows();
  }

  /** The lines of a month, narrowed and sorted. */
  ListAnswer<ClosingLine> page(Company company, YearMonth month, ListRequest request) {
    List<Object> asked = asked(company, month);
    Object[] more = asked.subList(1, asked.size()).toArray();
    return lists.page(ClosingLine.class, Rows.of(company.code(), ClosingRows.LINES, more), request);
  }

  /** The documents behind a line, the oldest first, at most 200. */
  List<ClosingLine.Behind> behind(Company company, YearMonth month, ClosingCheck line) {
    List<Object> asked = new ArrayList<>(asked(company, month));
    asked.add(line.word());
    return jdbc.sql(ClosingRows.DOCUMENTS)
        .params(asked)
        .query(
            (row, n) ->
                new ClosingLine.Behind(
                    row.getString("kind"),
                    row.getString("number"),
                    Optional.ofNullable(row.getObject("date", LocalDate.class))))
        .list();
  }

  private List<Object> asked(Company company, YearMonth month) {
    LocalDate day = month.atEndOfMonth();
    String code = company.code().value();
    String zone = company.timeZone().getId();
    String currency = company.currency().getCurrencyCode();
    return List.of(code, day, zone, found(company, day), code, day, currency, zone);
  }

  /** What other parts work out, a line each. */
  private String found(Company company, LocalDate day) {
    Stream<String> assets =
        depreciation.through(company.code(), day).stream()
            .map(number -> found(ClosingCheck.DEPRECIATION, "asset/asset", number.value()));
    Stream<String> foreign =
        revaluation.at(company, day).stream()
            .map(each -> found(ClosingCheck.REVALUATION, page(each.kind()), each.item()));
    Stream<String> uncleared =
        openings.at(company, day).stream()
            .map(number -> found(ClosingCheck.OPENINGS, "ledger/opening", number.value()));
    Stream<String> checks =
        books.failing(company).stream()
            .map(name -> found(ClosingCheck.BOOKS_HOLD, "ledger/check", name));
    return Stream.of(assets, foreign, uncleared, checks)
        .flatMap(each -> each)
        .collect(Collectors.joining("\n"));
  }

  private static String found(ClosingCheck check, String page, String number) {
    return check.word() + "|" + page + "|" + number;
  }

  /** The page of an item; an account of the ledger that holds foreign money has none. */
  private static String page(Revaluation.Kind kind) {
    return switch (kind) {
      case INVOICE, CREDIT_NOTE -> "sales/invoice";
      case SUPPLIER_INVOICE -> "purchasing/invoice";
      case OPENING_ITEM -> "settlement/opening-item";
      case BANK_ACCOUNT -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }

  @Override
  public long waive(CompanyCode company, YearMonth month, ClosingCheck line, String reason) {
    return jdbc.sql(
            """
            insert into ledger.closing_waiver (company, month, line, reason, decided_by)
            values (:company, :month, :line, :reason, :actor)
            on conflict (company, month, line) do update
              set reason = excluded.reason, decided_by = excluded.decided_by,
                decided_at = clock_timestamp(), version = closing_waiver.version + 1
            returning version
            """)
        .param("company", company.value())
        .param("month", month.atDay(1))
        .param("line", line.word())
        .param("reason", reason)
        .param("actor", Acting.actor())
        .query(Long.class)
        .single();
  }

  @Override
  public long withdraw(CompanyCode company, YearMonth month, ClosingCheck line) {
    return jdbc.sql(
            """
            update ledger.closing_waiver set reason = null, decided_by = :actor,
              decided_at = clock_timestamp(), version = version + 1
            where company = :company and month = :month and line = :line
            returning version
            """)
        .param("company", company.value())
        .param("month", month.atDay(1))
        .param("line", line.word())
        .param("actor", Acting.actor())
        .query(Long.class)
        .single();
  }
}
