package org.millrace.paper.sent;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.millrace.document.DocumentKind;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.einvoice.EInvoice;
import org.millrace.einvoice.EInvoiceFile;
import org.millrace.einvoice.FiguresOf;
import org.millrace.einvoice.arithmetic.CheckArithmetic;
import org.millrace.einvoice.pdf.FacturX;
import org.millrace.einvoice.rules.Finding;
import org.millrace.einvoice.rules.OfficialRules;
import org.millrace.item.Items;
import org.millrace.paper.print.PrintDocuments;
import org.millrace.party.Parties;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.millrace.tax.TaxCode;
import org.millrace.tax.TaxShare;
import org.millrace.web.BusinessTime;

/** Writes an invoice of ours as a file that keeps the official rules, or says what it breaks. */
public final class SendEInvoice {
  private final Documents<Invoice> invoices;
  private final Documents<TaxCode> taxCodes;
  private final Parties parties;
  private final Items items;
  private final PrintDocuments print;
  private final BusinessTime time;

  SendEInvoice(
      Documents<Invoice> invoices,
      Documents<TaxCode> taxCodes,
      Parties parties,
      Items items,
      PrintDocuments print,
      BusinessTime time) {
    this.invoices = invoices;
    this.taxCodes = taxCodes;
    this.parties = parties;
    this.items = items;
    this.print = print;
    this.time = time;
  }

  /**
   * The file of an invoice or credit note.
   *
   * @throws Refused as invalid, naming each fact that is missing and each rule that is broken
   */
  public byte[] file(
      CompanyCode company,
      InvoiceNumber number,
      Form form,
      Usage usage,
      Optional<String> buyerReference) {
    Invoice invoice = invoices.named(company, number).document();
    EInvoice document = ComposeEInvoice.of(facts(company, invoice), usage, buyerReference);
    byte[] file =
        EInvoiceFile.write(
            document, form == Form.UBL ? EInvoiceFile.Syntax.UBL : EInvoiceFile.Syntax.CII);
    requireRight(document, file);
    return form == Form.FACTUR_X ? printed(company, invoice, file, usage) : file;
  }

  private byte[] printed(CompanyCode company, Invoice invoice, byte[] file, Usage usage) {
    DocumentKind<Invoice> kind =
        invoice.kind() == Invoice.Kind.CREDIT_NOTE ? Invoice.CREDIT_NOTES : Invoice.KIND;
    byte[] pdf = print.print(company, kind.name(), invoice.number().value(), Optional.empty());
    return FacturX.attach(
        pdf, file, FacturX.Profile.valueOf(usage.name()), time.occurredAt(Optional.empty()));
  }

  /** How the document leaves: a file of one of the syntaxes, or a PDF with one of CII inside. */
  public enum Form {
    UBL,
    CII,
    FACTUR_X
  }

  /** Which rules the document is to keep. */
  public enum Usage {
    EN_16931,
    XRECHNUNG
  }

  private InvoiceFacts facts(CompanyCode company, Invoice invoice) {
    List<Invoice.Line> lines = invoice.lines();
    return new InvoiceFacts(
        invoice,
        parties.self(company),
        parties.named(company, invoice.customer().code()),
        items.named(company, lines.stream().map(Invoice.Line::item).distinct().toList()),
        taxCodes.find(company, invoice.taxes().stream().map(TaxShare::code).toList()).stream()
            .map(Versioned::document)
            .collect(Collectors.toMap(TaxCode::code, Function.identity())),
        invoice.credits().map(credited -> invoices.named(company, credited).document()));
  }

  /** What leaves breaks neither an official rule nor the exact arithmetic. */
  private static void requireRight(EInvoice document, byte[] file) {
    Problems problems = new Problems();
    CheckArithmetic.broken(FiguresOf.invoice(document))
        .forEach(rule -> problems.add("totals", rule, "figures that keep this rule exactly"));
    OfficialRules.check(file).stream()
        .filter(Finding::isError)
        .forEach(one -> problems.add(one.place(), one.rule(), one.text()));
    problems.refuse("The electronic invoice cannot be written");
  }
}
