package org.millrace.exchange.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.millrace.exchange.history.row.SalesRow;
import org.millrace.exchange.mapping.Mapping;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemKind;
import org.millrace.item.Items;
import org.millrace.ledger.Ledger;
import org.millrace.ledger.NewEntry;
import org.millrace.ledger.StandardAccounts;
import org.millrace.party.Company;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.Invoicing;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.NewPayment;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.LocationCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.Stock;
import org.millrace.tax.TaxTerms;

/**
 * Posts pieces through the verbs of the domains, all of a chunk at once: invoices and credit notes
 * with their goods and cash, stock adjustments, entries for bad debt.
 */
final class PostPieces {
  private final Parties parties;
  private final Items items;
  private final Stock stock;
  private final Invoicing invoicing;
  private final Ledger ledger;

  PostPieces(Parties parties, Items items, Stock stock, Invoicing invoicing, Ledger ledger) {
    this.parties = parties;
    this.items = items;
    this.stock = stock;
    this.invoicing = invoicing;
    this.ledger = ledger;
  }

  /** A piece and the number of the document it becomes. */
  record Numbered(Piece piece, String number) {}

  /** What stands in the documents of a piece. */
  private record Booked(BigDecimal quantity, BigDecimal amount) {}

  /** Posts the pieces; the results are parallel to them. */
  List<PostedPieces.Posted> post(
      Company company,
      Mapping mapping,
      List<Piece> pieces,
      Map<String, List<PostedPieces.Posted>> before) {
    List<Numbered> numbered = numbered(company, pieces, before);
    registerParties(company, mapping, pieces);
    Map<Numbered, Booked> booked = new HashMap<>();
    sell(company, only(numbered, Piece.Kind::isSale), booked);
    adjust(company, only(numbered, kind -> kind == Piece.Kind.ADJUSTMENT), booked);
    writeOff(company, only(numbered, kind -> kind == Piece.Kind.BAD_DEBT), booked);
    Map<String, Integer> count = new HashMap<>();
    before.forEach((source, some) -> count.put(source, some.size()));
    List<PostedPieces.Posted> posted = new ArrayList<>(numbered.size());
    for (Numbered one : numbered) {
      Piece piece = one.piece();
      Booked as = booked.getOrDefault(one, new Booked(piece.quantity(), BigDecimal.ZERO));
      posted.add(
          new PostedPieces.Posted(
              piece.key().number(),
              count.merge(piece.key().number(), 1, Integer::sum),
              piece.key().kind(),
              one.number(),
              piece.key().day(),
              as.quantity(),
              as.amount(),
              piece.hashes(),
              piece.items()));
    }
    return posted;
  }

  private static List<Numbered> only(List<Numbered> all, Predicate<Piece.Kind> kinds) {
    return all.stream().filter(one -> kinds.test(one.piece().key().kind())).toList();
  }

