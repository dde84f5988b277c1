package org.millrace.einvoice.ubl;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.millrace.einvoice.Amounts;
import org.millrace.einvoice.Delivery;
import org.millrace.einvoice.EInvoice;
import org.millrace.einvoice.Heading;
import org.millrace.einvoice.Identifier;
import org.millrace.einvoice.Payment;
import org.millrace.einvoice.References;
import org.millrace.einvoice.References.Kind;
import org.millrace.einvoice.SupportingDocument;
import org.millrace.einvoice.xml.Tag;

/** Writes a document as UBL 2.1; the order of the elements is that of its schema. */
public final class WriteUbl {
  private static final String SPACE = "urn:oasis:names:specification:ubl:schema:xsd:";

  private final EInvoice invoice;
  private final Heading heading;
  private final boolean credits;
  private final Tag root;

  private WriteUbl(EInvoice invoice) {
    this.invoice = invoice;
    heading = invoice.heading();
    credits = heading.isCreditNote();
    root =
        new Tag(credits ? "CreditNote" : "Invoice")
            .with("xmlns", SPACE + (credits ? "CreditNote-2" : "Invoice-2"))
            .with("xmlns:cac", SPACE + "CommonAggregateComponents-2")
            .with("xmlns:cbc", SPACE + "CommonBasicComponents-2");
  }

  /** The document in UTF-8. */
  public static byte[] write(EInvoice invoice) {
    WriteUbl writing = new WriteUbl(invoice);
    writing.heading();
    writing.references();
    UblParties.write(writing.root, invoice.parties(), invoice.payment().creditor());
    writing.delivery();
    writing.payment();
    writing.amounts();
    writing.lines();
    return writing.root.document();
  }

  private void heading() {
    root.leaf("cbc:CustomizationID", heading.process().rules());
    root.maybe("cbc:ProfileID", heading.process().profile());
    root.leaf("cbc:ID", heading.number());
    root.leaf("cbc:IssueDate", heading.issued().toString());
    Optional<String> taxPoint =
        heading.taxPoint().flatMap(Heading.TaxPoint::date).map(String::valueOf);
    if (credits) {
      root.maybe("cbc:TaxPointDate", taxPoint);
      root.leaf("cbc:CreditNoteTypeCode", heading.type());
      notes();
    } else {
      root.maybe("cbc:DueDate", invoice.payment().due().map(String::valueOf));
      root.leaf("cbc:InvoiceTypeCode", heading.type());
      notes();
      root.maybe("cbc:TaxPointDate", taxPoint);
    }
    root.leaf("cbc:DocumentCurrencyCode", heading.currency());
    root.maybe("cbc:TaxCurrencyCode", heading.taxCurrency());
  }

  private void notes() {
    heading
        .notes()
        .forEach(
            note ->
                root.leaf(
                    "cbc:Note",
                    note.subject().map(code -> "#" + code + "#").orElse("") + note.text()));
  }

  private void references() {
    References references = invoice.references();
    root.maybe("cbc:AccountingCost", references.value(Kind.BUYER_ACCOUNTING));
    root.maybe("cbc:BuyerReference", references.value(Kind.BUYER_REFERENCE));
    period();
    Optional<String> order = references.value(Kind.ORDER);
    Optional<String> sales = references.value(Kind.SALES_ORDER);
    // The schema asks for the order of the buyer wherever that of the seller is told.
    root.open("cac:OrderReference")
        .maybe("cbc:ID", order.or(() -> sales.map(unused -> "NA")))
        .maybe("cbc:SalesOrderID", sales);
    for (References.Preceding one : references.preceding()) {
      root.open("cac:BillingReference")
          .open("cac:InvoiceDocumentReference")
          .maybe("cbc:ID", Optional.of(one.number()))
          .maybe("cbc:IssueDate", one.issued().map(String::valueOf));
    }
    reference("cac:DespatchDocumentReference", Kind.DESPATCH_ADVICE);
    reference("cac:ReceiptDocumentReference", Kind.RECEIVING_ADVICE);
    if (credits) {
      reference("cac:ContractDocumentReference", Kind.CONTRACT);
      additional();
      reference("cac:OriginatorDocumentReference", Kind.TENDER);
    } else {
      reference("cac:OriginatorDocumentReference", Kind.TENDER);
      reference("cac:ContractDocumentReference", Kind.CONTRACT);
      additional();
      reference("cac:ProjectReference", Kind.PROJECT);
    }
  }

  private void period() {
    Optional<Delivery.Span> span = invoice.delivery().period();
    Tag period = root.open("cac:InvoicePeriod");
    span.ifPresent(one -> UblLines.span(period, one));
    period.maybe(
        "cbc:DescriptionCode",
        heading.taxPoint().flatMap(Heading.TaxPoint::event).map(Heading.Event::ubl));
  }

  private void reference(String name, Kind kind) {
    root.open(name).maybe("cbc:ID", invoice.references().value(kind));
  }

  private void additional() {
    if (credits) {
      typed(Kind.PROJECT, ReadUbl.PROJECT);
    }
    typed(Kind.INVOICED_OBJECT, ReadUbl.INVOICED_OBJECT);
    for (SupportingDocument one : invoice.supporting()) {
      Tag tag = root.open("cac:AdditionalDocumentReference");
      tag.leaf("cbc:ID", one.number());
      tag.maybe("cbc:DocumentDescription", one.description());
      Tag attachment = tag.open("cac:Attachment");
      one.file()
          .ifPresent(
              file ->
                  attachment
                      .leaf("cbc:EmbeddedDocumentBinaryObject", file.base64())
                      .with("mimeCode", file.mediaType())
                      .with("filename", file.name()));
      attachment.open("cac:ExternalReference").maybe("cbc:URI", one.location());
    }
  }

