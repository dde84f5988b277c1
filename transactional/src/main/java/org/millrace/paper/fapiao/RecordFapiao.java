package org.millrace.paper.fapiao;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.paper.Fapiao;
import org.millrace.paper.FapiaoChanged;
import org.millrace.paper.FapiaoGateway;
import org.millrace.paper.FapiaoStatus;
import org.millrace.paper.FapiaoStatus.Act;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.TaxNumber;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/** Records fapiao, verifies them, and matches each with one bill. */
final class RecordFapiao {
  private static final Currency YUAN = Currency.getInstance("CNY");
  private static final String TITLE = "The fapiao cannot be recorded";
  private static final String NO_MATCH = "The fapiao cannot be matched";

  private final Documents<Fapiao> fapiao;
  private final Documents<SupplierInvoice> bills;
  private final Parties parties;
  private final FapiaoGateway gateway;

  RecordFapiao(
      Documents<Fapiao> fapiao,
      Documents<SupplierInvoice> bills,
      Parties parties,
      FapiaoGateway gateway) {
    this.fapiao = fapiao;
    this.bills = bills;
    this.parties = parties;
    this.gateway = gateway;
  }

  /** The fields of a fapiao as they are printed. */
  record Printed(
      String fapiaoNumber,
      LocalDate issueDate,
      Fapiao.Side seller,
      Fapiao.Side buyer,
      @Amount BigDecimal netAmount,
      @Amount BigDecimal taxAmount,
      @Amount BigDecimal grossAmount,
      Optional<String> original) {}

