package org.millrace.einvoice.cii;

import static java.util.function.Predicate.not;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.einvoice.Amounts;
import org.millrace.einvoice.Delivery;
import org.millrace.einvoice.EInvoice;
import org.millrace.einvoice.EInvoiceRefused;
import org.millrace.einvoice.Heading;
import org.millrace.einvoice.Identifier;
import org.millrace.einvoice.Parties;
import org.millrace.einvoice.Payment;
import org.millrace.einvoice.References;
import org.millrace.einvoice.References.Kind;
import org.millrace.einvoice.SupportingDocument;
import org.millrace.einvoice.xml.Element;

/** Reads a CrossIndustryInvoice. */
public final class ReadCii {
  private final Heading.Process process;
  private final Element document;
  private final Element trade;
  private final Element agreement;
  private final Element delivery;
  private final Element settlement;

  private ReadCii(Element root) {
    process = process(root);
    document = root.require("rsm:ExchangedDocument");
    trade = root.require("rsm:SupplyChainTradeTransaction");
    agreement = trade.require("ram:ApplicableHeaderTradeAgreement");
    delivery = trade.require("ram:ApplicableHeaderTradeDelivery");
    settlement = trade.require("ram:ApplicableHeaderTradeSettlement");
  }

  public static boolean reads(Element root) {
    return root.name().equals("rsm:CrossIndustryInvoice");
  }

  /** The document whose root element this is. */
  public static EInvoice read(Element root) {
    return new ReadCii(root).invoice();
  }

  /** BG-2 of the document whose root element this is. */
  public static Heading.Process process(Element root) {
    String context = "rsm:ExchangedDocumentContext/ram:";
    return new Heading.Process(
        root.text(context + "BusinessProcessSpecifiedDocumentContextParameter/ram:ID"),
        root.text(context + "GuidelineSpecifiedDocumentContextParameter/ram:ID")
            .orElse(Heading.Process.EN_16931));
  }

  private EInvoice invoice() {
    return new EInvoice(
        heading(),
        references(),
        new Parties(
            CiiParties.read(agreement.require("ram:SellerTradeParty")),
            CiiParties.read(agreement.require("ram:BuyerTradeParty")),
            settlement.first("ram:PayeeTradeParty").map(CiiParties::read),
            agreement.first("ram:SellerTaxRepresentativeTradeParty").map(CiiParties::read)),
        delivery(),
        payment(),
        amounts(),
        additional(CiiReferences.SUPPORTING).stream().map(ReadCii::supporting).toList(),
        trade.all("ram:IncludedSupplyChainTradeLineItem").stream()
            .filter(
                not(
                    line ->
                        line.text("ram:AssociatedDocumentLineDocument/ram:ParentLineID")
                            .isPresent()))
            .map(CiiLines::read)
            .toList());
  }

  private Heading heading() {
    return new Heading(
        process,
        document.requireText("ram:ID"),
        CiiDates.day(document, "ram:IssueDateTime")
            .orElseThrow(() -> new EInvoiceRefused("ram:IssueDateTime is missing.")),
        document.requireText("ram:TypeCode"),
        settlement.requireText("ram:InvoiceCurrencyCode"),
        settlement.text("ram:TaxCurrencyCode"),
        taxPoint(),
        document.all("ram:IncludedNote").stream()
            .filter(one -> one.text("ram:Content").isPresent())
            .map(
                one ->
                    new Heading.Note(
                        one.text("ram:SubjectCode"),
                        String.join(
                            "\n", one.all("ram:Content").stream().map(Element::text).toList())))
            .toList());
  }

  private Optional<Heading.TaxPoint> taxPoint() {
    Optional<LocalDate> date =
        settlement.all("ram:ApplicableTradeTax").stream()
            .flatMap(one -> CiiDates.day(one, "ram:TaxPointDate").stream())
            .findFirst();
    Optional<Heading.Event> event =
        settlement
            .text("ram:ApplicableTradeTax/ram:DueDateTypeCode")
            .flatMap(
                code ->
                    Arrays.stream(Heading.Event.values())
                        .filter(one -> one.cii().equals(code))
                        .findFirst());
    return date.isEmpty() && event.isEmpty()
        ? Optional.empty()
        : Optional.of(new Heading.TaxPoint(date, event));
  }

  private References references() {
    Map<Kind, Identifier> named = new EnumMap<>(Kind.class);
    found(agreement, CiiReferences.IN_AGREEMENT, named);
    found(delivery, CiiReferences.IN_DELIVERY, named);
    found(settlement, CiiReferences.IN_SETTLEMENT, named);
    additional(CiiReferences.TENDER).stream()
        .findFirst()
        .ifPresent(
            one -> named.put(Kind.TENDER, Identifier.of(one.requireText("ram:IssuerAssignedID"))));
    additional(CiiReferences.INVOICED_OBJECT).stream()
        .findFirst()
        .ifPresent(one -> named.put(Kind.INVOICED_OBJECT, CiiLines.object(one)));
    return new References(
        named,
        settlement.all("ram:InvoiceReferencedDocument").stream()
            .map(
                one ->
                    new References.Preceding(
                        one.requireText("ram:IssuerAssignedID"),
                        CiiDates.day(one, "ram:FormattedIssueDateTime")))
            .toList());
  }

  private static void found(Element element, Map<Kind, String> paths, Map<Kind, Identifier> named) {
    paths.forEach(
        (kind, path) -> element.text(path).ifPresent(id -> named.put(kind, Identifier.of(id))));
  }

