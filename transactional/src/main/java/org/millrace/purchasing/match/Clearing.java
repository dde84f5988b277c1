package org.millrace.purchasing.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.millrace.currency.ExchangeRate;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.purchasing.receipt.ReceivedGoods;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * What came and went of one order, and what bills paid of it. A bill pays for the oldest goods that
 * are not billed; goods that come are paid for by the oldest bills that are ahead of them. All
 * shares are rounded so that the last one takes the rest: what is open of a receipt is nothing once
 * all its goods are billed.
 */
public final class Clearing {
  private static final int SHARE_DECIMALS = 12;

  private final PurchaseOrderNumber order;
  private final Money none;
  private final List<ReceivedGoods> receipts = new ArrayList<>();
  private final List<ReceiptMatch> before;
  private final List<ReceiptMatch> made = new ArrayList<>();
  private final List<ReceivedGoods> moved = new ArrayList<>();

  /** Goods of a receipt that nobody billed, at the ordered prices. */
  public record Open(
      ReceivedGoods.Number receipt, LocalDate receivedOn, Quantity quantity, Money amount) {}

  /**
   * A bill of a line: goods that came and such that did not, which cost so much together.
   *
   * @param abroad the net amount of the line where the bill is in another currency
   */
  public record Billed(
      int line, Quantity came, Quantity ahead, Money cost, Optional<Abroad> abroad) {
    /** In the currency of the company. */
    public Billed(int line, Quantity came, Quantity ahead, Money cost) {
      this(line, came, ahead, cost, Optional.empty());
    }
  }

  /** An amount in another currency, and the rate of the bill that it stands on. */
  public record Abroad(Money net, ExchangeRate rate) {}

  /**
   * What a bill says of goods that are still to come, and what those that came are dearer only by
   * the rate of the bill.
   */
  public record Settled(Money ahead, Money exchange) {
    /** Both together. */
    public Settled plus(Settled other) {
      return new Settled(ahead.plus(other.ahead), exchange.plus(other.exchange));
    }
  }

  /** What a bill paid that came before the goods, and is still to come. */
  private record Ahead(SupplierInvoiceNumber invoice, Quantity quantity, Money cost) {}

  /** The goods of a receipt that a match is about, and the receipt of their return. */
  private record Goods(
      int line, Optional<ReceivedGoods.Number> receipt, Optional<ReceivedGoods.Number> returned) {}

  public Clearing(PurchaseOrder order, List<ReceivedGoods> receipts, List<ReceiptMatch> matches) {
    this.order = order.number();
    none = Money.zero(order.currency());
    receipts.stream()
        .sorted(
            Comparator.comparing(ReceivedGoods::receiptDate)
                .thenComparing(receipt -> receipt.number().value()))
        .forEach(this.receipts::add);
    before = List.copyOf(matches);
  }

  /** The matches that were made here. */
  public List<ReceiptMatch> made() {
    return List.copyOf(made);
  }

  /** What came and went here. */
  List<ReceivedGoods> moved() {
    return List.copyOf(moved);
  }

  /** All that came and went. */
  List<ReceivedGoods> receipts() {
    return List.copyOf(receipts);
  }

  Stream<ReceiptMatch> matches(int line) {
    return Stream.concat(before.stream(), made.stream()).filter(m -> m.place().line() == line);
  }

  /** What is not billed of a line, the oldest goods first. */
  public List<Open> open(int line) {
    List<Open> open = new ArrayList<>();
    for (ReceivedGoods receipt : receipts) {
      if (receipt.returns().isEmpty()) {
        Open goods = open(receipt, line);
        if (!goods.quantity().isZero() || !goods.amount().isZero()) {
          open.add(goods);
        }
      }
    }
    return open;
  }

  private Open open(ReceivedGoods receipt, int line) {
    Quantity quantity = Quantity.ZERO;
    Money amount = none;
    for (ReceivedGoods moved : receipts) {
      boolean isOf =
          moved.number().equals(receipt.number())
              || moved.returns().filter(receipt.number()::equals).isPresent();
      for (ReceivedGoods.Line each : moved.lines()) {
        if (isOf && each.line() == line) {
          quantity = quantity.plus(each.quantity());
          amount = amount.plus(each.amount());
        }
      }
    }
    List<ReceiptMatch> paid =
        matches(line)
            .filter(m -> m.receipt().filter(receipt.number()::equals).isPresent())
            .toList();
    for (ReceiptMatch match : paid) {
      quantity = quantity.minus(match.quantity());
      amount = amount.minus(match.amount());
    }
    return new Open(receipt.number(), receipt.receiptDate(), quantity, amount);
  }

  /** What is not billed of the goods of that receipt. */
  public Open open(ReceivedGoods.Number receipt, int line) {
    return open(
        receipts.stream().filter(each -> each.number().equals(receipt)).findFirst().orElseThrow(),
        line);
  }

