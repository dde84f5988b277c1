package org.millrace.einvoice.cii;

import java.util.List;
import java.util.Optional;
import org.millrace.einvoice.Amounts;
import org.millrace.einvoice.Delivery;
import org.millrace.einvoice.EInvoice;
import org.millrace.einvoice.EInvoiceRefused;
import org.millrace.einvoice.Heading;
import org.millrace.einvoice.Party;
import org.millrace.einvoice.Payment;
import org.millrace.einvoice.References;
import org.millrace.einvoice.References.Kind;
import org.millrace.einvoice.SupportingDocument;
import org.millrace.einvoice.xml.Tag;

/** Writes a document as CrossIndustryInvoice D16B; the order of elements is that of its schema. */
public final class WriteCii {
  private static final String SPACE = "urn:un:unece:uncefact:data:standard:";

  private final EInvoice invoice;
  private final Heading heading;
  private final Tag root;

  private WriteCii(EInvoice invoice) {
    this.invoice = invoice;
    heading = invoice.heading();
    root =
        new Tag("rsm:CrossIndustryInvoice")
            .with("xmlns:rsm", SPACE + "CrossIndustryInvoice:100")
            .with("xmlns:ram", SPACE + "ReusableAggregateBusinessInformationEntity:100")
            .with("xmlns:udt", SPACE + "UnqualifiedDataType:100")
            .with("xmlns:qdt", SPACE + "QualifiedDataType:100");
  }

  /** The document in UTF-8. */
  public static byte[] write(EInvoice invoice) {
    if (invoice.references().preceding().size() > 1) {
      throw new EInvoiceRefused(
          "CII has room for one invoice before, and %s refers to %d: write it as UBL."
              .formatted(invoice.heading().number(), invoice.references().preceding().size()));
    }
    WriteCii writing = new WriteCii(invoice);
    writing.heading();
    Tag trade = writing.root.open("rsm:SupplyChainTradeTransaction");
    invoice
        .lines()
        .forEach(line -> CiiLines.write(trade.open("ram:IncludedSupplyChainTradeLineItem"), line));
    writing.agreement(trade.open("ram:ApplicableHeaderTradeAgreement"));
    writing.delivery(trade.always("ram:ApplicableHeaderTradeDelivery"));
    writing.settlement(trade.open("ram:ApplicableHeaderTradeSettlement"));
    return writing.root.document();
  }

  private void heading() {
    Tag context = root.open("rsm:ExchangedDocumentContext");
    context
        .open("ram:BusinessProcessSpecifiedDocumentContextParameter")
        .maybe("ram:ID", heading.process().profile());
    context
        .open("ram:GuidelineSpecifiedDocumentContextParameter")
        .leaf("ram:ID", heading.process().rules());
    Tag document = root.open("rsm:ExchangedDocument");
    document.leaf("ram:ID", heading.number());
    document.leaf("ram:TypeCode", heading.type());
    CiiDates.write(document, "ram:IssueDateTime", Optional.of(heading.issued()));
    for (Heading.Note note : heading.notes()) {
      Tag tag = document.open("ram:IncludedNote");
      tag.leaf("ram:Content", note.text());
      tag.maybe("ram:SubjectCode", note.subject());
    }
  }

  private void agreement(Tag tag) {
    References references = invoice.references();
    tag.maybe("ram:BuyerReference", references.value(Kind.BUYER_REFERENCE));
    CiiParties.write(tag.open("ram:SellerTradeParty"), invoice.parties().seller());
    CiiParties.write(tag.open("ram:BuyerTradeParty"), invoice.parties().buyer());
    invoice
        .parties()
        .taxRepresentative()
        .ifPresent(one -> CiiParties.write(tag.open("ram:SellerTaxRepresentativeTradeParty"), one));
    referenced(tag, "ram:SellerOrderReferencedDocument", Kind.SALES_ORDER);
    referenced(tag, "ram:BuyerOrderReferencedDocument", Kind.ORDER);
    referenced(tag, "ram:ContractReferencedDocument", Kind.CONTRACT);
    invoice.supporting().forEach(one -> supporting(tag, one));
    additional(tag, Kind.TENDER, CiiReferences.TENDER);
    additional(tag, Kind.INVOICED_OBJECT, CiiReferences.INVOICED_OBJECT);
    references
        .value(Kind.PROJECT)
        .ifPresent(
            id -> {
              Tag project = tag.open("ram:SpecifiedProcuringProject");
              project.leaf("ram:ID", id);
              project.leaf("ram:Name", "Project reference");
            });
  }

