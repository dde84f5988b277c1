package org.millrace.einvoice.cii;

import java.math.BigDecimal;
import java.util.Optional;
import org.millrace.einvoice.Adjustment;
import org.millrace.einvoice.Amounts.TaxCategory;
import org.millrace.einvoice.EInvoiceRefused;
import org.millrace.einvoice.Identifier;
import org.millrace.einvoice.Line;
import org.millrace.einvoice.xml.Element;
import org.millrace.einvoice.xml.Tag;

/** The lines of a CII document, and the allowances and charges of lines and document. */
final class CiiLines {
  private static final String NET = "ram:NetPriceProductTradePrice";
  private static final String GROSS = "ram:GrossPriceProductTradePrice";

  private CiiLines() {}

  static Line read(Element line) {
    Element settlement = line.require("ram:SpecifiedLineTradeSettlement");
    return new Line(
        line.requireText("ram:AssociatedDocumentLineDocument/ram:LineID"),
        amount(line.require("ram:SpecifiedLineTradeDelivery/ram:BilledQuantity")),
        settlement.requireDecimal(
            "ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount"),
        price(line.require("ram:SpecifiedLineTradeAgreement")),
        category(settlement.require("ram:ApplicableTradeTax")),
        product(line.require("ram:SpecifiedTradeProduct")),
        settlement.all("ram:SpecifiedTradeAllowanceCharge").stream()
            .map(CiiLines::adjustment)
            .toList(),
        details(line, settlement));
  }

  private static Line.Amount amount(Element quantity) {
    try {
      return new Line.Amount(new BigDecimal(quantity.text()), quantity.attribute("unitCode"));
    } catch (NumberFormatException e) {
      throw new EInvoiceRefused(
          quantity.name() + " holds \"" + quantity.text() + "\", which is no quantity.", e);
    }
  }

  private static Line.Price price(Element agreement) {
    return new Line.Price(
        agreement.requireDecimal(NET + "/ram:ChargeAmount"),
        agreement.decimal(GROSS + "/ram:AppliedTradeAllowanceCharge/ram:ActualAmount"),
        agreement.decimal(GROSS + "/ram:ChargeAmount"),
        agreement
            .first(NET + "/ram:BasisQuantity")
            .or(() -> agreement.first(GROSS + "/ram:BasisQuantity"))
            .map(CiiLines::amount));
  }

  static TaxCategory category(Element tax) {
    return new TaxCategory(
        tax.requireText("ram:CategoryCode"), tax.decimal("ram:RateApplicablePercent"));
  }

  private static Line.Product product(Element product) {
    return new Line.Product(
        product.requireText("ram:Name"),
        product.text("ram:Description"),
        product.text("ram:SellerAssignedID"),
        product.text("ram:BuyerAssignedID"),
        product.first("ram:GlobalID").map(CiiParties::identifier),
        product.all("ram:DesignatedProductClassification/ram:ClassCode").stream()
            .map(
                one ->
                    new Line.Classification(
                        new Identifier(one.text(), one.attribute("listID")),
                        one.attribute("listVersionID")))
            .toList(),
        product.text("ram:OriginTradeCountry/ram:ID"),
        product.all("ram:ApplicableProductCharacteristic").stream()
            .map(
                one ->
                    new Line.Attribute(
                        one.requireText("ram:Description"), one.requireText("ram:Value")))
            .toList());
  }

  private static Line.Details details(Element line, Element settlement) {
    return new Line.Details(
        line.text("ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:Content"),
        settlement
            .first("ram:AdditionalReferencedDocument")
            .filter(one -> one.text("ram:IssuerAssignedID").isPresent())
            .map(CiiLines::object),
        line.text("ram:SpecifiedLineTradeAgreement/ram:BuyerOrderReferencedDocument/ram:LineID"),
        settlement.text("ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID"),
        CiiDates.span(settlement, "ram:BillingSpecifiedPeriod"));
  }

  static Identifier object(Element document) {
    return new Identifier(
        document.requireText("ram:IssuerAssignedID"), document.text("ram:ReferenceTypeCode"));
  }

  static Adjustment adjustment(Element element) {
    return new Adjustment(
        Adjustment.kind(element.requireText("ram:ChargeIndicator/udt:Indicator")),
        element.requireDecimal("ram:ActualAmount"),
        element.decimal("ram:BasisAmount"),
        element.decimal("ram:CalculationPercent"),
        element
            .first("ram:CategoryTradeTax")
            .filter(one -> one.text("ram:CategoryCode").isPresent())
            .map(CiiLines::category),
        element.text("ram:Reason"),
        element.text("ram:ReasonCode"));
  }

