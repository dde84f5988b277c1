package org.millrace.einvoice.ubl;

import java.math.BigDecimal;
import java.util.Optional;
import org.millrace.einvoice.Adjustment;
import org.millrace.einvoice.Amounts.TaxCategory;
import org.millrace.einvoice.Delivery;
import org.millrace.einvoice.Identifier;
import org.millrace.einvoice.Line;
import org.millrace.einvoice.xml.Element;
import org.millrace.einvoice.xml.Tag;

/** The lines of a UBL document, and the allowances and charges of lines and document. */
final class UblLines {
  private final Tag tag;
  private final String currency;

  private UblLines(Tag tag, String currency) {
    this.tag = tag;
    this.currency = currency;
  }

  static Line read(Element line) {
    Element item = line.require("cac:Item");
    return new Line(
        line.requireText("cbc:ID"),
        amount(
            line.first("cbc:InvoicedQuantity")
                .or(() -> line.first("cbc:CreditedQuantity"))
                .orElseGet(() -> line.require("cbc:InvoicedQuantity"))),
        line.requireDecimal("cbc:LineExtensionAmount"),
        price(line.require("cac:Price")),
        ReadUbl.category(item.require("cac:ClassifiedTaxCategory")),
        product(item),
        line.all("cac:AllowanceCharge").stream().map(UblLines::adjustment).toList(),
        details(line));
  }

  private static Line.Amount amount(Element quantity) {
    return new Line.Amount(new BigDecimal(quantity.text()), quantity.attribute("unitCode"));
  }

  private static Line.Price price(Element price) {
    return new Line.Price(
        price.requireDecimal("cbc:PriceAmount"),
        price.decimal("cac:AllowanceCharge/cbc:Amount"),
        price.decimal("cac:AllowanceCharge/cbc:BaseAmount"),
        price.first("cbc:BaseQuantity").map(UblLines::amount));
  }

  private static Line.Product product(Element item) {
    return new Line.Product(
        item.requireText("cbc:Name"),
        item.text("cbc:Description"),
        item.text("cac:SellersItemIdentification/cbc:ID"),
        item.text("cac:BuyersItemIdentification/cbc:ID"),
        UblParties.identifier(item, "cac:StandardItemIdentification/cbc:ID"),
        item.all("cac:CommodityClassification/cbc:ItemClassificationCode").stream()
            .map(
                one ->
                    new Line.Classification(
                        new Identifier(one.text(), one.attribute("listID")),
                        one.attribute("listVersionID")))
            .toList(),
        item.text("cac:OriginCountry/cbc:IdentificationCode"),
        item.all("cac:AdditionalItemProperty").stream()
            .map(
                one ->
                    new Line.Attribute(one.requireText("cbc:Name"), one.requireText("cbc:Value")))
            .toList());
  }

  private static Line.Details details(Element line) {
    return new Line.Details(
        line.text("cbc:Note"),
        UblParties.identifier(line, "cac:DocumentReference/cbc:ID"),
        line.text("cac:OrderLineReference/cbc:LineID"),
        line.text("cbc:AccountingCost"),
        ReadUbl.span(line));
  }

  static Adjustment adjustment(Element element) {
    return new Adjustment(
        Adjustment.kind(element.requireText("cbc:ChargeIndicator")),
        element.requireDecimal("cbc:Amount"),
        element.decimal("cbc:BaseAmount"),
        element.decimal("cbc:MultiplierFactorNumeric"),
        element.first("cac:TaxCategory").map(ReadUbl::category),
        element.text("cbc:AllowanceChargeReason"),
        element.text("cbc:AllowanceChargeReasonCode"));
  }

  static void adjustment(Tag parent, Adjustment adjustment, String currency) {
    Tag tag = parent.open("cac:AllowanceCharge");
    tag.leaf("cbc:ChargeIndicator", String.valueOf(adjustment.kind() == Adjustment.Kind.CHARGE));
    tag.maybe("cbc:AllowanceChargeReasonCode", adjustment.reasonCode());
    tag.maybe("cbc:AllowanceChargeReason", adjustment.reason());
    adjustment.percent().ifPresent(one -> tag.leaf("cbc:MultiplierFactorNumeric", one));
    tag.leaf("cbc:Amount", adjustment.amount()).with("currencyID", currency);
    adjustment
        .base()
        .ifPresent(base -> tag.leaf("cbc:BaseAmount", base).with("currencyID", currency));
    adjustment.tax().ifPresent(tax -> category(tag.open("cac:TaxCategory"), tax));
  }

