package org.millrace.einvoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.millrace.einvoice.Amounts.TaxCategory;

/** Invoices and credit notes whose figures are right, made of a seed. */
public final class RandomInvoices {
  private static final LocalDate START = LocalDate.of(2025, 1, 1);
  private static final List<TaxCategory> TAXES =
      List.of(
          new TaxCategory("S", Optional.of(new BigDecimal("19"))),
          new TaxCategory("S", Optional.of(new BigDecimal("7"))),
          new TaxCategory("E", Optional.of(new BigDecimal("0"))));

  private final Random random;
  private final Map<TaxCategory, BigDecimal> bases = new LinkedHashMap<>();

  private RandomInvoices(long seed) {
    random = new Random(seed);
  }

  /** One document; the same seed gives the same. */
  public static EInvoice of(long seed) {
    return new RandomInvoices(seed).invoice();
  }

  private EInvoice invoice() {
    boolean credits = random.nextInt(4) == 0;
    List<Line> lines =
        IntStream.rangeClosed(1, 1 + random.nextInt(6)).mapToObj(this::line).toList();
    Amounts amounts = amounts(lines);
    return new EInvoice(
        heading(credits),
        references(credits),
        Parties.of(party("Seller"), party("Buyer")),
        delivery(),
        payment(credits),
        amounts,
        List.of(),
        lines);
  }

  private Heading heading(boolean credits) {
    return new Heading(
        new Heading.Process(
            Optional.of("urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"), Heading.Process.XRECHNUNG),
        "R-" + random.nextInt(100_000),
        day(),
        credits ? Heading.CREDIT_NOTE : Heading.INVOICE,
        "EUR",
        Optional.empty(),
        maybe().map(unused -> new Heading.TaxPoint(Optional.of(day()), Optional.empty())),
        random.nextBoolean()
            ? List.of(new Heading.Note(Optional.of("AAI"), text()))
            : List.of(new Heading.Note(Optional.empty(), text())));
  }

  private References references(boolean credits) {
    Map<References.Kind, Identifier> named = new EnumMap<>(References.Kind.class);
    named.put(References.Kind.BUYER_REFERENCE, Identifier.of("04011000-12345-03"));
    for (References.Kind kind : References.Kind.values()) {
      if (random.nextInt(3) == 0) {
        named.putIfAbsent(kind, Identifier.of(kind.name().charAt(0) + "-" + random.nextInt(999)));
      }
    }
    return new References(
        named,
        credits
            ? List.of(new References.Preceding("R-" + random.nextInt(999), Optional.of(day())))
            : List.of());
  }

  private Party party(String role) {
    return new Party(
        role + " & Söhne <" + random.nextInt(99) + "> 有限公司",
        maybe().map(unused -> role + " trading"),
        random.nextBoolean()
            ? List.of(Identifier.of("K" + random.nextInt(999)))
            : List.of(Identifier.of("4304171000002", "0088")),
        new Party.Registration(
            maybe().map(unused -> Identifier.of("HRB " + random.nextInt(9999))),
            Optional.of("DE" + (100_000_000 + random.nextInt(99_999_999))),
            role.equals("Seller") ? maybe().map(unused -> "123/456/7890") : Optional.empty(),
            role.equals("Seller")
                ? maybe().map(unused -> "Amtsgericht Musterstadt")
                : Optional.empty()),
        Optional.of(Identifier.of(role.toLowerCase(java.util.Locale.ROOT) + "@example.com", "EM")),
        Optional.of(
            new Party.Address(
                Optional.of("Weg " + random.nextInt(99)),
                maybe().map(unused -> "Haus 3"),
                Optional.empty(),
                Optional.of("Musterstadt"),
                Optional.of("12345"),
                maybe().map(unused -> "Bayern"),
                Optional.of("DE"))),
        Optional.of(
            new Party.Contact(
                Optional.of("Max Muster"),
                Optional.of("+49 30 123456"),
                Optional.of("max@example.com"))));
  }

  private Delivery delivery() {
    return new Delivery(
        maybe().map(unused -> "Lager"),
        Optional.empty(),
        Optional.of(day()),
        Optional.empty(),
        maybe()
            .map(unused -> new Delivery.Span(Optional.of(START), Optional.of(START.plusDays(30)))));
  }

  private Payment payment(boolean unused) {
    return new Payment(
        Optional.of(day()),
        maybe().map(none -> "30 Tage netto"),
        maybe().map(none -> "R-" + random.nextInt(999)),
        Optional.empty(),
        Optional.empty(),
        List.of(
            new Payment.Means(
                Payment.Means.SEPA_TRANSFER,
                Optional.empty(),
                Optional.of(
                    new Payment.Account(
                        "DE75512108001245126199",
                        maybe().map(none -> "Seller"),
                        maybe().map(none -> "SOLADES1"))),
                Optional.empty(),
                Optional.empty())));
  }