  private void typed(Kind kind, String code) {
    Optional<Identifier> id = invoice.references().of(kind);
    id.ifPresent(
        one -> {
          Tag tag = root.open("cac:AdditionalDocumentReference");
          UblParties.identifier(tag, "cbc:ID", one);
          tag.leaf("cbc:DocumentTypeCode", code);
        });
  }

  private void delivery() {
    Delivery delivery = invoice.delivery();
    Tag tag = root.open("cac:Delivery");
    tag.maybe("cbc:ActualDeliveryDate", delivery.date().map(String::valueOf));
    Tag place = tag.open("cac:DeliveryLocation");
    delivery.location().ifPresent(id -> UblParties.identifier(place, "cbc:ID", id));
    delivery.address().ifPresent(one -> UblParties.address(place.open("cac:Address"), one));
    tag.open("cac:DeliveryParty").open("cac:PartyName").maybe("cbc:Name", delivery.name());
  }

  private void payment() {
    Payment payment = invoice.payment();
    boolean first = true;
    Optional<Payment.Means> debit = debit(payment.means());
    for (Payment.Means means : payment.means()) {
      Tag tag = root.open("cac:PaymentMeans");
      tag.leaf("cbc:PaymentMeansCode", means.code()).with("name", means.text());
      if (credits && first) {
        tag.maybe("cbc:PaymentDueDate", payment.due().map(String::valueOf));
      }
      tag.maybe("cbc:PaymentID", payment.reference());
      means(
          tag, means, debit.filter(one -> one.equals(means)).flatMap(unused -> payment.mandate()));
      first = false;
    }
    root.open("cac:PaymentTerms").maybe("cbc:Note", payment.terms());
  }

  /** The means that carries the mandate: a direct debit, or the first of all. */
  private static Optional<Payment.Means> debit(List<Payment.Means> means) {
    return means.stream()
        .filter(one -> one.code().equals("49") || one.code().equals("59"))
        .findFirst()
        .or(() -> means.stream().findFirst());
  }

  private static void means(Tag tag, Payment.Means means, Optional<String> mandated) {
    means
        .card()
        .ifPresent(
            card ->
                tag.open("cac:CardAccount")
                    .maybe("cbc:PrimaryAccountNumberID", Optional.of(card.number()))
                    .maybe("cbc:NetworkID", Optional.of("NA")) // the schema asks, the norm does not
                    .maybe("cbc:HolderName", card.holder()));
    means
        .account()
        .ifPresent(
            account -> {
              Tag opened = tag.open("cac:PayeeFinancialAccount");
              opened.leaf("cbc:ID", account.number());
              opened.maybe("cbc:Name", account.name());
              opened.open("cac:FinancialInstitutionBranch").maybe("cbc:ID", account.bank());
            });
    Tag mandate = tag.open("cac:PaymentMandate");
    mandate.maybe("cbc:ID", mandated);
    mandate.open("cac:PayerFinancialAccount").maybe("cbc:ID", means.debited());
  }

  private void amounts() {
    Amounts amounts = invoice.amounts();
    Amounts.Totals totals = amounts.totals();
    amounts.adjustments().forEach(one -> UblLines.adjustment(root, one, heading.currency()));
    if (totals.tax().isPresent() || !amounts.vat().isEmpty()) {
      Tag taxes = root.open("cac:TaxTotal");
      money(taxes, "cbc:TaxAmount", totals.tax().orElse(BigDecimal.ZERO));
      amounts.vat().forEach(row -> vat(taxes.open("cac:TaxSubtotal"), row));
    }
    totals
        .taxInBooks()
        .ifPresent(
            tax ->
                root.open("cac:TaxTotal")
                    .leaf("cbc:TaxAmount", tax)
                    .with("currencyID", heading.taxCurrency()));
    Tag tag = root.open("cac:LegalMonetaryTotal");
    money(tag, "cbc:LineExtensionAmount", totals.lines());
    money(tag, "cbc:TaxExclusiveAmount", totals.net());
    money(tag, "cbc:TaxInclusiveAmount", totals.gross());
    totals.allowances().ifPresent(amount -> money(tag, "cbc:AllowanceTotalAmount", amount));
    totals.charges().ifPresent(amount -> money(tag, "cbc:ChargeTotalAmount", amount));
    totals.paid().ifPresent(amount -> money(tag, "cbc:PrepaidAmount", amount));
    totals.rounding().ifPresent(amount -> money(tag, "cbc:PayableRoundingAmount", amount));
    money(tag, "cbc:PayableAmount", totals.due());
  }

  private void vat(Tag tag, Amounts.Vat row) {
    money(tag, "cbc:TaxableAmount", row.base());
    money(tag, "cbc:TaxAmount", row.tax());
    Tag category = tag.open("cac:TaxCategory");
    category.leaf("cbc:ID", row.category().code());
    row.category().rate().ifPresent(rate -> category.leaf("cbc:Percent", rate));
    category.maybe("cbc:TaxExemptionReasonCode", row.reasonCode());
    category.maybe("cbc:TaxExemptionReason", row.reason());
    category.open("cac:TaxScheme").leaf("cbc:ID", "VAT");
  }

  private void money(Tag tag, String name, BigDecimal amount) {
    tag.leaf(name, amount).with("currencyID", heading.currency());
  }

  private void lines() {
    invoice
        .lines()
        .forEach(
            line ->
                UblLines.write(
                    root.open(credits ? "cac:CreditNoteLine" : "cac:InvoiceLine"),
                    line,
                    credits ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity",
                    heading.currency()));
  }
}
