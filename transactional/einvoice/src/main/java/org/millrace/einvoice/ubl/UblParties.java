package org.millrace.einvoice.ubl;

import java.util.Optional;
import org.millrace.einvoice.Identifier;
import org.millrace.einvoice.Parties;
import org.millrace.einvoice.Party;
import org.millrace.einvoice.Party.Address;
import org.millrace.einvoice.Party.Contact;
import org.millrace.einvoice.Party.Registration;
import org.millrace.einvoice.xml.Element;
import org.millrace.einvoice.xml.Tag;

/** The parties of a UBL document. */
final class UblParties {
  /** The scheme that marks BT-90 among the numbers of a seller or payee. */
  private static final String CREDITOR = "SEPA";

  private static final String VAT = "VAT";

  private UblParties() {}

  static Parties read(Element root) {
    return new Parties(
        trader(root.require("cac:AccountingSupplierParty/cac:Party")),
        trader(root.require("cac:AccountingCustomerParty/cac:Party")),
        root.first("cac:PayeeParty").map(UblParties::named),
        root.first("cac:TaxRepresentativeParty").map(UblParties::named));
  }

  static Optional<String> creditor(Element root) {
    return root.all("cac:AccountingSupplierParty/cac:Party/cac:PartyIdentification").stream()
        .filter(UblParties::isCreditor)
        .findFirst()
        .or(
            () ->
                root.all("cac:PayeeParty/cac:PartyIdentification").stream()
                    .filter(UblParties::isCreditor)
                    .findFirst())
        .flatMap(one -> one.text("cbc:ID"));
  }

  static Optional<Identifier> identifier(Element element, String path) {
    return element
        .first(path)
        .filter(one -> !one.text().isBlank())
        .map(one -> new Identifier(one.text(), one.attribute("schemeID")));
  }

  private static Party trader(Element party) {
    Optional<String> legal = party.text("cac:PartyLegalEntity/cbc:RegistrationName");
    Optional<String> trading = party.text("cac:PartyName/cbc:Name");
    return party(
        party, legal.or(() -> trading).orElse(""), legal.isPresent() ? trading : Optional.empty());
  }

  private static Party named(Element party) {
    return party(party, party.text("cac:PartyName/cbc:Name").orElse(""), Optional.empty());
  }

  private static Party party(Element party, String name, Optional<String> trading) {
    return new Party(
        name,
        trading,
        party.all("cac:PartyIdentification").stream()
            .filter(one -> !isCreditor(one))
            .flatMap(one -> identifier(one, "cbc:ID").stream())
            .toList(),
        new Registration(
            identifier(party, "cac:PartyLegalEntity/cbc:CompanyID"),
            taxed(party, true),
            taxed(party, false),
            party.text("cac:PartyLegalEntity/cbc:CompanyLegalForm")),
        identifier(party, "cbc:EndpointID"),
        party.first("cac:PostalAddress").map(UblParties::address),
        party
            .first("cac:Contact")
            .map(
                one ->
                    new Contact(
                        one.text("cbc:Name"),
                        one.text("cbc:Telephone"),
                        one.text("cbc:ElectronicMail"))));
  }

  private static boolean isCreditor(Element identification) {
    return identification
        .first("cbc:ID")
        .flatMap(one -> one.attribute("schemeID"))
        .filter(CREDITOR::equals)
        .isPresent();
  }

  private static Optional<String> taxed(Element party, boolean vat) {
    return party.all("cac:PartyTaxScheme").stream()
        .filter(one -> one.text("cac:TaxScheme/cbc:ID").filter(VAT::equals).isPresent() == vat)
        .findFirst()
        .flatMap(one -> one.text("cbc:CompanyID"));
  }

