package org.millrace.sales.rebate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.millrace.document.DocumentKind;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemGroupCode;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.sales.Customer;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.rebate.RebateStatus.Act;
import org.millrace.shared.Code;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.millrace.tax.TaxCodeName;

/**
 * What a customer gets back for what he buys from one day to another, both included. Turnover, and
 * what it earns, are in the agreed currency; what is accrued is in that of the company. Each act
 * returns the agreement as it is afterwards.
 *
 * @param reference what the customer calls it
 * @param agreedCurrency that of the company, where all invoices count; else invoices in it alone
 * @param itemGroup whose items count; all do where none is named
 * @param creditItem the service that the credit note has on its lines
 * @param taxCode of the credit note; without one the codes of the turnover share it
 * @param accruedAmount what the books hold for it
 * @param reason why it was reopened or cancelled
 */
public record RebateAgreement(
    RebateNumber number,
    RebateStatus status,
    Customer customer,
    Optional<String> reference,
    LocalDate validFrom,
    LocalDate validTo,
    Currency agreedCurrency,
    Optional<ItemGroupCode> itemGroup,
    TierMethod tierMethod,
    ItemCode creditItem,
    Optional<TaxCodeName> taxCode,
    Currency currency,
    @Amount Money accruedAmount,
    Optional<LocalDate> accruedThrough,
    Optional<Settled> settled,
    Optional<String> reason,
    List<RebateTiers.Tier> tiers,
    List<Accrual> accruals) {
  /** Stored in sales.rebate_agreement with its tiers and accruals; numbered RB-000001. */
  public static final DocumentKind<RebateAgreement> KIND =
      DocumentKind.of(RebateAgreement.class, "sales", "rebate-agreement")
          .numbered("RB")
          .lines("tiers", "sales.rebate_tier", "agreement")
          .lines("accruals", "sales.rebate_accrual", "agreement")
          .searched("number", "customer", "customer.name", "reference")
          .sorted("-validTo")
          .inRegionOf(Party.KIND, "customer")
          .steps(Act.values(), RebateAgreement::refusal)
          .build();

  private static final int LONGEST_REFERENCE = 200;

  public RebateAgreement {
    tiers = List.copyOf(tiers);
    accruals = List.copyOf(accruals);
  }

  /** When the customer got his credit, and for which turnover; no note where nothing was earned. */
  public record Settled(
      LocalDate date,
      @Amount(in = "agreedCurrency") BigDecimal turnover,
      @Amount(in = "agreedCurrency") BigDecimal rebate,
      Optional<InvoiceNumber> creditNote) {
    public Settled {
      turnover = PlainNumber.of(turnover);
      rebate = PlainNumber.of(rebate);
    }
  }

  /**
   * A change of what is accrued, with the turnover that was known then and what it earned.
   *
   * @param amount more when above 0
   * @param reverses the accrual that it takes back
   * @param document the credit note that paid it out, or the invoice that billed it back
   */
  public record Accrual(
      int line,
      Kind kind,
      LocalDate accrualDate,
      @Amount(in = "agreedCurrency") BigDecimal turnover,
      @Amount(in = "agreedCurrency") BigDecimal rebate,
      Money amount,
      Optional<Integer> reverses,
      Optional<InvoiceNumber> document) {
    public Accrual {
      turnover = PlainNumber.of(turnover);
      rebate = PlainNumber.of(rebate);
    }

    /** Why what is accrued changed. */
    public enum Kind {
      /** It follows what is earned. */
      ACCRUAL,
      /** An accrual was wrong. */
      REVERSAL,
      /** The customer was credited. */
      SETTLEMENT,
      /** He was billed again. */
      REOPENING,
      /** Nothing comes of the agreement. */
      CANCELLATION
    }
  }

  /** What is agreed on. */
  public record Terms(
      Optional<String> reference,
      LocalDate validFrom,
      LocalDate validTo,
      Currency agreedCurrency,
      Optional<ItemGroupCode> itemGroup,
      RebateTiers tiers,
      ItemCode creditItem,
      Optional<TaxCodeName> taxCode) {
    public Terms {
      reference =
          reference
              .filter(text -> !text.isBlank())
              .map(text -> Code.checked("reference", text, LONGEST_REFERENCE));
      new Problems()
          .require(
              !validTo.isBefore(validFrom), "validTo", validTo, "a day not before " + validFrom)
          .refuse("The rebate agreement cannot be made so");
    }
  }

  /** What was turned over until a day, and what that earns, in the agreed currency. */
  public record Earned(LocalDate day, BigDecimal turnover, BigDecimal rebate) {}

  /** A draft. */
  static RebateAgreement drafted(
      RebateNumber number, Customer customer, Terms terms, Currency home) {
    return new RebateAgreement(
        number,
        RebateStatus.DRAFT,
        customer,
        terms.reference(),
        terms.validFrom(),
        terms.validTo(),
        terms.agreedCurrency(),
        terms.itemGroup(),
        terms.tiers().method(),
        terms.creditItem(),
        terms.taxCode(),
        home,
        Money.zero(home),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        terms.tiers().tiers(),
        List.of());
  }

  private Optional<String> refusal(Act act) {
    return status
        .refusal(act, KIND.titled(number))
        .or(
            () ->
                act == Act.REVERSE_ACCRUAL && lastAccrual().isEmpty()
                    ? Optional.of(
                        "%s has no accrual that could be reversed. Accrue it first."
                            .formatted(KIND.titled(number)))
                    : Optional.empty());
  }

  /**
   * Passes when the act is possible.
   *
   * @throws Refused as conflict, with what to do
   */
  void require(Act act) {
    Refused.conflictIf(refusal(act));
  }

  /** The draft with other terms. */
  RebateAgreement changed(Customer other, Terms terms) {
    require(Act.CHANGE);
    return drafted(number, other, terms, currency);
  }

  RebateAgreement activated() {
    require(Act.ACTIVATE);
    return with(RebateStatus.ACTIVE, settled, reason, accruedThrough, accruals);
  }

  /** The percentages of its turnover. */
  public RebateTiers rebateTiers() {
    return new RebateTiers(tierMethod, tiers);
  }

  /** Who gets it. */
  public PartyCode customerCode() {
    return customer.code();
  }

  /**
   * The day of an act, which is not before the latest one.
   *
   * @throws Refused as invalid
   */
  LocalDate dated(LocalDate day) {
    boolean isFirst = accruals.isEmpty();
    LocalDate earliest = isFirst ? validFrom : accruals.get(accruals.size() - 1).accrualDate();
    new Problems()
        .require(
            !isFirst || !day.isBefore(earliest),
            "date",
            day,
            "a day from %s, when it begins".formatted(earliest))
        .require(
            isFirst || !day.isBefore(earliest),
            "date",
            day,
            "a day from %s, the day of its last change".formatted(earliest))
        .refuse(KIND.titled(number) + " cannot be changed on that day");
    return day;
  }

  /** The agreement for which so much is accrued, in the currency of the company. */
  RebateAgreement accrued(Earned earned, Money all) {
    require(Act.ACCRUE);
    return more(Accrual.Kind.ACCRUAL, earned, all.minus(accruedAmount), Optional.empty());
  }

  /** The last accrual that is not taken back. */
  Optional<Accrual> lastAccrual() {
    Set<Integer> reversed = new HashSet<>();
    accruals.forEach(accrual -> accrual.reverses().ifPresent(reversed::add));
    return accruals.stream()
        .filter(accrual -> accrual.kind() == Accrual.Kind.ACCRUAL)
        .filter(accrual -> !reversed.contains(accrual.line()))
        .reduce((earlier, later) -> later);
  }

  /** The agreement before its last accrual, in the books of that day. */
  RebateAgreement accrualReversed(LocalDate day) {
    require(Act.REVERSE_ACCRUAL);
    Accrual last = lastAccrual().orElseThrow();
    List<Accrual> all = new ArrayList<>(accruals);
    all.add(
        new Accrual(
            accruals.size() + 1,
            Accrual.Kind.REVERSAL,
            day,
            last.turnover(),
            last.rebate(),
            last.amount().negated(),
            Optional.of(last.line()),
            Optional.empty()));
    RebateAgreement after = with(status, settled, reason, accruedThrough, all);
    Optional<LocalDate> before = after.lastAccrual().map(Accrual::accrualDate);
    return after.with(status, settled, reason, before, all);
  }

  /**
   * The agreement after its customer was credited. What was accrued becomes the amount of the
   * credit note and is paid out by it.
   *
   * @param net of the credit note without tax, above 0, in the currency of the company
   */
  RebateAgreement settled(Earned earned, Money net, Optional<InvoiceNumber> creditNote) {
    require(Act.SETTLE);
    RebateAgreement corrected =
        net.equals(accruedAmount)
            ? this
            : more(Accrual.Kind.ACCRUAL, earned, net.minus(accruedAmount), Optional.empty());
    RebateAgreement paid =
        net.isZero()
            ? corrected
            : corrected.more(Accrual.Kind.SETTLEMENT, earned, net.negated(), creditNote);
    Settled as = new Settled(earned.day(), earned.turnover(), earned.rebate(), creditNote);
    return paid.with(
        RebateStatus.SETTLED, Optional.of(as), reason, paid.accruedThrough, paid.accruals);
  }

  /**
   * The agreement after its customer was billed what he was credited.
   *
   * @param net of the invoice without tax
   * @throws Refused as invalid without a reason
   */
  RebateAgreement reopened(
      LocalDate day, String why, Money net, Optional<InvoiceNumber> billedBack) {
    require(Act.REOPEN);
    Settled was = settled.orElseThrow();
    Earned earned = new Earned(day, was.turnover(), was.rebate());
    RebateAgreement back =
        net.isZero() ? this : more(Accrual.Kind.REOPENING, earned, net, billedBack);
    return back.with(
        RebateStatus.ACTIVE,
        Optional.empty(),
        Optional.of(checked(why)),
        accruedThrough,
        back.accruals);
  }

  /** The agreement of which nothing comes; what was accrued is taken back. */
  RebateAgreement cancelled(LocalDate day, String why) {
    require(Act.CANCEL);
    Earned nothing = new Earned(day, BigDecimal.ZERO, BigDecimal.ZERO);
    RebateAgreement back =
        accruedAmount.isZero()
            ? this
            : more(Accrual.Kind.CANCELLATION, nothing, accruedAmount.negated(), Optional.empty());
    return back.with(
        RebateStatus.CANCELLED, settled, Optional.of(checked(why)), accruedThrough, back.accruals);
  }

  private String checked(String why) {
    new Problems()
        .require(!why.isBlank(), "reason", why, "why it is so")
        .refuse(KIND.titled(number) + " cannot be changed so");
    return why.strip();
  }

  private RebateAgreement more(
      Accrual.Kind kind, Earned earned, Money amount, Optional<InvoiceNumber> document) {
    List<Accrual> all = new ArrayList<>(accruals);
    all.add(
        new Accrual(
            accruals.size() + 1,
            kind,
            earned.day(),
            earned.turnover(),
            earned.rebate(),
            amount,
            Optional.empty(),
            document));
    return with(
        status,
        settled,
        reason,
        kind == Accrual.Kind.ACCRUAL ? Optional.of(earned.day()) : accruedThrough,
        all);
  }

  private RebateAgreement with(
      RebateStatus now,
      Optional<Settled> as,
      Optional<String> why,
      Optional<LocalDate> through,
      List<Accrual> all) {
    return new RebateAgreement(
        number,
        now,
        customer,
        reference,
        validFrom,
        validTo,
        agreedCurrency,
        itemGroup,
        tierMethod,
        creditItem,
        taxCode,
        currency,
        all.stream().map(Accrual::amount).reduce(Money.zero(currency), Money::plus),
        through,
        as,
        why,
        tiers,
        all);
  }
}