  static void write(Tag tag, Line line) {
    Tag document = tag.open("ram:AssociatedDocumentLineDocument");
    document.leaf("ram:LineID", line.id());
    document.open("ram:IncludedNote").maybe("ram:Content", line.details().note());
    product(tag.open("ram:SpecifiedTradeProduct"), line.product());
    agreement(tag.open("ram:SpecifiedLineTradeAgreement"), line);
    tag.open("ram:SpecifiedLineTradeDelivery")
        .leaf("ram:BilledQuantity", line.quantity().number())
        .with("unitCode", line.quantity().unit());
    settlement(tag.open("ram:SpecifiedLineTradeSettlement"), line);
  }

  private static void product(Tag tag, Line.Product product) {
    product
        .standardNumber()
        .ifPresent(id -> tag.leaf("ram:GlobalID", id.value()).with("schemeID", id.scheme()));
    tag.maybe("ram:SellerAssignedID", product.sellerNumber())
        .maybe("ram:BuyerAssignedID", product.buyerNumber())
        .leaf("ram:Name", product.name());
    tag.maybe("ram:Description", product.description());
    for (Line.Attribute one : product.attributes()) {
      Tag attribute = tag.open("ram:ApplicableProductCharacteristic");
      attribute.leaf("ram:Description", one.name());
      attribute.leaf("ram:Value", one.value());
    }
    for (Line.Classification one : product.classes()) {
      tag.open("ram:DesignatedProductClassification")
          .leaf("ram:ClassCode", one.code().value())
          .with("listID", one.code().scheme())
          .with("listVersionID", one.version());
    }
    tag.open("ram:OriginTradeCountry").maybe("ram:ID", product.origin());
  }

  private static void agreement(Tag tag, Line line) {
    Line.Price price = line.price();
    tag.open("ram:BuyerOrderReferencedDocument").maybe("ram:LineID", line.details().orderLine());
    if (price.discount().isPresent() || price.gross().isPresent()) {
      Tag gross = tag.open(GROSS);
      gross.leaf(
          "ram:ChargeAmount",
          price.gross().orElseGet(() -> price.net().add(price.discount().orElseThrow())));
      price
          .discount()
          .ifPresent(
              discount -> {
                Tag allowance = gross.open("ram:AppliedTradeAllowanceCharge");
                allowance.open("ram:ChargeIndicator").leaf("udt:Indicator", "false");
                allowance.leaf("ram:ActualAmount", discount);
              });
    }
    Tag net = tag.open(NET);
    net.leaf("ram:ChargeAmount", price.net());
    price
        .per()
        .ifPresent(per -> net.leaf("ram:BasisQuantity", per.number()).with("unitCode", per.unit()));
  }

  private static void settlement(Tag tag, Line line) {
    category(tag.open("ram:ApplicableTradeTax"), line.tax());
    line.details()
        .period()
        .ifPresent(span -> CiiDates.write(tag, "ram:BillingSpecifiedPeriod", span));
    line.adjustments().forEach(one -> adjustment(tag, one));
    tag.open("ram:SpecifiedTradeSettlementLineMonetarySummation")
        .leaf("ram:LineTotalAmount", line.net());
    line.details()
        .object()
        .ifPresent(
            id -> {
              Tag document = tag.open("ram:AdditionalReferencedDocument");
              document.leaf("ram:IssuerAssignedID", id.value());
              document.leaf("ram:TypeCode", CiiReferences.INVOICED_OBJECT);
              document.maybe("ram:ReferenceTypeCode", id.scheme());
            });
    tag.open("ram:ReceivableSpecifiedTradeAccountingAccount")
        .maybe("ram:ID", line.details().buyerAccounting());
  }

  static void category(Tag tag, TaxCategory category) {
    tag.leaf("ram:TypeCode", "VAT");
    tag.leaf("ram:CategoryCode", category.code());
    category.rate().ifPresent(rate -> tag.leaf("ram:RateApplicablePercent", rate));
  }

  static void adjustment(Tag parent, Adjustment adjustment) {
    Tag tag = parent.open("ram:SpecifiedTradeAllowanceCharge");
    tag.open("ram:ChargeIndicator")
        .maybe(
            "udt:Indicator",
            Optional.of(String.valueOf(adjustment.kind() == Adjustment.Kind.CHARGE)));
    adjustment.percent().ifPresent(one -> tag.leaf("ram:CalculationPercent", one));
    adjustment.base().ifPresent(one -> tag.leaf("ram:BasisAmount", one));
    tag.leaf("ram:ActualAmount", adjustment.amount());
    tag.maybe("ram:ReasonCode", adjustment.reasonCode());
    tag.maybe("ram:Reason", adjustment.reason());
    adjustment.tax().ifPresent(tax -> category(tag.open("ram:CategoryTradeTax"), tax));
  }
}