  /** The value at the ordered prices of the oldest goods of a line that are not billed. */
  public Money value(int line, Quantity quantity) {
    Quantity left = quantity;
    Money value = none;
    for (Open goods : open(line)) {
      Quantity part = left.min(goods.quantity());
      if (part.isPositive()) {
        value = value.plus(share(goods.amount(), part, goods.quantity()));
        left = left.minus(part);
      }
    }
    return value;
  }

  /**
   * A bill pays for goods that came, the oldest first, and for such that are still to come. Goods
   * of an order in another currency keep the rate of their receipt: received at 1.00 for 10.00 and
   * billed at 0.90 for 10.00, they cost 10.00, and 1.00 is gained by the rate.
   */
  public Settled bill(SupplierInvoiceNumber invoice, Billed billed, LocalDate day) {
    Quantity all = billed.came().plus(billed.ahead());
    Money left = share(billed.cost(), billed.came(), all);
    Money ahead = billed.cost().minus(left);
    Optional<Money> abroad = billed.abroad().map(of -> share(of.net(), billed.came(), all));
    Quantity toPay = billed.came();
    Money exchange = none;
    for (Open goods : open(billed.line())) {
      Quantity part = toPay.min(goods.quantity());
      if (part.isPositive()) {
        Money cost = share(left, part, toPay);
        Money amount = share(goods.amount(), part, goods.quantity());
        Quantity whole = toPay;
        Optional<Money> net = abroad.map(of -> share(of, part, whole));
        Money byRate = net.map(of -> byRate(of, billed, goods.receipt())).orElse(none);
        Money own = cost.minus(byRate);
        add(of(billed.line(), goods.receipt()), Optional.of(invoice), day, part, amount, own);
        exchange = exchange.plus(byRate);
        toPay = toPay.minus(part);
        left = left.minus(cost);
        abroad = abroad.map(of -> of.minus(net.orElseThrow()));
      }
    }
    if (billed.ahead().isPositive()) {
      Goods toCome = new Goods(billed.line(), Optional.empty(), Optional.empty());
      add(toCome, Optional.of(invoice), day, billed.ahead(), none, ahead);
    }
    return new Settled(ahead, exchange);
  }

  /** What an amount is worth more at the rate of the bill than at that of the receipt. */
  private Money byRate(Money net, Billed billed, ReceivedGoods.Number receipt) {
    ExchangeRate then = billed.abroad().orElseThrow().rate();
    return receipts.stream()
        .filter(each -> each.number().equals(receipt))
        .flatMap(each -> each.rate().stream())
        .findFirst()
        .map(rate -> worth(then, net).minus(worth(rate, net)))
        .orElse(none);
  }

  private Money worth(ExchangeRate rate, Money amount) {
    return rate.of(amount.amount(), none.currency());
  }

  /** Goods that came are paid for by bills that were ahead; returns what those said they cost. */
  public Money receive(ReceivedGoods receipt, LocalDate day) {
    receipts.add(receipt);
    moved.add(receipt);
    return receipt.lines().stream()
        .map(line -> payAhead(line.line(), day))
        .reduce(none, Money::plus);
  }

  private Money payAhead(int line, LocalDate day) {
    Money paid = none;
    for (Ahead bill : ahead(line)) {
      Quantity left = bill.quantity();
      Money cost = bill.cost();
      for (Open goods : open(line)) {
        Quantity part = goods.quantity().min(left);
        if (part.isPositive()) {
          Money share = share(cost, part, left);
          Money amount = share(goods.amount(), part, goods.quantity());
          Optional<SupplierInvoiceNumber> by = Optional.of(bill.invoice());
          Goods toCome = new Goods(line, Optional.empty(), Optional.empty());
          add(toCome, by, day, part.negated(), none, share.negated());
          add(of(line, goods.receipt()), by, day, part, amount, share);
          paid = paid.plus(share);
          left = left.minus(part);
          cost = cost.minus(share);
        }
      }
    }
    return paid;
  }

  private List<Ahead> ahead(int line) {
    Map<SupplierInvoiceNumber, Ahead> bills = new LinkedHashMap<>();
    matches(line)
        .filter(m -> m.receipt().isEmpty() && m.returned().isEmpty())
        .forEach(
            m ->
                m.invoice()
                    .ifPresent(
                        invoice ->
                            bills.merge(
                                invoice,
                                new Ahead(invoice, m.quantity(), m.cost()),
                                (a, b) ->
                                    new Ahead(
                                        invoice,
                                        a.quantity().plus(b.quantity()),
                                        a.cost().plus(b.cost())))));
    return bills.values().stream().filter(bill -> bill.quantity().isPositive()).toList();
  }

