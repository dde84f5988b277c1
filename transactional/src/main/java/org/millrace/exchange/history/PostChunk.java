package org.millrace.exchange.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.exchange.answer.ImportedRows;
import org.millrace.exchange.mapping.Mapping;
import org.millrace.exchange.reject.Rejects;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.Refused;

/** Posts what is new of a chunk and compares it with the books; runs in one transaction. */
final class PostChunk {
  private final Companies companies;
  private final PostPieces postPieces;
  private final PostedPieces postedPieces;
  private final Rejects rejects;
  private final CompareBooks books;

  PostChunk(
      Companies companies,
      PostPieces postPieces,
      PostedPieces postedPieces,
      Rejects rejects,
      CompareBooks books) {
    this.companies = companies;
    this.postPieces = postPieces;
    this.postedPieces = postedPieces;
    this.rejects = rejects;
    this.books = books;
  }

  /** What came of a chunk. */
  record Outcome(ImportedRows rows, Control control) {}

  /** One import while it runs. */
  record Run(
      UUID id,
      ImportRequest request,
      Mapping mapping,
      List<String> header,
      Set<Long> openRejects) {}

  Outcome post(Run run, Chunk.Load load, Map<String, List<UUID>> seen) {
    if (load.papers().isEmpty()) {
      decideRejects(run, load, List.of());
      return new Outcome(
          new ImportedRows(load.unreadable().size(), 0, 0, load.unreadable().size()),
          new Control());
    }
    postedPieces.hold(run.request().company());
    Company company = company(run, load);
    List<String> numbers = load.papers().stream().map(Paper::number).toList();
    Map<String, List<PostedPieces.Posted>> before = postedPieces.of(company.code(), numbers);
    List<SalesRow> fresh = new ArrayList<>();
    List<SalesRow> there = new ArrayList<>();
    for (Paper paper : load.papers()) {
      List<UUID> posted =
          before.getOrDefault(paper.number(), List.of()).stream()
              .flatMap(piece -> piece.hashes().stream())
              .toList();
      Paper.Compared compared =
          paper.compared(posted, seen.getOrDefault(paper.number(), List.of()));
      fresh.addAll(compared.fresh());
      there.addAll(compared.there());
    }
    List<SalesRow> all = Stream.concat(fresh.stream(), there.stream()).toList();
    Map<ItemCode, Item> items = postPieces.items(company, run.mapping(), all);
    Function<SalesRow, Piece.Kind> kinds = row -> kind(row, run.mapping(), items);
    List<Piece> pieces = Paper.pieces(fresh, kinds);
    List<PostedPieces.Posted> posted = postPieces.post(company, run.mapping(), pieces, before);
    postedPieces.add(company.code(), run.id(), posted);
    decideRejects(run, load, all);
    Control control = new Control();
    all.forEach(row -> inFile(control, row, kinds.apply(row), company));
    books.compare(company, posted, before, there, kinds, control);
    ImportedRows rows =
        new ImportedRows(
            load.rows() + load.unreadable().size(),
            fresh.size(),
            there.size(),
            load.unreadable().size());
    return new Outcome(rows, control);
  }

  private Company company(Run run, Chunk.Load load) {
    ImportRequest request = run.request();
    Company company =
        companies
            .find(request.company())
            .orElseGet(
                () ->
                    companies.open(
                        new Company(
                            request.company(),
                            request.companyName().orElse(request.company().value()),
                            run.mapping().currency(),
                            true),
                        first(load)));
    if (!company.currency().equals(run.mapping().currency())) {
      throw Refused.conflict(
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

  private static Instant first(Chunk.Load load) {
    return load.papers().stream()
        .flatMap(paper -> paper.rows().stream())
        .map(row -> row.date().toInstant(java.time.ZoneOffset.UTC))
        .min(Instant::compareTo)
        .orElseThrow();
  }

  private static Piece.Kind kind(SalesRow row, Mapping mapping, Map<ItemCode, Item> items) {
    if (mapping.rules().isBadDebt(row.number())) {
      return Piece.Kind.BAD_DEBT;
    }
    boolean free = row.unitPrice().signum() == 0;
    if (free && mapping.rules().zeroPrice() == Mapping.ZeroPrice.STOCK_ADJUSTMENT) {
      return items.get(new ItemCode(row.item())).isStocked()
          ? Piece.Kind.ADJUSTMENT
          : Piece.Kind.NOTHING;
    }
    return mapping.rules().isCreditNote(row.number()) ? Piece.Kind.CREDIT_NOTE : Piece.Kind.INVOICE;
  }

  private static void inFile(Control control, SalesRow row, Piece.Kind kind, Company company) {
    BigDecimal amount =
        kind == Piece.Kind.NOTHING ? BigDecimal.ZERO : row.amount(company.currency());
    control.inFile(YearMonth.from(row.date()), Control.Kind.of(kind), row.quantity(), amount);
  }

  private void decideRejects(Run run, Chunk.Load load, List<SalesRow> read) {
    Map<Long, Long> corrects = load.corrects();
    Set<Long> resolvedIds = new HashSet<>();
    Set<Long> resolvedLines = new HashSet<>();
    for (SalesRow row : read) {
      if (corrects.containsKey(row.line())) {
        resolvedIds.add(corrects.get(row.line()));
      }
      if (run.openRejects().contains(row.line())) {
        resolvedLines.add(row.line());
      }
    }
    Rejects.Source source =
        new Rejects.Source(run.request().company(), run.id(), run.request().file(), run.header());
    rejects.resolve(source, resolvedIds, resolvedLines);
    Map<Boolean, List<Rejects.NewReject>> byOrigin =
        load.unreadable().stream()
            .collect(Collectors.partitioningBy(row -> corrects.containsKey(row.line())));
    rejects.add(source, byOrigin.get(false));
    Map<Long, Rejects.NewReject> again = new HashMap<>();
    byOrigin.get(true).forEach(row -> again.put(corrects.get(row.line()), row));
    rejects.rejectAgain(source, again);
  }
}