  /**
   * A fapiao that was not recorded before; a red one takes its original back.
   *
   * @throws Refused as invalid when a field is wrong, as conflict when its number was recorded
   */
  Versioned<Fapiao> record(CompanyCode company, Printed printed, Instant occurredAt) {
    requireCodes(company, printed);
    requireNew(company, printed.fapiaoNumber());
    Fapiao recorded =
        new Fapiao(
            new DocumentNumber(fapiao.nextNumber(company, printed.issueDate())),
            FapiaoStatus.RECORDED,
            printed.fapiaoNumber(),
            printed.issueDate(),
            printed.seller(),
            printed.buyer(),
            YUAN,
            Money.of(printed.netAmount(), YUAN),
            Money.of(printed.taxAmount(), YUAN),
            Money.of(printed.grossAmount(), YUAN),
            printed.original(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    printed.original().ifPresent(number -> takeBack(company, number, recorded, occurredAt));
    return fapiao.make(
        company,
        recorded,
        occurredAt,
        (head, now) -> new FapiaoChanged(head, now, Optional.empty()));
  }

  private void requireCodes(CompanyCode company, Printed printed) {
    Problems problems = new Problems();
    String expected = "18 signs with the check sign of GB 32100, such as 91110000600037341L";
    problems.require(
        isCode(printed.seller().creditCode()),
        "seller.creditCode",
        printed.seller().creditCode(),
        expected);
    problems.require(
        isCode(printed.buyer().creditCode()),
        "buyer.creditCode",
        printed.buyer().creditCode(),
        expected);
    Optional<String> ours = parties.self(company).flatMap(RecordFapiao::creditCode);
    problems.require(
        ours.filter(code -> !code.equals(printed.buyer().creditCode())).isEmpty(),
        "buyer.creditCode",
        printed.buyer().creditCode(),
        "our own code " + ours.orElse(""));
    problems.refuse(TITLE);
  }

  private static Optional<String> creditCode(Party party) {
    return party.taxNumbers().stream()
        .filter(one -> one.kind() == TaxNumber.Kind.SOCIAL_CREDIT_CODE)
        .map(TaxNumber::number)
        .findFirst();
  }

  private static boolean isCode(String code) {
    try {
      return new TaxNumber(TaxNumber.Kind.SOCIAL_CREDIT_CODE, code).number().equals(code);
    } catch (Refused e) {
      return false; // the caller names the field and what is expected there
    }
  }

  private void requireNew(CompanyCode company, String number) {
    numbered(company, number)
        .ifPresent(
            before -> {
              throw Refused.conflict(
                  "Fapiao %s was recorded before as %s. Look at that one."
                      .formatted(number, before.document().number()));
            });
  }

  private Optional<Versioned<Fapiao>> numbered(CompanyCode company, String number) {
    return fapiao.having(company, Map.of("fapiaoNumber", number)).stream().findFirst();
  }

  private void takeBack(CompanyCode company, String number, Fapiao red, Instant occurredAt) {
    Versioned<Fapiao> before =
        numbered(company, number)
            .orElseThrow(
                () ->
                    new Problems()
                        .add("original", number, "a fapiao that was recorded")
                        .refused(TITLE));
    Fapiao original = before.document();
    new Problems()
        .require(
            original.seller().creditCode().equals(red.seller().creditCode()),
            "seller.creditCode",
            red.seller().creditCode(),
            "the seller of the original")
        .require(
            red.grossAmount().negated().equals(original.grossAmount()),
            "grossAmount",
            red.grossAmount().amount(),
            "all of the original, below 0")
        .refuse(TITLE);
    fapiao.change(
        before,
        original.takenBack(red.fapiaoNumber()),
        occurredAt,
        (head, now) -> new FapiaoChanged(head, now, Optional.of(Act.TAKE_BACK)));
  }

  /** What the gateway says, or where there is none what somebody found. */
  Versioned<Fapiao> verify(
      Versioned<Fapiao> before, Optional<FapiaoGateway.Answer> found, Instant occurredAt) {
    FapiaoGateway.Answer answer =
        gateway
            .verify(before.company(), before.document())
            .or(() -> found)
            .orElseThrow(
                () ->
                    new Problems()
                        .add(
                            "genuine",
                            "",
                            "what the authority says of it: no gateway is set up that asks")
                        .refused("The fapiao cannot be verified"));
    FapiaoStatus result = answer.genuine() ? FapiaoStatus.VERIFIED : FapiaoStatus.REJECTED;
    Optional<String> text = Optional.of(answer.text()).filter(words -> !words.isBlank());
    return fapiao.change(
        before,
        before.document().verified(result, text),
        occurredAt,
        (head, now) -> new FapiaoChanged(head, now, Optional.of(Act.VERIFY)));
  }

  /**
   * The fapiao with its bill: one that no other fapiao belongs to, of the same seller and amount.
   *
   * @throws Refused as invalid when they do not fit, as conflict when either is matched
   */
  Versioned<Fapiao> match(
      Versioned<Fapiao> before, SupplierInvoiceNumber number, Instant occurredAt) {
    CompanyCode company = before.company();
    Fapiao paper = before.document();
    paper.status().require(Act.MATCH, Fapiao.KIND.titled(paper.number()));
    SupplierInvoice bill = bills.named(company, number).document();
    Optional<String> code = creditCode(parties.named(company, bill.supplier().code()));
    new Problems()
        .require(
            bill.grossAmount().equals(paper.grossAmount()),
            "bill",
            number + ": " + bill.grossAmount(),
            "a bill of " + paper.grossAmount())
        .require(
            code.filter(known -> !known.equals(paper.seller().creditCode())).isEmpty(),
            "bill",
            number + ": " + code.orElse(""),
            "a bill of the seller " + paper.seller().creditCode())
        .refuse(NO_MATCH);
    List<Versioned<Fapiao>> others = fapiao.having(company, Map.of("bill", number.value()));
    others.stream()
        .map(Versioned::document)
        .filter(other -> other.status() == FapiaoStatus.MATCHED)
        .findFirst()
        .ifPresent(
            other -> {
              throw Refused.conflict(
                  "Bill %s has the fapiao %s already. Match another one."
                      .formatted(number, other.number()));
            });
    return fapiao.change(
        before,
        paper.matched(number),
        occurredAt,
        (head, now) -> new FapiaoChanged(head, now, Optional.of(Act.MATCH)));
  }
}