  private void referenced(Tag tag, String name, Kind kind) {
    tag.open(name).maybe("ram:IssuerAssignedID", invoice.references().value(kind));
  }

  private void additional(Tag tag, Kind kind, String type) {
    invoice
        .references()
        .of(kind)
        .ifPresent(
            id -> {
              Tag document = tag.open("ram:AdditionalReferencedDocument");
              document.leaf("ram:IssuerAssignedID", id.value());
              document.leaf("ram:TypeCode", type);
              document.maybe("ram:ReferenceTypeCode", id.scheme());
            });
  }

  private static void supporting(Tag tag, SupportingDocument one) {
    Tag document = tag.open("ram:AdditionalReferencedDocument");
    document.leaf("ram:IssuerAssignedID", one.number());
    document.maybe("ram:URIID", one.location());
    document.leaf("ram:TypeCode", CiiReferences.SUPPORTING);
    document.maybe("ram:Name", one.description());
    one.file()
        .ifPresent(
            file ->
                document
                    .leaf("ram:AttachmentBinaryObject", file.base64())
                    .with("mimeCode", file.mediaType())
                    .with("filename", file.name()));
  }

  private void delivery(Tag tag) {
    Delivery delivery = invoice.delivery();
    Tag shipTo = tag.open("ram:ShipToTradeParty");
    delivery.location().ifPresent(id -> CiiParties.numbers(shipTo, List.of(id)));
    shipTo.maybe("ram:Name", delivery.name());
    delivery
        .address()
        .ifPresent(one -> CiiParties.address(shipTo.open("ram:PostalTradeAddress"), one));
    CiiDates.write(
        tag.open("ram:ActualDeliverySupplyChainEvent"), "ram:OccurrenceDateTime", delivery.date());
    referenced(tag, "ram:DespatchAdviceReferencedDocument", Kind.DESPATCH_ADVICE);
    referenced(tag, "ram:ReceivingAdviceReferencedDocument", Kind.RECEIVING_ADVICE);
  }

  private void settlement(Tag tag) {
    Payment payment = invoice.payment();
    tag.maybe("ram:CreditorReferenceID", payment.creditor());
    tag.maybe("ram:PaymentReference", payment.reference());
    tag.maybe("ram:TaxCurrencyCode", heading.taxCurrency());
    tag.leaf("ram:InvoiceCurrencyCode", heading.currency());
    invoice
        .parties()
        .payee()
        .ifPresent(one -> CiiParties.write(tag.open("ram:PayeeTradeParty"), payee(one)));
    payment.means().forEach(one -> means(tag, one));
    vat(tag);
    invoice
        .delivery()
        .period()
        .ifPresent(span -> CiiDates.write(tag, "ram:BillingSpecifiedPeriod", span));
    invoice.amounts().adjustments().forEach(one -> CiiLines.adjustment(tag, one));
    Tag terms = tag.open("ram:SpecifiedTradePaymentTerms");
    terms.maybe("ram:Description", payment.terms());
    CiiDates.write(terms, "ram:DueDateDateTime", payment.due());
    terms.maybe("ram:DirectDebitMandateID", payment.mandate());
    totals(tag.open("ram:SpecifiedTradeSettlementHeaderMonetarySummation"));
    for (References.Preceding one : invoice.references().preceding()) {
      Tag preceding = tag.open("ram:InvoiceReferencedDocument");
      preceding.leaf("ram:IssuerAssignedID", one.number());
      CiiDates.write(preceding, "ram:FormattedIssueDateTime", "qdt:DateTimeString", one.issued());
    }
    tag.open("ram:ReceivableSpecifiedTradeAccountingAccount")
        .maybe("ram:ID", invoice.references().value(Kind.BUYER_ACCOUNTING));
  }

