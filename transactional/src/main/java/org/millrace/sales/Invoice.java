package org.millrace.sales;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.millrace.currency.Carried;
import org.millrace.currency.ForeignAmounts;
import org.millrace.currency.ForeignLine;
import org.millrace.currency.ForeignTax;
import org.millrace.dimension.DimensionValues;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentKind;
import org.millrace.document.mapping.Stored;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemKind;
import org.millrace.party.Party;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.tax.DocumentTax;
import org.millrace.tax.TaxCategory;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxPoint;
import org.millrace.tax.TaxShare;

/**
 * A bill, or a credit note with everything negative. Net amount = sum of the lines; gross amount =
 * net amount and tax, or net amount where there is none; paid amount = what payments settled, with
 * what they deducted, and what prepayment invoices took; open amount = gross amount less paid
 * amount. All are in the currency of the company; what stands on a document in another one is told
 * beside it. The source number is the document's number in the file it came from.
 */
public record Invoice(
    InvoiceNumber number,
    Kind kind,
    String sourceNumber,
    @Stored("order_number") Optional<OrderNumber> order,
    Optional<InvoiceNumber> credits,
    Customer customer,
    LocalDate invoiceDate,
    LocalDate dueDate,
    Currency currency,
    List<Line> lines,
    Money netAmount,
    @Sensitive Money costAmount,
    Money paidAmount,
    Money openAmount,
    Optional<DocumentTax> tax,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TaxShare> taxes,
    Optional<ForeignAmounts> foreign,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TaxShare.Component> taxComponents,
    Optional<Purpose> purpose,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Prepaid> prepaid) {
  /** Stored in sales.invoice with its lines; numbered IN-000001. */
  public static final DocumentKind<Invoice> KIND = kind("invoice", "IN").build();

  /** The credit notes among them, numbered CN-000001. */
  public static final DocumentKind<Invoice> CREDIT_NOTES =
      kind("credit-note", "CN").only("kind = 'credit-note'").build();

  private static DocumentKind.Builder<Invoice> kind(String type, String prefix) {
    return DocumentKind.of(Invoice.class, "sales", type)
        .numbered(prefix)
        .storedIn("sales.invoice")
        .lines("lines", "sales.invoice_line", "number")
        .lines("taxes", "sales.invoice_tax", "number")
        .lines("taxComponents", "sales.invoice_tax_component", "number")
        .lines("prepaid", "sales.invoice_prepaid", "number")
        .searched("number", "sourceNumber", "customer", "customer.name")
        .sorted("-invoiceDate")
        .inRegionOf(Party.KIND, "customer")
        .toldBy("sales-invoice", "number", Invoice::number)
        .steps(Act.values(), Invoice::refusal);
  }

  public Invoice {
    lines = List.copyOf(lines);
    taxes = List.copyOf(taxes);
    taxComponents = List.copyOf(taxComponents);
    prepaid = List.copyOf(prepaid);
  }

  /** Which of the two documents. */
  public enum Kind {
    INVOICE,
    CREDIT_NOTE
  }

  /** What a document is for that sells nothing. */
  public enum Purpose {
    /** Money for a part of an order before it is delivered; a credit note of it has it too. */
    PREPAYMENT,
    /** A rebate that a credit note pays out, or that an invoice bills back. */
    REBATE
  }

  /**
   * What a prepayment invoice took of one tax code, which is not to be paid again; worth what it
   * was worth on the day of that invoice.
   */
  public record Prepaid(
      InvoiceNumber invoice,
      Optional<TaxCodeName> code,
      TaxCategory category,
      Money base,
      Money tax,
      Optional<ForeignTax> foreign) {
    /** When the tax is owed of which it is a part. */
    public TaxPoint pointIn(Invoice whole) {
      return whole.taxes.stream()
          .filter(share -> code.filter(share.code()::equals).isPresent())
          .findFirst()
          .map(TaxShare::taxPoint)
          .orElse(TaxPoint.INVOICE);
    }

    /** What it lessens the open amount by. */
    public Money gross() {
      return base.plus(tax);
    }
  }

  /**
   * One item billed; net amount = quantity x unit price, rounded to the currency, less discounts
   * and the tax that the price includes. The tax amount is absent where no tax code is named.
   */
  public record Line(
      int line,
      ItemCode item,
      String itemName,
      ItemKind itemKind,
      Quantity quantity,
      Money unitPrice,
      Money netAmount,
      @Sensitive Money costAmount,
      Optional<TaxCodeName> taxCode,
      Optional<BigDecimal> discountPercent,
      Optional<Money> taxAmount,
      Optional<ForeignLine> foreign,
      Optional<DimensionValues> dimensions) {
    private static final int SHARE_DECIMALS = 12;

    /**
     * What a part of the line was billed at, when so much of it is credited already. The parts add
     * up to the net amount: 1.01 for 3 is credited as 0.34, 0.33 and 0.34.
     */
    public Money share(Quantity credited, Quantity part) {
      return share(netAmount, credited, part);
    }

    /** The same of its tax. */
    public Optional<Money> taxShare(Quantity credited, Quantity part) {
      return taxAmount.map(tax -> share(tax, credited, part));
    }

    /** The same of what stands on the document, as a credit note has it: below 0. */
    public Optional<ForeignLine> foreignShare(Currency currency, Quantity credited, Quantity part) {
      return foreign.map(
          of ->
              new ForeignLine(
                  of.unitPrice(),
                  share(Money.of(of.netAmount(), currency), credited, part).negated().amount(),
                  of.taxAmount()
                      .map(tax -> share(Money.of(tax, currency), credited, part).negated())
                      .map(Money::amount)));
    }

    private Money share(Money of, Quantity credited, Quantity part) {
      return until(of, credited.plus(part)).minus(until(of, credited));
    }

    private Money until(Money of, Quantity some) {
      return of.times(some).dividedBy(quantity, SHARE_DECIMALS).rounded();
    }
  }

  /** An invoice without its lines. */
  public record Header(
      InvoiceNumber number,
      Kind kind,
      String sourceNumber,
      Optional<OrderNumber> order,
      Optional<InvoiceNumber> credits,
      Customer customer,
      LocalDate invoiceDate,
      LocalDate dueDate,
      Currency currency,
      Money netAmount,
      @Sensitive Money costAmount,
      Money paidAmount,
      Money openAmount,
      Optional<DocumentTax> tax,
      Optional<ForeignAmounts> foreign,
      Optional<Purpose> purpose) {}

  /** What can be done with an invoice or credit note that is posted. */
  enum Act implements DocumentAct {
    PAY("be paid"),
    CREDIT("be credited");

    private final String words;

    Act(String words) {
      this.words = words;
    }

    @Override
    public String words() {
      return words;
    }
  }

  /** Why an act is not possible now; empty when it is. */
  private Optional<String> refusal(Act act) {
    boolean isNote = kind == Kind.CREDIT_NOTE;
    return switch (act) {
      case PAY ->
          openAmount.isZero()
              ? Optional.of(
                  "%s is settled: nothing of %s is open.".formatted(number, grossAmount()))
              : Optional.empty();
      case CREDIT ->
          Optional.of(
                  isNote
                      ? "%s is a credit note and cannot be credited. Post a new invoice instead."
                      : "%s bills a rebate back and is not credited. Settle its agreement.")
              .filter(why -> isNote || purpose.filter(Purpose.REBATE::equals).isPresent())
              .map(why -> why.formatted(number));
    };
  }

  private void require(Act act) {
    Refused.conflictIf(refusal(act));
  }

  /** The same before anything is paid, with its tax. */
  public Invoice taxed(
      Optional<DocumentTax> of, List<TaxShare> shares, List<TaxShare.Component> components) {
    return new Invoice(
        number,
        kind,
        sourceNumber,
        order,
        credits,
        customer,
        invoiceDate,
        dueDate,
        currency,
        lines,
        netAmount,
        costAmount,
        paidAmount,
        of.map(DocumentTax::gross).orElse(netAmount).minus(paidAmount),
        of,
        shares,
        foreign,
        components,
        purpose,
        prepaid);
  }

  /** The same before anything is paid, less what prepayment invoices took. */
  public Invoice less(List<Prepaid> deducted) {
    Money paid = deducted.stream().map(Prepaid::gross).reduce(Money.zero(currency), Money::plus);
    Invoice after = with(costAmount, paid, tax, foreign, deducted);
    return after.abroad(foreign.map(of -> of.settled(after.foreignPrepaid().gross())));
  }

  /** The sum of what prepayment invoices took. */
  public Money prepaid(Function<Prepaid, Money> amount) {
    return prepaid.stream().map(amount).reduce(Money.zero(currency), Money::plus);
  }

  /** The same as it stands on the document; nothing where that is in the company's currency. */
  public ForeignTax foreignPrepaid() {
    return ForeignTax.sum(prepaid.stream().flatMap(part -> part.foreign().stream()));
  }

  /** Whether it asks for money before the goods are delivered, or gives it back. */
  public boolean isPrepayment() {
    return purpose.filter(Purpose.PREPAYMENT::equals).isPresent();
  }

  /** The same before anything is paid, with what stands on it in another currency. */
  public Invoice abroad(Optional<ForeignAmounts> amounts) {
    return with(costAmount, paidAmount, tax, amounts);
  }

  /** What is to be paid: net amount and tax. */
  public Money grossAmount() {
    return tax.map(DocumentTax::gross).orElse(netAmount);
  }

  /** The invoice after a payment of nothing but money. */
  public Invoice paid(Money amount) {
    return paid(amount, Money.zero(amount.currency()));
  }

  /**
   * The invoice after a payment; a refund of a credit note is negative.
   *
   * @param amount what is settled, deductions included, in the currency of the document
   * @param letOff the part of it that is not paid at all
   * @throws Refused as conflict when nothing is open, as invalid when more is paid than is open
   */
  public Invoice paid(Money amount, Money letOff) {
    Carried all = carried(amount);
    return paid(all, worth(letOff));
  }

  /** What is to be paid in all, in the currency of the document. */
  public Money documentGross() {
    return foreign.map(of -> Money.of(of.grossAmount(), of.currency())).orElse(grossAmount());
  }

  /** What is still to be paid, in the currency of the document. */
  public Money documentOpen() {
    return foreign.map(ForeignAmounts::open).orElse(openAmount);
  }

  /**
   * What a part of the open amount is worth in the books.
   *
   * @throws Refused as conflict when nothing is open, as invalid when more is settled than is open
   */
  public Carried carried(Money amount) {
    require(Act.PAY);
    Money open = documentOpen();
    boolean fits =
        amount.currency().equals(open.currency())
            && amount.equals(amount.rounded())
            && (open.isPositive()
                ? amount.isPositive() && amount.compareTo(open) <= 0
                : amount.isNegative() && amount.compareTo(open) >= 0);
    new Problems()
        .require(
            fits,
            "amount",
            amount,
            open.isPositive()
                ? "more than 0 and at most the open " + open
                : "a refund: less than 0 and at least the open " + open)
        .refuse("The payment for " + number + " is refused");
    return new Carried(amount, worth(amount));
  }

  /** What an amount in the currency of the document is worth in the books. */
  public Money worth(Money amount) {
    return foreign.map(of -> of.worth(amount.amount(), grossAmount(), openAmount)).orElse(amount);
  }

  /** The discount that a payment on that day may keep, in the currency of the document. */
  public Optional<Money> earlyDiscount(LocalDate day) {
    return tax.flatMap(DocumentTax::earlyPayment)
        .filter(early -> paidAmount.isZero() && !day.isAfter(early.until()))
        .map(
            early ->
                foreign
                    .flatMap(ForeignAmounts::earlyDiscount)
                    .map(kept -> Money.of(kept, documentOpen().currency()))
                    .orElse(early.discount()));
  }

  /** The invoice after so much was settled, of which so much was let off in the books. */
  public Invoice paid(Carried amount, Money letOff) {
    return with(
        costAmount,
        paidAmount.plus(amount.home()),
        lettingOff(letOff),
        foreign.map(of -> of.settled(amount.amount().amount())));
  }

  /** The invoice after a payment that settled so much, and let so much off, was taken back. */
  public Invoice unpaid(Carried amount, Money letOff) {
    return with(
        costAmount,
        paidAmount.minus(amount.home()),
        lettingOff(letOff.negated()),
        foreign.map(of -> of.settled(amount.amount().negated().amount())));
  }

  private Optional<DocumentTax> lettingOff(Money more) {
    return tax.map(before -> before.lettingOff(more));
  }

  /** The invoice after its goods turned out to cost that much more. */
  public Invoice costing(Money more) {
    return with(costAmount.plus(more), paidAmount, tax, foreign);
  }

  private Invoice with(
      Money cost, Money paid, Optional<DocumentTax> taxed, Optional<ForeignAmounts> amounts) {
    return with(cost, paid, taxed, amounts, prepaid);
  }

  private Invoice with(
      Money cost,
      Money paid,
      Optional<DocumentTax> taxed,
      Optional<ForeignAmounts> amounts,
      List<Prepaid> deducted) {
    return new Invoice(
        number,
        kind,
        sourceNumber,
        order,
        credits,
        customer,
        invoiceDate,
        dueDate,
        currency,
        lines,
        netAmount,
        cost,
        paid,
        grossAmount().minus(paid),
        taxed,
        taxes,
        amounts,
        taxComponents,
        purpose,
        deducted);
  }

  /**
   * Passes when these quantities may be credited, by line.
   *
   * @param before what was credited of each line already
   * @throws Refused as conflict when it is a credit note or credited in full, as invalid otherwise
   */
  public void requireCreditable(Map<Integer, Quantity> before, Map<Integer, Quantity> wanted) {
    require(Act.CREDIT);
    if (wanted.isEmpty()) {
      throw Refused.conflict("Invoice %s is credited in full already.".formatted(number));
    }
    Map<Integer, Quantity> left = creditable(before);
    Problems problems = new Problems();
    wanted.forEach(
        (line, quantity) -> {
          Quantity most = left.getOrDefault(line, Quantity.ZERO);
          problems.require(
              quantity.isPositive() && quantity.compareTo(most) <= 0,
              "lines." + line + ".quantity",
              quantity,
              "more than 0 and at most the " + most + " not credited yet");
        });
    problems.refuse("Invoice " + number + " cannot be credited so");
  }

  /** What can be credited still, by line; lines without any are left out. */
  public Map<Integer, Quantity> creditable(Map<Integer, Quantity> before) {
    Map<Integer, Quantity> left = new TreeMap<>();
    lines.forEach(
        line -> {
          Quantity rest = line.quantity().minus(before.getOrDefault(line.line(), Quantity.ZERO));
          if (rest.isPositive()) {
            left.put(line.line(), rest);
          }
        });
    return left;
  }

  /** The invoice without its lines, as events tell it. */
  public Header header() {
    return new Header(
        number,
        kind,
        sourceNumber,
        order,
        credits,
        customer,
        invoiceDate,
        dueDate,
        currency,
        netAmount,
        costAmount,
        paidAmount,
        openAmount,
        tax,
        foreign,
        purpose);
  }

  /** The sum of one amount over lines. */
  public static Money sum(List<Line> lines, Function<Line, Money> amount, Currency currency) {
    return lines.stream().map(amount).reduce(Money.zero(currency), Money::plus);
  }
}
