package org.millrace.einvoice.ubl;

import static java.util.function.Predicate.not;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.millrace.einvoice.Amounts;
import org.millrace.einvoice.Amounts.TaxCategory;
import org.millrace.einvoice.Delivery;
import org.millrace.einvoice.EInvoice;
import org.millrace.einvoice.Heading;
import org.millrace.einvoice.Identifier;
import org.millrace.einvoice.Payment;
import org.millrace.einvoice.References;
import org.millrace.einvoice.SupportingDocument;
import org.millrace.einvoice.xml.Element;

/** Reads a UBL Invoice or CreditNote. */
public final class ReadUbl {
  static final String INVOICED_OBJECT = "130";
  static final String PROJECT = "50";

  /** How UBL carries the subject of a note (BT-21): in front of its text. */
  private static final Pattern SUBJECT = Pattern.compile("#([A-Z]{3})#(.*)", Pattern.DOTALL);

  private final Element root;
  private final boolean credits;

  private ReadUbl(Element root) {
    this.root = root;
    this.credits = root.name().equals("cn:CreditNote");
  }

  public static boolean reads(Element root) {
    return root.name().equals("inv:Invoice") || root.name().equals("cn:CreditNote");
  }

  /** The document whose root element this is. */
  public static EInvoice read(Element root) {
    return new ReadUbl(root).document();
  }

  /** BG-2 of the document whose root element this is. */
  public static Heading.Process process(Element root) {
    return new Heading.Process(
        root.text("cbc:ProfileID"),
        root.text("cbc:CustomizationID").orElse(Heading.Process.EN_16931));
  }

  private EInvoice document() {
    return new EInvoice(
        heading(),
        references(),
        UblParties.read(root),
        delivery(),
        payment(),
        amounts(),
        supporting(),
        root.all(credits ? "cac:CreditNoteLine" : "cac:InvoiceLine").stream()
            .map(UblLines::read)
            .toList());
  }

  private Heading heading() {
    return new Heading(
        process(root),
        root.requireText("cbc:ID"),
        root.requireDay("cbc:IssueDate"),
        root.text(credits ? "cbc:CreditNoteTypeCode" : "cbc:InvoiceTypeCode")
            .orElse(credits ? Heading.CREDIT_NOTE : Heading.INVOICE),
        root.requireText("cbc:DocumentCurrencyCode"),
        root.text("cbc:TaxCurrencyCode"),
        taxPoint(),
        root.all("cbc:Note").stream()
            .map(Element::text)
            .filter(not(String::isBlank))
            .map(ReadUbl::note)
            .toList());
  }

  private Optional<Heading.TaxPoint> taxPoint() {
    Optional<LocalDate> date = root.day("cbc:TaxPointDate");
    Optional<Heading.Event> event =
        root.text("cac:InvoicePeriod/cbc:DescriptionCode")
            .flatMap(
                code ->
                    Arrays.stream(Heading.Event.values())
                        .filter(one -> one.ubl().equals(code))
                        .findFirst());
    return date.isEmpty() && event.isEmpty()
        ? Optional.empty()
        : Optional.of(new Heading.TaxPoint(date, event));
  }

  private static Heading.Note note(String text) {
    Matcher matcher = SUBJECT.matcher(text);
    return matcher.matches()
        ? new Heading.Note(Optional.of(matcher.group(1)), matcher.group(2).strip())
        : new Heading.Note(Optional.empty(), text);
  }

  private References references() {
    Map<References.Kind, Identifier> named = new EnumMap<>(References.Kind.class);
    UblReferences.PATHS.forEach(
        (kind, path) -> root.text(path).ifPresent(id -> named.put(kind, Identifier.of(id))));
    // The schema asks for an order of the buyer, and "NA" is written where there is none.
    if (named.containsKey(References.Kind.SALES_ORDER)) {
      named.remove(References.Kind.ORDER, Identifier.of("NA"));
    }
    typed(PROJECT).ifPresent(id -> named.putIfAbsent(References.Kind.PROJECT, id));
    typed(INVOICED_OBJECT).ifPresent(id -> named.put(References.Kind.INVOICED_OBJECT, id));
    return new References(
        named,
        root.all("cac:BillingReference/cac:InvoiceDocumentReference").stream()
            .map(
                one ->
                    new References.Preceding(one.requireText("cbc:ID"), one.day("cbc:IssueDate")))
            .toList());
  }

  private Optional<Identifier> typed(String code) {
    return root.all("cac:AdditionalDocumentReference").stream()
        .filter(one -> one.text("cbc:DocumentTypeCode").filter(code::equals).isPresent())
        .findFirst()
        .flatMap(one -> UblParties.identifier(one, "cbc:ID"));
  }

  private List<SupportingDocument> supporting() {
    return root.all("cac:AdditionalDocumentReference").stream()
        .filter(
            one ->
                one.text("cbc:DocumentTypeCode")
                    .filter(code -> code.equals(INVOICED_OBJECT) || code.equals(PROJECT))
                    .isEmpty())
        .map(
            one ->
                new SupportingDocument(
                    one.requireText("cbc:ID"),
                    one.text("cbc:DocumentDescription"),
                    one.text("cac:Attachment/cac:ExternalReference/cbc:URI"),
                    one.first("cac:Attachment/cbc:EmbeddedDocumentBinaryObject")
                        .map(ReadUbl::file)))
        .toList();
  }

