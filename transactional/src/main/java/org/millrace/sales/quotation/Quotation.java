package org.millrace.sales.quotation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.DocumentCurrency;
import org.millrace.currency.ForeignLine;
import org.millrace.currency.ForeignOrder;
import org.millrace.dimension.DimensionValues;
import org.millrace.document.DocumentKind;
import org.millrace.document.mapping.Stored;
import org.millrace.item.ItemCode;
import org.millrace.party.Party;
import org.millrace.price.DocumentDiscount;
import org.millrace.sales.Customer;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.OrderNumber;
import org.millrace.sales.QuotationNumber;
import org.millrace.sales.quotation.QuotationStatus.Act;
import org.millrace.shared.Code;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.tax.TaxCodeName;

/**
 * Goods offered to a customer at a price, to be had until its last day. It reserves nothing and is
 * worth nothing in the books; the order it becomes does that. Each act returns it as it is
 * afterwards. Its prices are in the currency of the company, what stands on one in another currency
 * is told beside them, at the rate of its day. Once it was sent it is not changed any more, but
 * revised: a new version with a number of its own replaces it.
 */
record Quotation(
    QuotationNumber number,
    Customer customer,
    LocalDate quotationDate,
    LocalDate validUntil,
    Currency currency,
    QuotationStatus status,
    List<Line> lines,
    Money netAmount,
    Optional<LocalDate> closedDate,
    @Stored("order_number") Optional<OrderNumber> order,
    Optional<String> rejectReason,
    Optional<ForeignOrder> foreign,
    Optional<DocumentDiscount> documentDiscount,
    Optional<LocalDate> sentDate,
    Optional<Revision> revision) {
  /** Stored in sales.quotation with its lines; numbered QU-000001. */
  static final DocumentKind<Quotation> KIND =
      DocumentKind.of(Quotation.class, "sales", "quotation")
          .numbered("QU")
          .lines("lines", "sales.quotation_line", "number")
          .searched("number", "customer", "customer.name", "status")
          .inRegionOf(Party.KIND, "customer")
          .steps(Act.values(), Quotation::refusal)
          .build();

  Quotation {
    lines = List.copyOf(lines);
  }

  /**
   * One item offered; net amount = quantity x unit price, rounded to the currency: 3 at 0.335 are
   * 1.01, and so they are on the order. It is less the line's share of the discount of the whole. A
   * tax code that was not named is found when it becomes an order.
   */
  record Line(
      int line,
      ItemCode item,
      String itemName,
      Quantity quantity,
      Money unitPrice,
      Money netAmount,
      Optional<ForeignLine> foreign,
      Optional<TaxCodeName> taxCode,
      Optional<DimensionValues> dimensions) {
    static Line priced(int line, String itemName, NewInvoice.Line asked, Money unitPrice) {
      return new Line(
          line,
          asked.item(),
          itemName,
          asked.quantity(),
          unitPrice,
          unitPrice.times(asked.quantity()).rounded(),
          Optional.empty(),
          asked.taxCode().filter(code -> asked.origin().taxRule().isEmpty()),
          asked.dimensions());
    }

    /** What it comes to at its price in the currency of a document. */
    Money amount(DocumentCurrency money) {
      return Money.of(unitPrice.amount(), money.paper()).times(quantity).rounded();
    }

    /** The same line, its price and that net amount being in the currency of a document. */
    Line in(DocumentCurrency money, Money net) {
      return new Line(
          line,
          item,
          itemName,
          quantity,
          money.priceAtHome(unitPrice.amount()),
          money.atHome(net),
          money.line(unitPrice.amount(), net),
          taxCode,
          dimensions);
    }

    /** The price of one unit as it stands on the quotation. */
    BigDecimal paperPrice() {
      return foreign.map(ForeignLine::unitPrice).orElse(unitPrice.amount());
    }
  }

  /** What is offered to whom until when; the lines are priced. */
  record Offer(
      Customer customer,
      LocalDate validUntil,
      List<Line> lines,
      DocumentCurrency money,
      Optional<DocumentDiscount> documentDiscount) {
    private Currency currency() {
      return money.home();
    }

    private Optional<ForeignOrder> foreign() {
      return money.order(lines.stream().map(Line::foreign).toList());
    }

    private Money netAmount() {
      return lines.stream().map(Line::netAmount).reduce(Money.zero(money.home()), Money::plus);
    }
  }

  /** A quotation just made. */
  static Quotation made(QuotationNumber number, Offer offer, LocalDate day) {
    requireSound(offer, day, "The quotation cannot be made so");
    return new Quotation(
        number,
        offer.customer(),
        day,
        offer.validUntil(),
        offer.currency(),
        QuotationStatus.OPEN,
        offer.lines(),
        offer.netAmount(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        offer.foreign(),
        offer.documentDiscount(),
        Optional.empty(),
        Optional.empty());
  }

  /** Why an act is not possible now; empty when it is. */
  private Optional<String> refusal(Act act) {
    if (status == QuotationStatus.REPLACED) {
      return revision
          .flatMap(Revision::replacedBy)
          .map(
              by ->
                  "%s cannot %s: it is replaced by %s. Work on the newest version instead."
                      .formatted(KIND.titled(number), act.words(), by));
    }
    return status
        .refusal(act, KIND.titled(number))
        .or(
            () ->
                sentDate
                    .filter(day -> act == Act.CHANGE || act == Act.SEND)
                    .map(
                        day ->
                            ("%s cannot %s: it was sent on %s. Revise it, so that a new version"
                                    + " replaces it.")
                                .formatted(KIND.titled(number), act.words(), day)));
  }

  private void require(Act act) {
    Refused.conflictIf(refusal(act));
  }

  /**
   * The same quotation of something else; its day stays.
   *
   * @throws Refused as conflict when it is closed or was sent, as invalid with all that is wrong
   */
  Quotation changed(Offer offer) {
    require(Act.CHANGE);
    requireSound(offer, quotationDate, KIND.titled(number) + " cannot be changed so");
    return new Quotation(
        number,
        offer.customer(),
        quotationDate,
        offer.validUntil(),
        currency,
        status,
        offer.lines(),
        offer.netAmount(),
        closedDate,
        order,
        rejectReason,
        offer.foreign(),
        offer.documentDiscount(),
        sentDate,
        revision);
  }

  /**
   * The quotation once it went to the customer.
   *
   * @throws Refused as conflict when it did before, as invalid when the day lies before its own
   */
  Quotation sent(LocalDate day) {
    require(Act.SEND);
    requireMadeBy(day);
    return with(status, closedDate, order, rejectReason, Optional.of(day), revision);
  }

  /**
   * The version of that number which takes its place.
   *
   * @throws Refused as conflict when it is closed, as invalid with all that is wrong
   */
  Quotation revised(QuotationNumber next, Offer offer, LocalDate day) {
    require(Act.REVISE);
    requireMadeBy(day);
    Revision own = revision.orElse(Revision.first(number));
    return made(next, offer, day)
        .with(
            QuotationStatus.OPEN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(own.next(number)));
  }

  /** The quotation once that version took its place. */
  Quotation replacedBy(QuotationNumber next, LocalDate day) {
    require(Act.REVISE);
    Revision own = revision.orElse(Revision.first(number));
    return with(
        QuotationStatus.REPLACED,
        Optional.of(day),
        Optional.empty(),
        Optional.empty(),
        sentDate,
        Optional.of(own.replacedBy(next)));
  }

  /** What its prices are in. */
  DocumentCurrency money() {
    return DocumentCurrency.of(currency, foreign);
  }

  private static void requireSound(Offer offer, LocalDate day, String title) {
    Problems problems = new Problems();
    problems.require(!offer.lines().isEmpty(), "lines", "none", "at least one line");
    problems.require(
        !offer.validUntil().isBefore(day),
        "validUntil",
        offer.validUntil(),
        "a day not before " + day);
    offer
        .lines()
        .forEach(
            line ->
                problems.require(
                    line.quantity().isPositive(),
                    "lines." + line.line() + ".quantity",
                    line.quantity(),
                    "more than 0"));
    problems.refuse(title);
  }

  /**
   * Passes when the customer may take it on that day.
   *
   * @throws Refused as conflict when it is closed or its last day passed, as invalid when the day
   *     lies before it was made
   */
  void requireAcceptable(LocalDate day) {
    require(Act.ACCEPT);
    requireMadeBy(day);
    if (day.isAfter(validUntil)) {
      throw Refused.conflict(
          ("Quotation %s cannot be accepted on %s: it was valid until %s. Revise it with a later"
                  + " day, or expire it.")
              .formatted(number, day, validUntil));
    }
  }

  /** The quotation taken by the customer; the order is what it became. */
  Quotation accepted(OrderNumber became, LocalDate day) {
    requireAcceptable(day);
    return closed(QuotationStatus.ACCEPTED, day, Optional.of(became), Optional.empty());
  }

  /** The quotation declined by the customer, for a reason. */
  Quotation rejected(String reason, LocalDate day) {
    require(Act.REJECT);
    requireMadeBy(day);
    String why = Code.checked("reason", reason, 200);
    return closed(QuotationStatus.REJECTED, day, Optional.empty(), Optional.of(why));
  }

  /**
   * The quotation given up, its last day being over.
   *
   * @throws Refused as conflict until that day is over
   */
  Quotation expired(LocalDate day) {
    require(Act.EXPIRE);
    if (!day.isAfter(validUntil)) {
      throw Refused.conflict(
          ("Quotation %s cannot expire on %s: it is valid until %s. Reject it when the customer"
                  + " declined.")
              .formatted(number, day, validUntil));
    }
    return closed(QuotationStatus.EXPIRED, day, Optional.empty(), Optional.empty());
  }

  private void requireMadeBy(LocalDate day) {
    new Problems()
        .require(
            !day.isBefore(quotationDate),
            "occurredAt",
            day,
            "not before the quotation's day " + quotationDate)
        .refuse("Quotation " + number + " cannot be answered before it was made");
  }

  private Quotation closed(
      QuotationStatus end, LocalDate day, Optional<OrderNumber> became, Optional<String> reason) {
    return with(end, Optional.of(day), became, reason, sentDate, revision);
  }

  private Quotation with(
      QuotationStatus now,
      Optional<LocalDate> closed,
      Optional<OrderNumber> became,
      Optional<String> reason,
      Optional<LocalDate> sent,
      Optional<Revision> version) {
    return new Quotation(
        number,
        customer,
        quotationDate,
        validUntil,
        currency,
        now,
        lines,
        netAmount,
        closed,
        became,
        reason,
        foreign,
        documentDiscount,
        sent,
        version);
  }
}