  /**
   * Takes all back that a bill paid for, so that it never paid for anything; bills that are ahead
   * pay for its goods. Returns by how much less is billed for goods that are still to come.
   */
  public Money reverse(SupplierInvoiceNumber wrong, LocalDate day) {
    Map<Goods, ReceiptMatch> paid = new LinkedHashMap<>();
    Stream.concat(before.stream(), made.stream())
        .filter(m -> m.invoice().filter(wrong::equals).isPresent())
        .forEach(
            m ->
                paid.merge(
                    new Goods(m.place().line(), m.receipt(), m.returned()), m, Clearing::sum));
    Money toCome = none;
    for (Map.Entry<Goods, ReceiptMatch> each : paid.entrySet()) {
      ReceiptMatch match = each.getValue();
      Quantity quantity = match.quantity().negated();
      Money cost = match.cost().negated();
      boolean isNone = quantity.isZero() && cost.isZero() && match.amount().isZero();
      if (!isNone) {
        add(each.getKey(), Optional.of(wrong), day, quantity, match.amount().negated(), cost);
      }
      boolean isToCome = each.getKey().receipt().isEmpty() && each.getKey().returned().isEmpty();
      toCome = isToCome ? toCome.plus(match.cost()) : toCome;
    }
    return paid.keySet().stream()
        .map(Goods::line)
        .distinct()
        .map(line -> payAhead(line, day))
        .reduce(toCome, Money::plus);
  }

  private static ReceiptMatch sum(ReceiptMatch a, ReceiptMatch b) {
    return new ReceiptMatch(
        a.place(),
        a.receipt(),
        a.invoice(),
        a.returned(),
        b.matchedOn(),
        a.quantity().plus(b.quantity()),
        a.amount().plus(b.amount()),
        a.cost().plus(b.cost()));
  }

  /** Nobody will bill what is open of a line: its goods cost nothing. Returns how much it is. */
  public Quantity close(int line, LocalDate day) {
    Quantity closed = Quantity.ZERO;
    for (Open goods : open(line)) {
      add(of(line, goods.receipt()), Optional.empty(), day, goods.quantity(), goods.amount(), none);
      closed = closed.plus(goods.quantity());
    }
    return closed;
  }

  /**
   * Makes goods of a receipt free to go back: bills that paid for them pay for other goods of the
   * line instead, as far as there are any that nobody billed.
   */
  public void free(ReceivedGoods.Number receipt, int line, Quantity wanted, LocalDate day) {
    Quantity missing = wanted.minus(open(receipt, line).quantity());
    for (Open other : open(line)) {
      Quantity part = missing.min(other.quantity());
      if (part.isPositive() && !other.receipt().equals(receipt)) {
        missing = missing.minus(move(receipt, other, line, part, day));
      }
    }
  }

  /** Goods went back to the supplier, at what they cost in the stock. */
  public void sendBack(ReceivedGoods back, LocalDate day) {
    receipts.add(back);
    moved.add(back);
    ReceivedGoods.Number receipt = back.returns().orElseThrow();
    for (ReceivedGoods.Line line : back.lines()) {
      claim(receipt, back.number(), line, day);
      Open left = open(receipt, line.line());
      if (left.quantity().isZero() && !left.amount().isZero()) {
        Goods rest = of(line.line(), receipt);
        add(rest, Optional.empty(), day, Quantity.ZERO, left.amount(), none);
      }
    }
  }

  /** What went back although it was billed is claimed of who billed it. */
  private void claim(
      ReceivedGoods.Number receipt,
      ReceivedGoods.Number back,
      ReceivedGoods.Line line,
      LocalDate day) {
    Quantity billed = open(receipt, line.line()).quantity().negated();
    if (!billed.isPositive()) {
      return;
    }
    Money worth = share(line.amount().negated(), billed, line.quantity().negated());
    Quantity left = billed;
    for (Map.Entry<SupplierInvoiceNumber, ReceiptMatch> paid :
        paid(receipt, line.line()).entrySet()) {
      Quantity part = left.min(paid.getValue().quantity());
      if (part.isPositive()) {
        Money cost = share(paid.getValue().cost(), part, paid.getValue().quantity());
        Money value = share(worth, part, left);
        Optional<SupplierInvoiceNumber> by = Optional.of(paid.getKey());
        Goods gone = new Goods(line.line(), Optional.empty(), Optional.of(back));
        add(of(line.line(), receipt), by, day, part.negated(), value.negated(), value.negated());
        add(gone, by, day, part, value, cost);
        worth = worth.minus(value);
        left = left.minus(part);
      }
    }
  }

  /** Goods that went back and are billed, and that no credit note credits yet. */
  public record Claim(
      ReceivedGoods.Number returned, int line, Quantity quantity, Money amount, Money cost) {}