  static Address address(Element address) {
    return new Address(
        address.text("cbc:StreetName"),
        address.text("cbc:AdditionalStreetName"),
        address.text("cac:AddressLine/cbc:Line"),
        address.text("cbc:CityName"),
        address.text("cbc:PostalZone"),
        address.text("cbc:CountrySubentity"),
        address.text("cac:Country/cbc:IdentificationCode"));
  }

  static void write(Tag root, Parties parties, Optional<String> creditor) {
    Optional<String> ofSeller = parties.payee().isPresent() ? Optional.empty() : creditor;
    trader(root.open("cac:AccountingSupplierParty").open("cac:Party"), parties.seller(), ofSeller);
    trader(
        root.open("cac:AccountingCustomerParty").open("cac:Party"),
        parties.buyer(),
        Optional.empty());
    parties
        .payee()
        .ifPresent(
            payee -> {
              Tag party = root.open("cac:PayeeParty");
              numbers(party, payee, creditor);
              party.open("cac:PartyName").leaf("cbc:Name", payee.name());
              payee
                  .registration()
                  .legal()
                  .ifPresent(
                      id -> identifier(party.open("cac:PartyLegalEntity"), "cbc:CompanyID", id));
            });
    parties
        .taxRepresentative()
        .ifPresent(
            one -> {
              Tag party = root.open("cac:TaxRepresentativeParty");
              party.open("cac:PartyName").leaf("cbc:Name", one.name());
              one.address().ifPresent(a -> address(party.open("cac:PostalAddress"), a));
              taxScheme(party, one.registration().vatNumber(), VAT);
            });
  }

  static void identifier(Tag tag, String name, Identifier id) {
    tag.leaf(name, id.value()).with("schemeID", id.scheme());
  }

  private static void numbers(Tag tag, Party party, Optional<String> creditor) {
    party.numbers().forEach(id -> identifier(tag.open("cac:PartyIdentification"), "cbc:ID", id));
    creditor.ifPresent(
        id ->
            identifier(tag.open("cac:PartyIdentification"), "cbc:ID", Identifier.of(id, CREDITOR)));
  }

  private static void trader(Tag tag, Party party, Optional<String> creditor) {
    party.electronicAddress().ifPresent(id -> identifier(tag, "cbc:EndpointID", id));
    numbers(tag, party, creditor);
    party.tradingName().ifPresent(name -> tag.open("cac:PartyName").leaf("cbc:Name", name));
    party.address().ifPresent(one -> address(tag.open("cac:PostalAddress"), one));
    taxScheme(tag, party.registration().vatNumber(), VAT);
    taxScheme(tag, party.registration().taxNumber(), "TAX");
    Tag legal = tag.open("cac:PartyLegalEntity");
    legal.leaf("cbc:RegistrationName", party.name());
    party.registration().legal().ifPresent(id -> identifier(legal, "cbc:CompanyID", id));
    legal.maybe("cbc:CompanyLegalForm", party.registration().legalForm());
    party
        .contact()
        .ifPresent(
            one ->
                tag.open("cac:Contact")
                    .maybe("cbc:Name", one.name())
                    .maybe("cbc:Telephone", one.phone())
                    .maybe("cbc:ElectronicMail", one.email()));
  }

  private static void taxScheme(Tag tag, Optional<String> number, String scheme) {
    number.ifPresent(
        said -> {
          Tag opened = tag.open("cac:PartyTaxScheme");
          opened.leaf("cbc:CompanyID", said);
          opened.open("cac:TaxScheme").leaf("cbc:ID", scheme);
        });
  }

  static void address(Tag tag, Address address) {
    tag.maybe("cbc:StreetName", address.line1())
        .maybe("cbc:AdditionalStreetName", address.line2())
        .maybe("cbc:CityName", address.city())
        .maybe("cbc:PostalZone", address.postcode())
        .maybe("cbc:CountrySubentity", address.subdivision());
    tag.open("cac:AddressLine").maybe("cbc:Line", address.line3());
    tag.open("cac:Country").maybe("cbc:IdentificationCode", address.country());
  }
}
