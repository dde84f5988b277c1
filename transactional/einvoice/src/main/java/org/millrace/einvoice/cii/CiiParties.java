package org.millrace.einvoice.cii;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.einvoice.Identifier;
import org.millrace.einvoice.Party;
import org.millrace.einvoice.Party.Address;
import org.millrace.einvoice.Party.Contact;
import org.millrace.einvoice.Party.Registration;
import org.millrace.einvoice.xml.Element;
import org.millrace.einvoice.xml.Tag;

/** The parties of a CII document. */
final class CiiParties {
  private static final String VAT = "VA";
  private static final String LOCAL = "FC";

  private CiiParties() {}

  static Party read(Element party) {
    List<Identifier> numbers = new ArrayList<>();
    party.all("ram:ID").forEach(one -> numbers.add(identifier(one)));
    party.all("ram:GlobalID").forEach(one -> numbers.add(identifier(one)));
    numbers.removeIf(one -> one.value().isBlank());
    return new Party(
        party.text("ram:Name").orElse(""),
        party.text("ram:SpecifiedLegalOrganization/ram:TradingBusinessName"),
        numbers,
        new Registration(
            party
                .first("ram:SpecifiedLegalOrganization/ram:ID")
                .filter(one -> !one.text().isBlank())
                .map(CiiParties::identifier),
            registered(party, VAT),
            registered(party, LOCAL),
            party.text("ram:Description")),
        party
            .first("ram:URIUniversalCommunication/ram:URIID")
            .filter(one -> !one.text().isBlank())
            .map(CiiParties::identifier),
        party.first("ram:PostalTradeAddress").map(CiiParties::address),
        party
            .first("ram:DefinedTradeContact")
            .map(
                one ->
                    new Contact(
                        one.text("ram:PersonName").or(() -> one.text("ram:DepartmentName")),
                        one.text("ram:TelephoneUniversalCommunication/ram:CompleteNumber"),
                        one.text("ram:EmailURIUniversalCommunication/ram:URIID"))));
  }

  static Identifier identifier(Element id) {
    return new Identifier(id.text(), id.attribute("schemeID"));
  }

  private static Optional<String> registered(Element party, String scheme) {
    return party.all("ram:SpecifiedTaxRegistration/ram:ID").stream()
        .filter(one -> one.attribute("schemeID").filter(scheme::equals).isPresent())
        .map(Element::text)
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  static Address address(Element address) {
    return new Address(
        address.text("ram:LineOne"),
        address.text("ram:LineTwo"),
        address.text("ram:LineThree"),
        address.text("ram:CityName"),
        address.text("ram:PostcodeCode"),
        address.text("ram:CountrySubDivisionName"),
        address.text("ram:CountryID"));
  }

  static void write(Tag tag, Party party) {
    numbers(tag, party.numbers());
    tag.leaf("ram:Name", party.name());
    Registration registration = party.registration();
    tag.maybe("ram:Description", registration.legalForm());
    Tag legal = tag.open("ram:SpecifiedLegalOrganization");
    registration
        .legal()
        .ifPresent(id -> legal.leaf("ram:ID", id.value()).with("schemeID", id.scheme()));
    legal.maybe("ram:TradingBusinessName", party.tradingName());
    party.contact().ifPresent(one -> contact(tag.open("ram:DefinedTradeContact"), one));
    party.address().ifPresent(one -> address(tag.open("ram:PostalTradeAddress"), one));
    party
        .electronicAddress()
        .ifPresent(
            id ->
                tag.open("ram:URIUniversalCommunication")
                    .leaf("ram:URIID", id.value())
                    .with("schemeID", id.scheme()));
    registered(tag, registration.vatNumber(), VAT);
    registered(tag, registration.taxNumber(), LOCAL);
  }

  /** Numbers without a list come before those of one, as the schema orders them. */
  static void numbers(Tag tag, List<Identifier> numbers) {
    numbers.stream()
        .filter(id -> id.scheme().isEmpty())
        .forEach(id -> tag.leaf("ram:ID", id.value()));
    numbers.stream()
        .filter(id -> id.scheme().isPresent())
        .forEach(id -> tag.leaf("ram:GlobalID", id.value()).with("schemeID", id.scheme()));
  }

  private static void contact(Tag tag, Contact contact) {
    tag.maybe("ram:PersonName", contact.name());
    tag.open("ram:TelephoneUniversalCommunication").maybe("ram:CompleteNumber", contact.phone());
    tag.open("ram:EmailURIUniversalCommunication").maybe("ram:URIID", contact.email());
  }

  static void address(Tag tag, Address address) {
    tag.maybe("ram:PostcodeCode", address.postcode())
        .maybe("ram:LineOne", address.line1())
        .maybe("ram:LineTwo", address.line2())
        .maybe("ram:LineThree", address.line3())
        .maybe("ram:CityName", address.city())
        .maybe("ram:CountryID", address.country())
        .maybe("ram:CountrySubDivisionName", address.subdivision());
  }

  private static void registered(Tag tag, Optional<String> number, String scheme) {
    number.ifPresent(
        said ->
            tag.open("ram:SpecifiedTaxRegistration").leaf("ram:ID", said).with("schemeID", scheme));
  }
}