  /** What is claimed for the goods of a return, by line. */
  public List<Claim> claims(ReceivedGoods.Number returned) {
    Map<Integer, Claim> claims = new LinkedHashMap<>();
    Stream.concat(before.stream(), made.stream())
        .filter(m -> m.returned().filter(returned::equals).isPresent())
        .forEach(
            m ->
                claims.merge(
                    m.place().line(),
                    new Claim(returned, m.place().line(), m.quantity(), m.amount(), m.cost()),
                    (a, b) ->
                        new Claim(
                            returned,
                            a.line(),
                            a.quantity().plus(b.quantity()),
                            a.amount().plus(b.amount()),
                            a.cost().plus(b.cost()))));
    return claims.values().stream().filter(claim -> claim.quantity().isPositive()).toList();
  }

  /**
   * A credit note credits goods that went back; returns what they were worth in the stock.
   *
   * @param quantity at most what is claimed
   */
  public Money credit(SupplierInvoiceNumber note, Claim claim, Quantity quantity, LocalDate day) {
    Money amount = share(claim.amount(), quantity, claim.quantity());
    Money cost = share(claim.cost(), quantity, claim.quantity());
    Goods gone = new Goods(claim.line(), Optional.empty(), Optional.of(claim.returned()));
    Optional<SupplierInvoiceNumber> by = Optional.of(note);
    add(gone, by, day, quantity.negated(), amount.negated(), cost.negated());
    return amount;
  }

  /** A credit note makes the goods of a line cheaper that a bill paid for, by their quantities. */
  public void reduce(
      SupplierInvoiceNumber note,
      SupplierInvoiceNumber invoice,
      int line,
      Money reduction,
      LocalDate day) {
    Map<ReceivedGoods.Number, Quantity> goods = new LinkedHashMap<>();
    matches(line)
        .filter(m -> m.invoice().filter(invoice::equals).isPresent())
        .forEach(
            m ->
                m.receipt()
                    .ifPresent(receipt -> goods.merge(receipt, m.quantity(), Quantity::plus)));
    goods.values().removeIf(quantity -> !quantity.isPositive());
    Quantity whole = goods.values().stream().reduce(Quantity.ZERO, Quantity::plus);
    Money left = reduction;
    for (Map.Entry<ReceivedGoods.Number, Quantity> each : goods.entrySet()) {
      Money part = share(left, each.getValue(), whole);
      Optional<SupplierInvoiceNumber> by = Optional.of(note);
      add(of(line, each.getKey()), by, day, Quantity.ZERO, none, part.negated());
      whole = whole.minus(each.getValue());
      left = left.minus(part);
    }
  }

  private Quantity move(
      ReceivedGoods.Number from, Open to, int line, Quantity wanted, LocalDate day) {
    Quantity moved = Quantity.ZERO;
    for (Map.Entry<SupplierInvoiceNumber, ReceiptMatch> paid : paid(from, line).entrySet()) {
      Quantity part = wanted.minus(moved).min(paid.getValue().quantity());
      if (part.isPositive()) {
        ReceiptMatch match = paid.getValue();
        Money cost = share(match.cost(), part, match.quantity());
        Money amount = share(match.amount(), part, match.quantity());
        Open there = open(to.receipt(), line);
        Money other = share(there.amount(), part, there.quantity());
        Optional<SupplierInvoiceNumber> by = Optional.of(paid.getKey());
        add(of(line, from), by, day, part.negated(), amount.negated(), cost.negated());
        add(of(line, to.receipt()), by, day, part, other, cost);
        moved = moved.plus(part);
      }
    }
    return moved;
  }

  /** What bills paid of the goods of a receipt. */
  private Map<SupplierInvoiceNumber, ReceiptMatch> paid(ReceivedGoods.Number receipt, int line) {
    Map<SupplierInvoiceNumber, ReceiptMatch> paid = new LinkedHashMap<>();
    matches(line)
        .filter(m -> m.receipt().filter(receipt::equals).isPresent())
        .forEach(m -> m.invoice().ifPresent(invoice -> paid.merge(invoice, m, Clearing::sum)));
    return paid;
  }

  private static Goods of(int line, ReceivedGoods.Number receipt) {
    return new Goods(line, Optional.of(receipt), Optional.empty());
  }

  private void add(
      Goods goods,
      Optional<SupplierInvoiceNumber> invoice,
      LocalDate day,
      Quantity quantity,
      Money amount,
      Money cost) {
    made.add(
        new ReceiptMatch(
            new ReceiptMatch.Place(order, goods.line()),
            goods.receipt(),
            invoice,
            goods.returned(),
            day,
            quantity,
            amount,
            cost));
  }

  /** Amount x part / whole, rounded; the whole takes all of it. */
  static Money share(Money amount, Quantity part, Quantity whole) {
    if (part.compareTo(whole) == 0) {
      return amount;
    }
    return amount.times(part).dividedBy(whole, SHARE_DECIMALS).rounded();
  }
}