  /** Items that the rows name, with those that are new registered as the mapping says. */
  Map<ItemCode, Item> items(Company company, Mapping mapping, Collection<SalesRow> rows) {
    Map<ItemCode, List<SalesRow>> byItem =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> new ItemCode(row.item()), LinkedHashMap::new, Collectors.toList()));
    Map<ItemCode, Item> known = new HashMap<>(items.named(company.code(), byItem.keySet()));
    Map<Instant, List<Item>> fresh = new LinkedHashMap<>();
    byItem.forEach(
        (code, of) -> {
          if (!known.containsKey(code)) {
            Item item = item(code, of, mapping);
            known.put(code, item);
            Instant when = company.momentOf(of.get(0).date());
            fresh.computeIfAbsent(when, w -> new ArrayList<>()).add(item);
          }
        });
    fresh.forEach((when, some) -> items.register(company.code(), some, when));
    return known;
  }

  /** Rows at price 0 tell of damage and loss, so a billed row names the item if there is one. */
  private static Item item(ItemCode code, List<SalesRow> rows, Mapping mapping) {
    String name =
        rows.stream()
            .filter(row -> row.unitPrice().signum() > 0 && !row.goods().description().isEmpty())
            .map(row -> row.goods().description())
            .findFirst()
            .orElse(code.value());
    ItemKind kind = mapping.rules().isService(code.value()) ? ItemKind.SERVICE : ItemKind.STOCKED;
    return new Item(code, name, rows.get(0).goods().unit(), kind, List.of());
  }

  private void registerParties(Company company, Mapping mapping, List<Piece> pieces) {
    Map<PartyCode, Party> named = new LinkedHashMap<>();
    Map<PartyCode, Instant> when = new HashMap<>();
    for (Piece piece : pieces) {
      if (piece.key().kind().isSale() || piece.key().kind() == Piece.Kind.BAD_DEBT) {
        Party party = party(piece.key(), mapping);
        named.putIfAbsent(party.code(), party);
        when.putIfAbsent(party.code(), piece.occurredAt(company));
      }
    }
    Set<PartyCode> known = parties.named(company.code(), named.keySet()).keySet();
    named.values().stream()
        .filter(party -> !known.contains(party.code()))
        .collect(
            Collectors.groupingBy(p -> when.get(p.code()), LinkedHashMap::new, Collectors.toList()))
        .forEach((moment, some) -> parties.register(company.code(), some, moment));
  }

  private static Party party(Piece.Key key, Mapping mapping) {
    return key.customer()
        .map(
            code ->
                Party.customer(
                    new PartyCode(code),
                    mapping.rules().customerName().replace("{code}", code),
                    key.country()))
        .orElseGet(() -> Party.walkIn(key.country()));
  }

  private static PartyCode customer(Piece.Key key) {
    return key.customer().map(PartyCode::new).orElseGet(() -> Party.walkIn(key.country()).code());
  }

  /** The file's number for the first piece of a document, then with -2, -3 and so on. */
  private List<Numbered> numbered(
      Company company, List<Piece> pieces, Map<String, List<PostedPieces.Posted>> before) {
    List<String> sources = pieces.stream().map(piece -> piece.key().number()).distinct().toList();
    Set<String> taken = new HashSet<>(invoicing.taken(company.code(), sources));
    Map<String, Integer> count = new HashMap<>();
    before.values().stream()
        .flatMap(List::stream)
        .forEach(p -> count.merge(series(p.kind(), p.sourceNumber()), 1, Integer::sum));
    List<Numbered> numbered = new ArrayList<>(pieces.size());
    for (Piece piece : pieces) {
      String source = piece.key().number();
      int next = count.merge(series(piece.key().kind(), source), 1, Integer::sum);
      String number = next == 1 ? source : source + "-" + next;
      while (piece.key().kind().isSale() && isTaken(company, number, source, taken)) {
        next++;
        number = source + "-" + next;
      }
      taken.add(number);
      numbered.add(new Numbered(piece, number));
    }
    return numbered;
  }

  private boolean isTaken(Company company, String number, String source, Set<String> taken) {
    return taken.contains(number)
        || !number.equals(source) && !invoicing.taken(company.code(), List.of(number)).isEmpty();
  }

  private static String series(Piece.Kind kind, String source) {
    return (kind.isSale() ? "sale" : kind.word()) + " " + source;
  }

  private void sell(Company company, List<Numbered> sales, Map<Numbered, Booked> booked) {
    List<NewInvoice> bills = sales.stream().map(one -> bill(company, one)).toList();
    List<Invoice> posted = invoicing.post(company.code(), bills);
    List<NewPayment> payments = new ArrayList<>(posted.size());
    for (int i = 0; i < posted.size(); i++) {
      Invoice invoice = posted.get(i);
      if (!invoice.netAmount().isZero()) {
        Instant when = bills.get(i).occurredAt();
        payments.add(new NewPayment(invoice.number(), invoice.netAmount(), when));
      }
      BigDecimal quantity =
          invoice.lines().stream()
              .map(line -> line.quantity().value())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      booked.put(sales.get(i), new Booked(quantity, invoice.netAmount().amount()));
    }
    invoicing.pay(company.code(), payments);
  }

  private static NewInvoice bill(Company company, Numbered numbered) {
    Piece piece = numbered.piece();
    Piece.Key key = piece.key();
    return new NewInvoice(
        key.kind() == Piece.Kind.CREDIT_NOTE ? Invoice.Kind.CREDIT_NOTE : Invoice.Kind.INVOICE,
        Optional.of(new InvoiceNumber(numbered.number())),
        Optional.of(key.number()),
        customer(key),
        Optional.of(key.country()),
        piece.occurredAt(company),
        0,
        Optional.empty(),
        piece.rows().stream()
            .map(
                row ->
                    new NewInvoice.Line(
                        new ItemCode(row.item()), Quantity.of(row.quantity()), row.unitPrice()))
            .toList(),
        TaxTerms.NONE,
        LocationCode.MAIN,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Without a customer the quantity says how the stock changes: -80 are lost. With one, the goods
   * were given away: 2 are gone.
   */
  private void adjust(Company company, List<Numbered> adjustments, Map<Numbered, Booked> booked) {
    List<GoodsMove> moves = adjustments.stream().map(one -> move(company, one)).toList();
    List<GoodsMoved> moved = stock.move(company.code(), moves);
    for (int i = 0; i < moved.size(); i++) {
      BigDecimal quantity =
          moved.get(i).lines().stream()
              .map(line -> line.quantity().value())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      boolean given = adjustments.get(i).piece().key().customer().isPresent();
      booked.put(
          adjustments.get(i), new Booked(given ? quantity.negate() : quantity, BigDecimal.ZERO));
    }
  }

  private static GoodsMove move(Company company, Numbered one) {
    boolean given = one.piece().key().customer().isPresent();
    return new GoodsMove(
        MoveReason.ADJUSTMENT,
        new DocumentRef("stock", "adjustment", one.number()),
        one.piece().occurredAt(company),
        one.piece().rows().stream()
            .map(
                row ->
                    new GoodsMove.Line(
                        new ItemCode(row.item()),
                        LocationCode.MAIN,
                        Quantity.of(given ? row.quantity().negate() : row.quantity()),
                        Optional.empty()))
            .toList());
  }

  /** A negative amount writes a receivable off; as the file knows no open ones, cash settles it. */
  private void writeOff(Company company, List<Numbered> adjustments, Map<Numbered, Booked> booked) {
    List<NewEntry> entries = new ArrayList<>(adjustments.size() * 2);
    for (Numbered one : adjustments) {
      Piece piece = one.piece();
      Money amount = Money.of(piece.amount(company.currency()), company.currency());
      DocumentRef document = new DocumentRef("sales", "bad-debt", one.number());
      Instant when = piece.occurredAt(company);
      entries.add(
          entry(piece, when, document, "exchange.bad-debt", "Bad debt adjustment " + one.number())
              .debit(StandardAccounts.RECEIVABLE, amount)
              .credit(StandardAccounts.BAD_DEBT, amount));
      entries.add(
          entry(piece, when, document, "exchange.bad-debt-settled", "Settlement of " + one.number())
              .debit(StandardAccounts.CASH, amount)
              .credit(StandardAccounts.RECEIVABLE, amount));
      booked.put(one, new Booked(piece.quantity(), amount.amount()));
    }
    ledger.post(company.code(), entries);
  }

  private static NewEntry entry(
      Piece piece, Instant when, DocumentRef document, String rule, String text) {
    return NewEntry.of(rule, when, document, text).with(customer(piece.key()));
  }
}