  static void category(Tag tag, TaxCategory category) {
    tag.leaf("cbc:ID", category.code());
    category.rate().ifPresent(rate -> tag.leaf("cbc:Percent", rate));
    tag.open("cac:TaxScheme").leaf("cbc:ID", "VAT");
  }

  /** Writes a line into its element. */
  static void write(Tag tag, Line line, String quantity, String currency) {
    new UblLines(tag, currency).write(line, quantity);
  }

  private void write(Line line, String quantity) {
    tag.leaf("cbc:ID", line.id());
    tag.maybe("cbc:Note", line.details().note());
    tag.leaf(quantity, line.quantity().number()).with("unitCode", line.quantity().unit());
    tag.leaf("cbc:LineExtensionAmount", line.net()).with("currencyID", currency);
    tag.maybe("cbc:AccountingCost", line.details().buyerAccounting());
    line.details().period().ifPresent(span -> span(tag.open("cac:InvoicePeriod"), span));
    tag.open("cac:OrderLineReference").maybe("cbc:LineID", line.details().orderLine());
    line.details()
        .object()
        .ifPresent(
            id -> {
              Tag reference = tag.open("cac:DocumentReference");
              UblParties.identifier(reference, "cbc:ID", id);
              reference.leaf("cbc:DocumentTypeCode", ReadUbl.INVOICED_OBJECT);
            });
    line.adjustments().forEach(one -> adjustment(tag, one, currency));
    product(line.product(), line.tax());
    price(line.price());
  }

  static void span(Tag tag, Delivery.Span span) {
    tag.maybe("cbc:StartDate", span.from().map(String::valueOf))
        .maybe("cbc:EndDate", span.to().map(String::valueOf));
  }

  private void product(Line.Product product, TaxCategory tax) {
    Tag item = tag.open("cac:Item");
    item.maybe("cbc:Description", product.description()).leaf("cbc:Name", product.name());
    item.open("cac:BuyersItemIdentification").maybe("cbc:ID", product.buyerNumber());
    item.open("cac:SellersItemIdentification").maybe("cbc:ID", product.sellerNumber());
    product
        .standardNumber()
        .ifPresent(
            id -> UblParties.identifier(item.open("cac:StandardItemIdentification"), "cbc:ID", id));
    item.open("cac:OriginCountry").maybe("cbc:IdentificationCode", product.origin());
    product
        .classes()
        .forEach(
            one ->
                item.open("cac:CommodityClassification")
                    .leaf("cbc:ItemClassificationCode", one.code().value())
                    .with("listID", one.code().scheme())
                    .with("listVersionID", one.version()));
    category(item.open("cac:ClassifiedTaxCategory"), tax);
    product
        .attributes()
        .forEach(
            one ->
                item.open("cac:AdditionalItemProperty")
                    .maybe("cbc:Name", Optional.of(one.name()))
                    .maybe("cbc:Value", Optional.of(one.value())));
  }

  private void price(Line.Price price) {
    Tag opened = tag.open("cac:Price");
    opened.leaf("cbc:PriceAmount", price.net()).with("currencyID", currency);
    price
        .per()
        .ifPresent(
            per -> opened.leaf("cbc:BaseQuantity", per.number()).with("unitCode", per.unit()));
    price
        .discount()
        .ifPresent(
            discount -> {
              Tag allowance = opened.open("cac:AllowanceCharge");
              allowance.leaf("cbc:ChargeIndicator", "false");
              allowance.leaf("cbc:Amount", discount).with("currencyID", currency);
              price
                  .gross()
                  .ifPresent(
                      gross ->
                          allowance.leaf("cbc:BaseAmount", gross).with("currencyID", currency));
            });
  }
}