  private static SupportingDocument.File file(Element object) {
    return new SupportingDocument.File(
        object.text().replaceAll("\\s", ""),
        object.attribute("mimeCode").orElse("application/octet-stream"),
        object.attribute("filename").orElse("attachment"));
  }

  private Delivery delivery() {
    Optional<Element> delivery = root.first("cac:Delivery");
    Optional<Element> place = delivery.flatMap(one -> one.first("cac:DeliveryLocation"));
    return new Delivery(
        delivery.flatMap(one -> one.text("cac:DeliveryParty/cac:PartyName/cbc:Name")),
        place.flatMap(one -> UblParties.identifier(one, "cbc:ID")),
        delivery.flatMap(one -> one.day("cbc:ActualDeliveryDate")),
        place.flatMap(one -> one.first("cac:Address")).map(UblParties::address),
        span(root));
  }

  static Optional<Delivery.Span> span(Element element) {
    return element
        .first("cac:InvoicePeriod")
        .map(one -> new Delivery.Span(one.day("cbc:StartDate"), one.day("cbc:EndDate")))
        .filter(one -> one.from().isPresent() || one.to().isPresent());
  }

  private Payment payment() {
    List<Element> means = root.all("cac:PaymentMeans");
    return new Payment(
        root.day("cbc:DueDate").or(() -> root.day("cac:PaymentMeans/cbc:PaymentDueDate")),
        root.text("cac:PaymentTerms/cbc:Note"),
        root.text("cac:PaymentMeans/cbc:PaymentID"),
        root.text("cac:PaymentMeans/cac:PaymentMandate/cbc:ID"),
        UblParties.creditor(root),
        means.stream().map(ReadUbl::means).toList());
  }

  private static Payment.Means means(Element one) {
    return new Payment.Means(
        one.requireText("cbc:PaymentMeansCode"),
        one.require("cbc:PaymentMeansCode").attribute("name"),
        one.first("cac:PayeeFinancialAccount")
            .filter(account -> account.text("cbc:ID").isPresent())
            .map(
                account ->
                    new Payment.Account(
                        account.requireText("cbc:ID"),
                        account.text("cbc:Name"),
                        account.text("cac:FinancialInstitutionBranch/cbc:ID"))),
        one.first("cac:CardAccount")
            .map(
                card ->
                    new Payment.Card(
                        card.requireText("cbc:PrimaryAccountNumberID"),
                        card.text("cbc:HolderName"))),
        one.text("cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID"));
  }

  private Amounts amounts() {
    String currency = root.requireText("cbc:DocumentCurrencyCode");
    List<Element> taxes = root.all("cac:TaxTotal");
    return new Amounts(
        root.all("cac:AllowanceCharge").stream().map(UblLines::adjustment).toList(),
        taxes.stream()
            .flatMap(one -> one.all("cac:TaxSubtotal").stream())
            .filter(one -> isIn(one, "cbc:TaxAmount", currency))
            .map(ReadUbl::vat)
            .toList(),
        totals(currency));
  }

  private static boolean isIn(Element element, String path, String currency) {
    return element
        .first(path)
        .flatMap(one -> one.attribute("currencyID"))
        .map(currency::equals)
        .orElse(true);
  }

  private static Amounts.Vat vat(Element row) {
    return new Amounts.Vat(
        category(row.require("cac:TaxCategory")),
        row.requireDecimal("cbc:TaxableAmount"),
        row.requireDecimal("cbc:TaxAmount"),
        row.text("cac:TaxCategory/cbc:TaxExemptionReason"),
        row.text("cac:TaxCategory/cbc:TaxExemptionReasonCode"));
  }

  static TaxCategory category(Element category) {
    return new TaxCategory(category.requireText("cbc:ID"), category.decimal("cbc:Percent"));
  }

  private Amounts.Totals totals(String currency) {
    Element totals = root.require("cac:LegalMonetaryTotal");
    List<Element> taxes = root.all("cac:TaxTotal");
    return new Amounts.Totals(
        totals.requireDecimal("cbc:LineExtensionAmount"),
        totals.decimal("cbc:AllowanceTotalAmount"),
        totals.decimal("cbc:ChargeTotalAmount"),
        totals.requireDecimal("cbc:TaxExclusiveAmount"),
        taxes.stream()
            .filter(one -> isIn(one, "cbc:TaxAmount", currency))
            .findFirst()
            .flatMap(one -> one.decimal("cbc:TaxAmount")),
        taxes.stream()
            .filter(one -> !isIn(one, "cbc:TaxAmount", currency))
            .findFirst()
            .flatMap(one -> one.decimal("cbc:TaxAmount")),
        totals.requireDecimal("cbc:TaxInclusiveAmount"),
        totals.decimal("cbc:PrepaidAmount"),
        totals.decimal("cbc:PayableRoundingAmount"),
        totals.requireDecimal("cbc:PayableAmount"));
  }
}
