package org.millrace.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.document.number.DocumentNumber;
import org.millrace.paper.EInvoiceStatus.Act;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Refused;

/**
 * An electronic invoice or credit note that a supplier sent, as his file says it. Amounts are in
 * the currency of the file; what is wrong with it by the official rules stands in the findings.
 */
public record EInvoice(
    DocumentNumber number,
    EInvoiceStatus status,
    Type type,
    Format format,
    String fileName,
    String supplierReference,
    LocalDate invoiceDate,
    Optional<LocalDate> dueDate,
    Seller seller,
    Optional<String> orderReference,
    Currency currency,
    Totals totals,
    Optional<SupplierInvoiceNumber> bill,
    Optional<String> reason,
    List<Line> lines,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Tax> taxes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Finding> findings) {
  /** Stored in paper.e_invoice with its lines, taxes and findings; numbered EI-000001. */
  public static final DocumentKind<EInvoice> KIND =
      DocumentKind.of(EInvoice.class, "paper", "e-invoice")
          .numbered("EI")
          .lines("lines", "paper.e_invoice_line", "number")
          .lines("taxes", "paper.e_invoice_tax", "number")
          .lines("findings", "paper.e_invoice_finding", "number")
          .searched("number", "supplierReference", "seller.name", "fileName", "orderReference")
          .sorted("-number")
          .steps(EInvoice::status, Act.values())
          .build();

  public EInvoice {
    lines = List.copyOf(lines);
    taxes = List.copyOf(taxes);
    findings = List.copyOf(findings);
  }

  /** Which of the two documents. */
  public enum Type {
    INVOICE,
    CREDIT_NOTE
  }

  /** What the file is: one of the two syntaxes, or a PDF with such a file inside. */
  public enum Format {
    UBL,
    CII,
    PDF
  }

  /** Who sent it, by the name and the VAT number in the file (BT-27, BT-31). */
  public record Seller(String name, Optional<String> vatNumber) {}

  /** Net (BT-109), tax (BT-110), gross (BT-112) and what is left to be paid of it (BT-115). */
  public record Totals(
      @Amount(in = "currency") Money net,
      @Amount(in = "currency") Money tax,
      @Amount(in = "currency") Money gross,
      @Amount(in = "currency") Money payable) {}

  /**
   * A line of the file: name and numbers of the goods, quantity in its unit (UN/ECE recommendation
   * 20), price of one unit, net amount, category (UNTDID 5305) and rate of its tax in percent, and
   * the line of the order that it names.
   */
  public record Line(
      int line,
      String itemName,
      Optional<String> sellerItem,
      Optional<String> buyerItem,
      BigDecimal quantity,
      Optional<String> unit,
      @Amount(in = "currency") BigDecimal unitPrice,
      @Amount(in = "currency") Money netAmount,
      String taxCategory,
      Optional<BigDecimal> taxRate,
      Optional<String> orderLine) {}

  /** A row of the tax: category, rate in percent, what is taxed, and the tax of it. */
  public record Tax(
      int line,
      String category,
      Optional<BigDecimal> rate,
      @Amount(in = "currency") Money base,
      @Amount(in = "currency") Money amount) {}

  /** What a rule says: its id as published, how serious, its text, and the place in the file. */
  public record Finding(int line, String rule, Severity severity, String text, String place) {}

  /** An error refuses the file; the others are told. */
  public enum Severity {
    ERROR,
    WARNING,
    INFORMATION
  }

  /**
   * The same after it became that bill.
   *
   * @throws Refused as conflict when it cannot be billed
   */
  public EInvoice billed(SupplierInvoiceNumber posted) {
    status.require(Act.BILL, KIND.titled(number));
    return with(EInvoiceStatus.BILLED, Optional.of(posted), reason);
  }

  /**
   * The same, which nobody will pay.
   *
   * @throws Refused as conflict when it is not open any more
   */
  public EInvoice rejected(String why) {
    status.require(Act.REJECT, KIND.titled(number));
    return with(EInvoiceStatus.REJECTED, bill, Optional.of(why));
  }

  private EInvoice with(
      EInvoiceStatus now, Optional<SupplierInvoiceNumber> posted, Optional<String> why) {
    return new EInvoice(
        number,
        now,
        type,
        format,
        fileName,
        supplierReference,
        invoiceDate,
        dueDate,
        seller,
        orderReference,
        currency,
        totals,
        posted,
        why,
        lines,
        taxes,
        findings);
  }
}
