package org.millrace.paper.sent;

import java.util.List;
import java.util.Optional;
import org.millrace.einvoice.Identifier;
import org.millrace.einvoice.Party;
import org.millrace.party.Address;
import org.millrace.party.Contact;
import org.millrace.party.TaxNumber;
import org.millrace.shared.Problems;

/** Seller and buyer as the papers name them; what they lack is noted. */
final class WrittenParties {
  private final Problems problems;
  private final boolean isNational;
  private final boolean isTaxed;

  /**
   * What is missing goes to the problems.
   *
   * @param isNational whether XRechnung asks for contacts and electronic addresses
   * @param isTaxed whether the document is in the scope of VAT, so that its numbers may be named
   */
  WrittenParties(Problems problems, boolean isNational, boolean isTaxed) {
    this.problems = problems;
    this.isNational = isNational;
    this.isTaxed = isTaxed;
  }

  Party seller(org.millrace.party.Party party) {
    Party seller = party("seller", party);
    problems.require(
        !isTaxed
            || seller.registration().vatNumber().isPresent()
            || seller.registration().taxNumber().isPresent(),
        "seller.taxNumbers",
        party.code(),
        "a tax number of the company itself");
    return seller;
  }

  Party buyer(org.millrace.party.Party party) {
    return party("buyer", party);
  }

  private Party party(String role, org.millrace.party.Party party) {
    Optional<Address> address = address(party);
    problems.require(
        address.isPresent(), role + ".addresses", party.code(), "an address with its country");
    if (isNational) {
      requireNational(role, party, address);
    }
    return new Party(
        party.legalName().orElse(party.name()),
        party.legalName().map(unused -> party.name()).filter(name -> isOther(party, name)),
        List.of(),
        registration(role, party),
        party.email().map(email -> Identifier.of(email, "EM")),
        address.map(WrittenParties::written),
        contact(party));
  }

  private static boolean isOther(org.millrace.party.Party party, String name) {
    return party.legalName().filter(name::equals).isEmpty();
  }

  private void requireNational(
      String role, org.millrace.party.Party party, Optional<Address> address) {
    problems.require(party.email().isPresent(), role + ".email", party.code(), "an e-mail address");
    problems.require(
        address.flatMap(Address::city).isPresent()
            && address.flatMap(Address::postalCode).isPresent(),
        role + ".addresses.postalCode",
        party.code(),
        "postal code and city of the address");
    boolean isSeller = role.equals("seller");
    problems.require(
        !isSeller
            || party.contacts().stream()
                .anyMatch(one -> one.phone().isPresent() && one.email().isPresent()),
        role + ".contacts",
        party.code(),
        "a contact with phone and e-mail address");
  }

  private static Optional<Address> address(org.millrace.party.Party party) {
    return party.addresses().stream()
        .filter(one -> one.kinds().contains(Address.Kind.BILLING))
        .findFirst()
        .or(
            () ->
                party.addresses().stream()
                    .filter(one -> one.kinds().contains(Address.Kind.REGISTERED))
                    .findFirst())
        .or(() -> party.addresses().stream().findFirst());
  }

  static Party.Address written(Address address) {
    return new Party.Address(
        address.street(),
        address.additionalStreet(),
        address.addressLine(),
        address.city(),
        address.postalCode(),
        address.province(),
        Optional.of(address.country().value()));
  }

  private Party.Registration registration(String role, org.millrace.party.Party party) {
    Optional<String> vat = number(party, TaxNumber.Kind.EU_VAT).filter(unused -> isTaxed);
    Optional<String> local =
        number(party, TaxNumber.Kind.OTHER).filter(unused -> isTaxed && role.equals("seller"));
    Optional<Identifier> legal =
        number(party, TaxNumber.Kind.SOCIAL_CREDIT_CODE).map(Identifier::of);
    return new Party.Registration(legal, vat, local, Optional.empty());
  }

  private static Optional<String> number(org.millrace.party.Party party, TaxNumber.Kind kind) {
    return party.taxNumbers().stream()
        .filter(one -> one.kind() == kind)
        .map(TaxNumber::number)
        .findFirst();
  }

  private static Optional<Party.Contact> contact(org.millrace.party.Party party) {
    Optional<Contact> reached =
        party.contacts().stream()
            .filter(one -> one.phone().isPresent() && one.email().isPresent())
            .findFirst()
            .or(() -> party.contacts().stream().findFirst());
    return reached.map(one -> new Party.Contact(Optional.of(one.name()), one.phone(), one.email()));
  }
}
