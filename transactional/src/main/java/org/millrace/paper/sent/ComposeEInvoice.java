package org.millrace.paper.sent;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.millrace.einvoice.Amounts;
import org.millrace.einvoice.Amounts.TaxCategory;
import org.millrace.einvoice.Delivery;
import org.millrace.einvoice.EInvoice;
import org.millrace.einvoice.Heading;
import org.millrace.einvoice.Identifier;
import org.millrace.einvoice.Line;
import org.millrace.einvoice.Parties;
import org.millrace.einvoice.Payment;
import org.millrace.einvoice.References;
import org.millrace.paper.sent.SendEInvoice.Usage;
import org.millrace.party.Address;
import org.millrace.party.BankAccount;
import org.millrace.party.Party;
import org.millrace.sales.Invoice;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.tax.DocumentTax;
import org.millrace.tax.TaxCode;
import org.millrace.tax.TaxShare;

/** Makes the document of EN 16931 of an invoice or credit note of ours, to the cent. */
final class ComposeEInvoice {
  private static final String TITLE = "The electronic invoice cannot be written";
  private static final String PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

  private final InvoiceFacts facts;
  private final Invoice invoice;
  private final Usage usage;
  private final Optional<String> buyerReference;
  private final Problems problems = new Problems();
  private final WrittenLines written;

  private ComposeEInvoice(InvoiceFacts facts, Usage usage, Optional<String> buyerReference) {
    this.facts = facts;
    this.usage = usage;
    this.buyerReference = buyerReference;
    invoice = facts.invoice();
    written = new WrittenLines(facts, problems);
  }

  /**
   * The document.
   *
   * @throws org.millrace.shared.Refused as invalid, naming each fact that is missing
   */
  static EInvoice of(InvoiceFacts facts, Usage usage, Optional<String> buyerReference) {
    return new ComposeEInvoice(facts, usage, buyerReference).document();
  }

  private EInvoice document() {
    List<Line> lines = written.lines();
    problems.require(
        facts.seller().isPresent(),
        "seller",
        "none",
        "a party with the role company: our own name, address and tax number");
    facts.seller().ifPresent(unused -> parties());
    references();
    payment();
    problems.refuse(TITLE);
    return new EInvoice(
        heading(),
        references(),
        parties(),
        delivery(),
        payment(),
        amounts(lines),
        List.of(),
        lines);
  }