  /** EN 16931 knows name and numbers of a payee alone. */
  private static Party payee(Party party) {
    return new Party(
        party.name(),
        Optional.empty(),
        party.numbers(),
        new Party.Registration(
            party.registration().legal(), Optional.empty(), Optional.empty(), Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static void means(Tag parent, Payment.Means means) {
    Tag tag = parent.open("ram:SpecifiedTradeSettlementPaymentMeans");
    tag.leaf("ram:TypeCode", means.code());
    tag.maybe("ram:Information", means.text());
    means
        .card()
        .ifPresent(
            card -> {
              Tag opened = tag.open("ram:ApplicableTradeSettlementFinancialCard");
              opened.leaf("ram:ID", card.number());
              opened.maybe("ram:CardholderName", card.holder());
            });
    tag.open("ram:PayerPartyDebtorFinancialAccount").maybe("ram:IBANID", means.debited());
    means
        .account()
        .ifPresent(
            account -> {
              Tag opened = tag.open("ram:PayeePartyCreditorFinancialAccount");
              if (isIban(account.number())) {
                opened.leaf("ram:IBANID", account.number());
              }
              opened.maybe("ram:AccountName", account.name());
              if (!isIban(account.number())) {
                opened.leaf("ram:ProprietaryID", account.number());
              }
              tag.open("ram:PayeeSpecifiedCreditorFinancialInstitution")
                  .maybe("ram:BICID", account.bank());
            });
  }

  private static boolean isIban(String number) {
    return number.replace(" ", "").matches("[A-Z]{2}\\d{2}[A-Z0-9]{10,30}");
  }

  private void vat(Tag parent) {
    // Tax point and event are told once, with the first row.
    Optional<Heading.TaxPoint> taxPoint = heading.taxPoint();
    for (Amounts.Vat row : invoice.amounts().vat()) {
      vat(parent.open("ram:ApplicableTradeTax"), row, taxPoint);
      taxPoint = Optional.empty();
    }
  }

  private static void vat(Tag tag, Amounts.Vat row, Optional<Heading.TaxPoint> taxPoint) {
    tag.leaf("ram:CalculatedAmount", row.tax());
    tag.leaf("ram:TypeCode", "VAT");
    tag.maybe("ram:ExemptionReason", row.reason());
    tag.leaf("ram:BasisAmount", row.base());
    tag.leaf("ram:CategoryCode", row.category().code());
    tag.maybe("ram:ExemptionReasonCode", row.reasonCode());
    CiiDates.write(
        tag, "ram:TaxPointDate", "udt:DateString", taxPoint.flatMap(Heading.TaxPoint::date));
    tag.maybe(
        "ram:DueDateTypeCode", taxPoint.flatMap(Heading.TaxPoint::event).map(Heading.Event::cii));
    row.category().rate().ifPresent(rate -> tag.leaf("ram:RateApplicablePercent", rate));
  }

  private void totals(Tag tag) {
    Amounts.Totals totals = invoice.amounts().totals();
    tag.leaf("ram:LineTotalAmount", totals.lines());
    totals.charges().ifPresent(amount -> tag.leaf("ram:ChargeTotalAmount", amount));
    totals.allowances().ifPresent(amount -> tag.leaf("ram:AllowanceTotalAmount", amount));
    tag.leaf("ram:TaxBasisTotalAmount", totals.net());
    totals
        .tax()
        .ifPresent(
            tax -> tag.leaf("ram:TaxTotalAmount", tax).with("currencyID", heading.currency()));
    totals
        .taxInBooks()
        .ifPresent(
            tax -> tag.leaf("ram:TaxTotalAmount", tax).with("currencyID", heading.taxCurrency()));
    totals.rounding().ifPresent(amount -> tag.leaf("ram:RoundingAmount", amount));
    tag.leaf("ram:GrandTotalAmount", totals.gross());
    totals.paid().ifPresent(amount -> tag.leaf("ram:TotalPrepaidAmount", amount));
    tag.leaf("ram:DuePayableAmount", totals.due());
  }
}
