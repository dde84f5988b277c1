package org.millrace.paper;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;
import org.millrace.document.DocumentKind;
import org.millrace.document.number.DocumentNumber;
import org.millrace.paper.FapiaoStatus.Act;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/**
 * A fully digital fapiao (数电发票) that a supplier issued, by the fields that are printed on it;
 * amounts in yuan, gross = net + tax (价税合计). A red one (红字) has amounts below 0 and names the one
 * that it takes back.
 */
public record Fapiao(
    DocumentNumber number,
    FapiaoStatus status,
    String fapiaoNumber,
    LocalDate issueDate,
    Side seller,
    Side buyer,
    Currency currency,
    Money netAmount,
    Money taxAmount,
    Money grossAmount,
    Optional<String> original,
    Optional<String> redBy,
    Optional<SupplierInvoiceNumber> bill,
    Optional<String> note) {
  /** Stored in paper.fapiao; numbered FP-000001. */
  public static final DocumentKind<Fapiao> KIND =
      DocumentKind.of(Fapiao.class, "paper", "fapiao")
          .numbered("FP")
          .searched("number", "fapiaoNumber", "seller.name", "seller.creditCode")
          .sorted("-issueDate")
          .steps(Fapiao::status, Act.values())
          .build();

  /** 发票号码: year, region, channel and a running number. */
  private static final Pattern NUMBER = Pattern.compile("\\d{20}");

  /** Who sells or buys: name and 统一社会信用代码. */
  public record Side(String name, String creditCode) {}

  public Fapiao {
    boolean isRed = original.isPresent();
    new Problems()
        .require(NUMBER.matcher(fapiaoNumber).matches(), "fapiaoNumber", fapiaoNumber, "20 digits")
        .require(
            original.filter(one -> !NUMBER.matcher(one).matches()).isEmpty(),
            "original",
            original.orElse(""),
            "20 digits")
        .require(
            netAmount.plus(taxAmount).equals(grossAmount),
            "grossAmount",
            grossAmount.amount(),
            "net and tax together")
        .require(
            isRed ? grossAmount.isNegative() : grossAmount.isPositive(),
            "grossAmount",
            grossAmount.amount(),
            isRed ? "below 0, as it takes back" : "more than 0")
        .refuse("The fapiao cannot be recorded");
  }

  /**
   * The same once it was looked up: genuine, or not.
   *
   * @throws Refused as conflict when it was looked up before
   */
  public Fapiao verified(FapiaoStatus result, Optional<String> why) {
    status.require(Act.VERIFY, KIND.titled(number));
    return with(result, redBy, bill, why);
  }

  /**
   * The same with the bill that it belongs to.
   *
   * @throws Refused as conflict when it is not verified, or has one
   */
  public Fapiao matched(SupplierInvoiceNumber billed) {
    status.require(Act.MATCH, KIND.titled(number));
    return with(FapiaoStatus.MATCHED, redBy, Optional.of(billed), note);
  }

  /**
   * The same taken back by that red one.
   *
   * @throws Refused as conflict when it was taken back before
   */
  public Fapiao takenBack(String red) {
    status.require(Act.TAKE_BACK, KIND.titled(number));
    return with(FapiaoStatus.REVERSED, Optional.of(red), bill, note);
  }

  private Fapiao with(
      FapiaoStatus now,
      Optional<String> red,
      Optional<SupplierInvoiceNumber> billed,
      Optional<String> why) {
    return new Fapiao(
        number,
        now,
        fapiaoNumber,
        issueDate,
        seller,
        buyer,
        currency,
        netAmount,
        taxAmount,
        grossAmount,
        original,
        red,
        billed,
        why);
  }
}
