package org.millrace.einvoice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who sells, buys, is paid or answers for the tax: BT-27 or BT-44 name, BT-28 or BT-45 trading
 * name, BT-29 or BT-46 numbers, BT-34 or BT-49 electronic address.
 */
public record Party(
    String name,
    Optional<String> tradingName,
    List<Identifier> numbers,
    Registration registration,
    Optional<Identifier> electronicAddress,
    Optional<Address> address,
    Optional<Contact> contact) {
  public Party {
    // CII has those without a list in front: so every document has them.
    numbers =
        Stream.concat(
                numbers.stream().filter(one -> one.scheme().isEmpty()),
                numbers.stream().filter(one -> one.scheme().isPresent()))
            .toList();
  }

  /**
   * BT-30 or BT-47 number in a register of companies, BT-31 or BT-48 VAT number, BT-32 local tax
   * number, BT-33 further legal facts.
   */
  public record Registration(
      Optional<Identifier> legal,
      Optional<String> vatNumber,
      Optional<String> taxNumber,
      Optional<String> legalForm) {
    public static final Registration NONE =
        new Registration(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** BG-5 or BG-8: three lines, place, postcode, part of the country, country (ISO 3166-1). */
  public record Address(
      Optional<String> line1,
      Optional<String> line2,
      Optional<String> line3,
      Optional<String> city,
      Optional<String> postcode,
      Optional<String> subdivision,
      Optional<String> country) {}

  /** BG-6 or BG-9. */
  public record Contact(Optional<String> name, Optional<String> phone, Optional<String> email) {}
}