  private Heading heading() {
    return new Heading(
        new Heading.Process(
            Optional.of(PROFILE),
            usage == Usage.XRECHNUNG ? Heading.Process.XRECHNUNG : Heading.Process.EN_16931),
        invoice.number().value(),
        invoice.invoiceDate(),
        type(),
        facts.currency().getCurrencyCode(),
        isTaxed() ? Optional.of(invoice.currency().getCurrencyCode()) : Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** XRechnung asks for the type of an invoice where money is asked for before the supply. */
  private String type() {
    if (facts.isCreditNote()) {
      return Heading.CREDIT_NOTE;
    }
    return invoice.isPrepayment() && usage != Usage.XRECHNUNG
        ? Heading.PREPAYMENT
        : Heading.INVOICE;
  }

  private boolean isTaxed() {
    return !invoice.taxes().isEmpty();
  }

  private References references() {
    Map<References.Kind, Identifier> named = new EnumMap<>(References.Kind.class);
    buyerReference
        .or(() -> facts.buyer().paymentReference())
        .ifPresent(id -> named.put(References.Kind.BUYER_REFERENCE, Identifier.of(id)));
    problems.require(
        usage != Usage.XRECHNUNG || named.containsKey(References.Kind.BUYER_REFERENCE),
        "buyerReference",
        "none",
        "the reference that the buyer asks for, such as a Leitweg-ID");
    invoice
        .order()
        .ifPresent(order -> named.put(References.Kind.SALES_ORDER, Identifier.of(order.value())));
    Stream<References.Preceding> credited =
        facts.credited().stream()
            .map(
                one ->
                    new References.Preceding(one.number().value(), Optional.of(one.invoiceDate())));
    Stream<References.Preceding> prepaid =
        invoice.prepaid().stream()
            .map(part -> part.invoice().value())
            .distinct()
            .map(number -> new References.Preceding(number, Optional.empty()));
    return new References(named, Stream.concat(credited, prepaid).toList());
  }

  private Parties parties() {
    WrittenParties parties = new WrittenParties(problems, usage == Usage.XRECHNUNG, isTaxed());
    return Parties.of(parties.seller(facts.seller().orElseThrow()), parties.buyer(facts.buyer()));
  }

  private Delivery delivery() {
    return new Delivery(
        Optional.empty(),
        Optional.empty(),
        Optional.of(invoice.invoiceDate()),
        facts.buyer().addresses().stream()
            .min(Comparator.comparing(one -> !one.kinds().contains(Address.Kind.DELIVERY)))
            .map(WrittenParties::written),
        Optional.empty());
  }

  private Payment payment() {
    Optional<BankAccount> account =
        facts.seller().map(Party::bankAccounts).orElse(List.of()).stream()
            .min(
                Comparator.comparing(
                    one -> one.currency().filter(facts.currency()::equals).isEmpty()));
    problems.require(
        usage != Usage.XRECHNUNG || account.isPresent(),
        "seller.bankAccounts",
        "none",
        "an account of the company itself on which it is paid");
    return new Payment(
        Optional.of(invoice.dueDate()),
        invoice.tax().flatMap(DocumentTax::earlyPayment).map(this::terms),
        Optional.of(invoice.number().value()),
        Optional.empty(),
        Optional.empty(),
        account.map(this::means).stream().toList());
  }

  /** As XRechnung has it, so that programs of the buyer find the discount. */
  private String terms(DocumentTax.EarlyPayment early) {
    String percent = early.percent().setScale(2, RoundingMode.HALF_UP).toPlainString();
    return usage == Usage.XRECHNUNG
        ? "#SKONTO#TAGE=%d#PROZENT=%s#\n".formatted(early.days(), percent)
        : "%s %% discount until %s".formatted(percent, early.until());
  }

  private Payment.Means means(BankAccount account) {
    boolean isSepa = facts.currency().getCurrencyCode().equals("EUR") && account.iban().isPresent();
    return new Payment.Means(
        isSepa ? Payment.Means.SEPA_TRANSFER : Payment.Means.CREDIT_TRANSFER,
        Optional.empty(),
        Optional.of(new Payment.Account(account.number(), account.holder(), account.bic())),
        Optional.empty(),
        Optional.empty());
  }

  private Amounts amounts(List<Line> lines) {
    BigDecimal net = lines.stream().map(Line::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<Amounts.Vat> vat = vat(net);
    BigDecimal tax =
        vat.stream().map(Amounts.Vat::tax).reduce(written.amount(BigDecimal.ZERO), BigDecimal::add);
    BigDecimal gross = written.amount(invoice.documentGross().amount());
    Optional<BigDecimal> prepaid =
        Optional.of(facts.prepaid()).filter(some -> some.signum() != 0).map(written::amount);
    return new Amounts(
        List.of(),
        vat,
        new Amounts.Totals(
            net,
            Optional.empty(),
            Optional.empty(),
            net,
            Optional.of(tax),
            taxInBooks(),
            gross,
            prepaid,
            Optional.empty(),
            prepaid.map(gross::subtract).orElse(gross)));
  }

  /** The tax in the currency of the company, where the invoice is in another one. */
  private Optional<BigDecimal> taxInBooks() {
    return invoice
        .tax()
        .filter(unused -> isTaxed() && invoice.foreign().isPresent())
        .map(tax -> (facts.isCreditNote() ? tax.amount().negated() : tax.amount()).amount())
        .map(amount -> amount.setScale(Money.digits(invoice.currency()), RoundingMode.HALF_UP));
  }

  /** Taxes of one category and rate are one row, whatever codes of ours they have. */
  private List<Amounts.Vat> vat(BigDecimal net) {
    if (!isTaxed()) {
      return List.of(
          new Amounts.Vat(
              WrittenLines.OUT_OF_SCOPE,
              net,
              written.amount(BigDecimal.ZERO),
              Optional.of("Not subject to VAT"),
              Optional.of("VATEX-EU-O")));
    }
    Map<TaxCategory, Amounts.Vat> rows = new LinkedHashMap<>();
    for (TaxShare share : invoice.taxes()) {
      TaxCategory category = written.category(share);
      Amounts.Vat row =
          new Amounts.Vat(
              category,
              written.amount(facts.base(share)),
              written.amount(facts.tax(share)),
              reason(share),
              Optional.empty());
      rows.merge(category, row, ComposeEInvoice::sum);
    }
    return new ArrayList<>(rows.values());
  }

  private static Amounts.Vat sum(Amounts.Vat one, Amounts.Vat other) {
    return new Amounts.Vat(
        one.category(),
        one.base().add(other.base()),
        one.tax().add(other.tax()),
        one.reason(),
        one.reasonCode());
  }

  private Optional<String> reason(TaxShare share) {
    return share.category().needsReason()
        ? Optional.ofNullable(facts.taxCodes().get(share.code())).flatMap(TaxCode::exemptionReason)
        : Optional.empty();
  }
}