  private Line line(int number) {
    BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(1000), random.nextInt(3));
    BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(100_000), 2);
    Optional<BigDecimal> discount =
        maybe().map(unused -> BigDecimal.valueOf(random.nextInt(500), 2));
    List<Adjustment> adjustments =
        random.nextInt(3) == 0 ? List.of(adjustment(Optional.empty())) : List.of();
    BigDecimal net = quantity.multiply(price).setScale(2, RoundingMode.HALF_UP);
    for (Adjustment one : adjustments) {
      net = plus(net, one);
    }
    TaxCategory tax = TAXES.get(random.nextInt(TAXES.size()));
    bases.merge(tax, net, BigDecimal::add);
    return new Line(
        String.valueOf(number),
        new Line.Amount(quantity, Optional.of("H87")),
        net,
        new Line.Price(
            price,
            discount,
            Optional.empty(),
            maybe().map(unused -> new Line.Amount(BigDecimal.ONE, Optional.of("H87")))),
        tax,
        product(),
        adjustments,
        new Line.Details(
            maybe().map(unused -> text()),
            Optional.empty(),
            maybe().map(unused -> "10"),
            maybe().map(unused -> "4711"),
            Optional.empty()));
  }

  private Line.Product product() {
    return new Line.Product(
        "Teil \"" + text() + "\"",
        maybe().map(unused -> text()),
        maybe().map(unused -> "A-1"),
        maybe().map(unused -> "B-1"),
        maybe().map(unused -> Identifier.of("4012345678901", "0160")),
        List.of(),
        maybe().map(unused -> "CN"),
        random.nextBoolean() ? List.of(new Line.Attribute("Farbe", "rot")) : List.of());
  }

  private Adjustment adjustment(Optional<TaxCategory> tax) {
    return new Adjustment(
        random.nextBoolean() ? Adjustment.Kind.ALLOWANCE : Adjustment.Kind.CHARGE,
        BigDecimal.valueOf(1 + random.nextInt(300), 2),
        Optional.empty(),
        Optional.empty(),
        tax,
        Optional.of("Rabatt oder Fracht"),
        Optional.empty());
  }

  private static BigDecimal plus(BigDecimal amount, Adjustment one) {
    return one.kind() == Adjustment.Kind.CHARGE
        ? amount.add(one.amount())
        : amount.subtract(one.amount());
  }

  private Amounts amounts(List<Line> lines) {
    BigDecimal sum = lines.stream().map(Line::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<Adjustment> adjustments = new ArrayList<>();
    for (TaxCategory tax : List.copyOf(bases.keySet())) {
      if (random.nextInt(3) == 0) {
        Adjustment one = adjustment(Optional.of(tax));
        adjustments.add(one);
        bases.compute(tax, (key, base) -> plus(base == null ? BigDecimal.ZERO : base, one));
      }
    }
    List<Amounts.Vat> vat =
        bases.entrySet().stream()
            .map(
                one ->
                    new Amounts.Vat(
                        one.getKey(),
                        one.getValue(),
                        one.getValue()
                            .multiply(one.getKey().rate().orElseThrow())
                            .movePointLeft(2)
                            .setScale(2, RoundingMode.HALF_UP),
                        one.getKey().code().equals("E")
                            ? Optional.of("Steuerfrei nach § 4 UStG")
                            : Optional.empty(),
                        Optional.empty()))
            .toList();
    BigDecimal net = bases.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal tax = vat.stream().map(Amounts.Vat::tax).reduce(BigDecimal.ZERO, BigDecimal::add);
    Optional<BigDecimal> paid = maybe().map(unused -> BigDecimal.valueOf(random.nextInt(100), 2));
    return new Amounts(
        adjustments,
        vat,
        new Amounts.Totals(
            sum,
            sum(adjustments, Adjustment.Kind.ALLOWANCE),
            sum(adjustments, Adjustment.Kind.CHARGE),
            net,
            Optional.of(tax),
            Optional.empty(),
            net.add(tax),
            paid,
            Optional.empty(),
            net.add(tax).subtract(paid.orElse(BigDecimal.ZERO))));
  }

  private static Optional<BigDecimal> sum(List<Adjustment> adjustments, Adjustment.Kind kind) {
    return adjustments.stream()
        .filter(one -> one.kind() == kind)
        .map(Adjustment::amount)
        .reduce(BigDecimal::add);
  }

  private Optional<Boolean> maybe() {
    return random.nextBoolean() ? Optional.of(true) : Optional.empty();
  }

  private LocalDate day() {
    return START.plusDays(random.nextInt(700));
  }

  private String text() {
    return List.of("Schraube M6 × 20", "轴承 6204", "a & b < c", "10 % off", "Zeile 1\nZeile 2")
        .get(random.nextInt(5));
  }
}