  private List<Element> additional(String type) {
    return agreement.all("ram:AdditionalReferencedDocument").stream()
        .filter(
            one ->
                one.text("ram:TypeCode").orElse(CiiReferences.SUPPORTING).equals(type)
                    && one.text("ram:IssuerAssignedID").isPresent())
        .toList();
  }

  private static SupportingDocument supporting(Element one) {
    return new SupportingDocument(
        one.requireText("ram:IssuerAssignedID"),
        one.text("ram:Name"),
        one.text("ram:URIID"),
        one.first("ram:AttachmentBinaryObject")
            .map(
                object ->
                    new SupportingDocument.File(
                        object.text().replaceAll("\\s", ""),
                        object.attribute("mimeCode").orElse("application/octet-stream"),
                        object.attribute("filename").orElse("attachment"))));
  }

  private Delivery delivery() {
    Optional<Element> shipTo = delivery.first("ram:ShipToTradeParty");
    return new Delivery(
        shipTo.flatMap(one -> one.text("ram:Name")),
        shipTo.flatMap(
            one ->
                one.first("ram:GlobalID")
                    .or(() -> one.first("ram:ID"))
                    .filter(id -> !id.text().isBlank())
                    .map(CiiParties::identifier)),
        CiiDates.day(delivery, "ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime"),
        shipTo.flatMap(one -> one.first("ram:PostalTradeAddress")).map(CiiParties::address),
        CiiDates.span(settlement, "ram:BillingSpecifiedPeriod"));
  }

  private Payment payment() {
    List<Element> terms = settlement.all("ram:SpecifiedTradePaymentTerms");
    return new Payment(
        terms.stream()
            .flatMap(one -> CiiDates.day(one, "ram:DueDateDateTime").stream())
            .findFirst(),
        Optional.of(
                terms.stream()
                    .flatMap(one -> one.text("ram:Description").stream())
                    .collect(Collectors.joining("\n")))
            .filter(not(String::isEmpty)),
        settlement.text("ram:PaymentReference"),
        settlement.text("ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID"),
        settlement.text("ram:CreditorReferenceID"),
        settlement.all("ram:SpecifiedTradeSettlementPaymentMeans").stream()
            .map(ReadCii::means)
            .toList());
  }

  private static Payment.Means means(Element one) {
    Optional<Element> account = one.first("ram:PayeePartyCreditorFinancialAccount");
    Optional<String> number =
        account.flatMap(a -> a.text("ram:IBANID").or(() -> a.text("ram:ProprietaryID")));
    return new Payment.Means(
        one.requireText("ram:TypeCode"),
        one.text("ram:Information"),
        number.map(
            said ->
                new Payment.Account(
                    said,
                    account.flatMap(a -> a.text("ram:AccountName")),
                    one.text("ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID"))),
        one.first("ram:ApplicableTradeSettlementFinancialCard")
            .map(
                card ->
                    new Payment.Card(card.requireText("ram:ID"), card.text("ram:CardholderName"))),
        one.text("ram:PayerPartyDebtorFinancialAccount/ram:IBANID"));
  }

  private Amounts amounts() {
    return new Amounts(
        settlement.all("ram:SpecifiedTradeAllowanceCharge").stream()
            .map(CiiLines::adjustment)
            .toList(),
        settlement.all("ram:ApplicableTradeTax").stream()
            .map(
                row ->
                    new Amounts.Vat(
                        CiiLines.category(row),
                        row.requireDecimal("ram:BasisAmount"),
                        row.requireDecimal("ram:CalculatedAmount"),
                        row.text("ram:ExemptionReason"),
                        row.text("ram:ExemptionReasonCode")))
            .toList(),
        totals());
  }

  private Amounts.Totals totals() {
    Element sums = settlement.require("ram:SpecifiedTradeSettlementHeaderMonetarySummation");
    String currency = settlement.requireText("ram:InvoiceCurrencyCode");
    List<Element> taxes = sums.all("ram:TaxTotalAmount");
    return new Amounts.Totals(
        sums.requireDecimal("ram:LineTotalAmount"),
        sums.decimal("ram:AllowanceTotalAmount"),
        sums.decimal("ram:ChargeTotalAmount"),
        sums.requireDecimal("ram:TaxBasisTotalAmount"),
        tax(taxes.stream().filter(one -> isIn(one, currency)).toList()).or(this::summedTax),
        tax(taxes.stream().filter(one -> !isIn(one, currency)).toList()),
        sums.requireDecimal("ram:GrandTotalAmount"),
        sums.decimal("ram:TotalPrepaidAmount"),
        sums.decimal("ram:RoundingAmount"),
        sums.requireDecimal("ram:DuePayableAmount"));
  }

  /** What is out of scope of the tax may say no total of it. */
  private Optional<BigDecimal> summedTax() {
    return settlement.all("ram:ApplicableTradeTax").stream()
        .flatMap(one -> one.decimal("ram:CalculatedAmount").stream())
        .reduce(BigDecimal::add);
  }

  private static boolean isIn(Element amount, String currency) {
    return amount.attribute("currencyID").map(currency::equals).orElse(true);
  }

  private static Optional<BigDecimal> tax(List<Element> amounts) {
    return amounts.stream().findFirst().map(one -> new BigDecimal(one.text()));
  }
}
