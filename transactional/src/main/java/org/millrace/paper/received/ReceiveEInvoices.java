package org.millrace.paper.received;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.collaboration.KeepFiles;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.einvoice.Amounts;
import org.millrace.einvoice.References;
import org.millrace.paper.EInvoice;
import org.millrace.paper.EInvoiceChanged;
import org.millrace.paper.EInvoiceStatus;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/** Takes in the files of suppliers: each is read, checked, and kept with the file itself. */
final class ReceiveEInvoices {
  private final Documents<EInvoice> invoices;
  private final KeepFiles files;

  ReceiveEInvoices(Documents<EInvoice> invoices, KeepFiles files) {
    this.invoices = invoices;
    this.files = files;
  }

  /**
   * The document of a file; refused where it breaks an official rule.
   *
   * @throws Refused as invalid when the file cannot be read, as conflict when the seller's document
   *     of that number and day is there already
   */
  Versioned<EInvoice> receive(CompanyCode company, String name, byte[] file, Instant occurredAt) {
    FileContent content = FileContent.of(file);
    EInvoice invoice = document(company, name, content);
    requireNew(company, invoice);
    Versioned<EInvoice> made =
        invoices.make(
            company,
            invoice,
            occurredAt,
            (head, now) -> new EInvoiceChanged(head, now, Optional.empty()));
    files.keep(company, EInvoice.KIND.ref(invoice.number()), name, file);
    return made;
  }

  private void requireNew(CompanyCode company, EInvoice invoice) {
    invoices
        .having(
            company,
            Map.of(
                "supplierReference",
                invoice.supplierReference(),
                "invoiceDate",
                invoice.invoiceDate().toString()))
        .stream()
        .map(Versioned::document)
        .filter(other -> isSame(other.seller(), invoice.seller()))
        .filter(other -> other.status() != EInvoiceStatus.REFUSED)
        .filter(other -> other.status() != EInvoiceStatus.REJECTED)
        .findFirst()
        .ifPresent(
            other -> {
              throw Refused.conflict(
                  "%s of %s from %s was taken in before as %s. Look at that one."
                      .formatted(
                          invoice.supplierReference(),
                          invoice.invoiceDate(),
                          invoice.seller().name(),
                          other.number()));
            });
  }

  private static boolean isSame(EInvoice.Seller one, EInvoice.Seller other) {
    return one.vatNumber().isPresent() && other.vatNumber().isPresent()
        ? one.vatNumber().equals(other.vatNumber())
        : one.name().equalsIgnoreCase(other.name());
  }

  private EInvoice document(CompanyCode company, String name, FileContent content) {
    org.millrace.einvoice.EInvoice read = content.invoice();
    Currency currency = currency(read.heading().currency());
    return new EInvoice(
        new DocumentNumber(invoices.nextNumber(company, read.heading().issued())),
        content.isRight() ? EInvoiceStatus.READ : EInvoiceStatus.REFUSED,
        read.heading().isCreditNote() ? EInvoice.Type.CREDIT_NOTE : EInvoice.Type.INVOICE,
        content.format(),
        name,
        read.heading().number(),
        read.heading().issued(),
        read.payment().due(),
        new EInvoice.Seller(
            read.parties().seller().name(), read.parties().seller().registration().vatNumber()),
        read.references().value(References.Kind.ORDER),
        currency,
        totals(read.amounts().totals(), currency),
        Optional.empty(),
        Optional.empty(),
        lines(read, currency),
        taxes(read.amounts().vat(), currency),
        findings(content));
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new Problems()
          .add("file", code, "a currency of ISO 4217")
          .refused("The file cannot be read as an electronic invoice");
    }
  }

  private static EInvoice.Totals totals(Amounts.Totals totals, Currency currency) {
    return new EInvoice.Totals(
        Money.of(totals.net(), currency),
        Money.of(totals.tax().orElse(BigDecimal.ZERO), currency),
        Money.of(totals.gross(), currency),
        Money.of(totals.due(), currency));
  }

  private static List<EInvoice.Line> lines(org.millrace.einvoice.EInvoice read, Currency currency) {
    List<EInvoice.Line> lines = new ArrayList<>();
    for (org.millrace.einvoice.Line line : read.lines()) {
      lines.add(
          new EInvoice.Line(
              lines.size() + 1,
              line.product().name(),
              line.product().sellerNumber(),
              line.product().buyerNumber(),
              line.quantity().number(),
              line.quantity().unit(),
              LinePrices.ofOne(line),
              Money.of(line.net(), currency),
              line.tax().code(),
              line.tax().rate(),
              line.details().orderLine()));
    }
    return lines;
  }

  private static List<EInvoice.Tax> taxes(List<Amounts.Vat> rows, Currency currency) {
    List<EInvoice.Tax> taxes = new ArrayList<>();
    for (Amounts.Vat row : rows) {
      taxes.add(
          new EInvoice.Tax(
              taxes.size() + 1,
              row.category().code(),
              row.category().rate(),
              Money.of(row.base(), currency),
              Money.of(row.tax(), currency)));
    }
    return taxes;
  }

  private static List<EInvoice.Finding> findings(FileContent content) {
    List<EInvoice.Finding> findings = new ArrayList<>();
    content
        .findings()
        .forEach(
            one ->
                findings.add(
                    new EInvoice.Finding(
                        findings.size() + 1,
                        one.rule(),
                        EInvoice.Severity.valueOf(one.severity().name()),
                        one.text(),
                        one.place())));
    return findings;
  }
}
