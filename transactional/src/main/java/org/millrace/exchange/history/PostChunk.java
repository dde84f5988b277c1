package org.millrace.exchange.history;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.millrace.exchange.answer.ImportedRows;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.exchange.history.row.SalesRow;
import org.millrace.exchange.mapping.Mapping;
import org.millrace.exchange.run.ImportRun;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;

/** Posts what is new of a chunk and compares it with the books; runs in one transaction. */
final class PostChunk {
  private final Companies companies;
  private final Clock clock;
  private final PostPieces postPieces;
  private final PostedPieces postedPieces;
  private final CompareBooks books;

  PostChunk(
      Companies companies,
      PostPieces postPieces,
      PostedPieces postedPieces,
      CompareBooks books,
      Clock clock) {
    this.clock = clock;
    this.companies = companies;
    this.postPieces = postPieces;
    this.postedPieces = postedPieces;
    this.books = books;
  }

  /** What came of a chunk. */
  record Outcome(ImportedRows rows, Control control, List<Changed> changed) {
    static Outcome rejected(int rows) {
      return new Outcome(new ImportedRows(rows, 0, 0, 0, rows), new Control(), List.of());
    }
  }

  /** One import while it runs. */
  record Run(ImportRun run, ImportRequest request, Mapping mapping) {}

  private record Sorted(
      List<SalesRow> fresh, List<SalesRow> there, Map<SalesDocument, List<SalesRow>> changed) {
    List<SalesRow> changedRows() {
      return changed.values().stream().flatMap(List::stream).toList();
    }

    List<SalesRow> all() {
      return Stream.of(fresh, there, changedRows()).flatMap(List::stream).toList();
    }
  }

  /** The time zone in which the moments of a file are told. */
  ZoneId timeZone(CompanyCode company) {
    return companies.find(company).map(Company::timeZone).orElse(clock.getZone());
  }

  Outcome post(Run run, Chunk.Load load) {
    if (load.documents().isEmpty()) {
      run.run().decide(List.of(), load.unreadable());
      return Outcome.rejected(load.unreadable().size());
    }
    postedPieces.hold(run.request().company());
    Company company = company(run, load);
    List<String> numbers = load.documents().stream().map(SalesDocument::number).toList();
    Map<String, List<PostedPieces.Posted>> before = postedPieces.of(company.code(), numbers);
    Sorted sorted = sorted(run, load, before);
    List<SalesRow> all = sorted.all();
    Map<ItemCode, Item> items = postPieces.items(company, run.mapping(), all);
    Function<SalesRow, Piece.Kind> kinds = row -> kind(row, run.mapping(), items);
    List<Piece> pieces = SalesDocument.pieces(sorted.fresh(), kinds);
    List<PostedPieces.Posted> posted = postPieces.post(company, run.mapping(), pieces, before);
    postedPieces.add(company.code(), run.run().id(), posted);
    run.run().decide(all.stream().map(SalesRow::line).toList(), load.unreadable());
    List<PostedPieces.Posted> standing = standing(run, load, before, posted);
    Control control = new Control();
    all.forEach(row -> inFile(control, row, kinds.apply(row), company));
    CompareBooks.Standing amounts = books.standing(company, standing);
    amounts.addTo(control, standing);
    List<Changed> changed =
        sorted.changed().entrySet().stream()
            .map(
                each ->
                    Changed.of(
                        company,
                        each.getKey(),
                        each.getValue(),
                        Objects.requireNonNull(before.get(each.getKey().number())),
                        amounts))
            .toList();
    ImportedRows rows =
        new ImportedRows(
            load.rows() + load.unreadable().size(),
            sorted.fresh().size(),
            sorted.there().size(),
            sorted.changedRows().size(),
            load.unreadable().size());
    return new Outcome(rows, control, changed);
  }

  private static Sorted sorted(
      Run run, Chunk.Load load, Map<String, List<PostedPieces.Posted>> before) {
    Sorted sorted = new Sorted(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    for (SalesDocument document : load.documents()) {
      SalesDocument.Compared compared =
          document.compared(
              before.getOrDefault(document.number(), List.of()),
              row -> run.run().isCorrection(row.line()));
      sorted.fresh().addAll(compared.fresh());
      sorted.there().addAll(compared.there());
      if (!compared.changed().isEmpty()) {
        sorted.changed().put(document, compared.changed());
      }
    }
    return sorted;
  }

  /** Rows that correct rejects are parts of their documents, which are not compared whole. */
  private static List<PostedPieces.Posted> standing(
      Run run,
      Chunk.Load load,
      Map<String, List<PostedPieces.Posted>> before,
      List<PostedPieces.Posted> posted) {
    List<PostedPieces.Posted> standing = new ArrayList<>(posted);
    for (SalesDocument document : load.documents()) {
      if (!document.rows().stream().allMatch(row -> run.run().isCorrection(row.line()))) {
        standing.addAll(before.getOrDefault(document.number(), List.of()));
      }
    }
    return standing;
  }

  private Company company(Run run, Chunk.Load load) {
    ImportRequest request = run.request();
    Company company =
        companies
            .find(request.company())
            .orElseGet(
                () ->
                    opened(
                        new Company(
                            request.company(),
                            request.companyName().orElse(request.company().value()),
                            run.mapping().currency(),
                            true,
                            clock.getZone(),
                            Optional.empty()),
                        load));
    if (!company.currency().equals(run.mapping().currency())) {
      throw new FileUnreadable(
          ("The mapping '%s' is in %s, but %s keeps its books in %s."
                  + " Import into another company or correct the mapping's currency.")
              .formatted(
                  run.mapping().name(),
                  run.mapping().currency(),
                  company.code(),
                  company.currency()));
    }
    return company;
  }

  /** Its books begin with the first of the rows. */
  private Company opened(Company company, Chunk.Load load) {
    Instant first =
        load.documents().stream()
            .flatMap(document -> document.rows().stream())
            .map(row -> company.momentOf(row.date()))
            .min(Instant::compareTo)
            .orElseThrow();
    return companies.open(company, first);
  }

  private static Piece.Kind kind(SalesRow row, Mapping mapping, Map<ItemCode, Item> items) {
    if (mapping.rules().isBadDebt(row.number())) {
      return Piece.Kind.BAD_DEBT;
    }
    if (row.price().isFree() && mapping.rules().zeroPrice() == Mapping.ZeroPrice.STOCK_ADJUSTMENT) {
      return Objects.requireNonNull(items.get(new ItemCode(row.item()))).isStocked()
          ? Piece.Kind.ADJUSTMENT
          : Piece.Kind.NOTHING;
    }
    return mapping.rules().isCreditNote(row.number()) ? Piece.Kind.CREDIT_NOTE : Piece.Kind.INVOICE;
  }

  private static void inFile(Control control, SalesRow row, Piece.Kind kind, Company company) {
    control.inFile(
        YearMonth.from(row.date()),
        Control.Kind.of(kind),
        row.quantity(),
        row.exactAmount(),
        row.amount(company.currency()));
  }
}
