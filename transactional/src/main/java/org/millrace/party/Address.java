package org.millrace.party;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;

/**
 * Where a party is reached, for one or several kinds of things. Three lines of a street, as EN
 * 16931 has them; a province may be a state or a county.
 */
public record Address(
    Set<Kind> kinds,
    Optional<String> street,
    Optional<String> additionalStreet,
    Optional<String> addressLine,
    Optional<String> postalCode,
    Optional<String> city,
    Optional<String> province,
    CountryCode country) {
  private static final int LONGEST = 200;
  private static final int LONGEST_CODE = 20;

  /** What goes to an address. */
  public enum Kind {
    /** Invoices and statements. */
    BILLING,
    /** Goods. */
    DELIVERY,
    /** Where it is registered. */
    REGISTERED
  }

  public Address {
    street = street.map(text -> Code.checked("street", text, LONGEST));
    additionalStreet =
        additionalStreet.map(text -> Code.checked("additionalStreet", text, LONGEST));
    addressLine = addressLine.map(text -> Code.checked("addressLine", text, LONGEST));
    postalCode = postalCode.map(text -> Code.checked("postalCode", text, LONGEST_CODE));
    city = city.map(text -> Code.checked("city", text, LONGEST));
    province = province.map(text -> Code.checked("province", text, LONGEST));
    new Problems()
        .require(!kinds.isEmpty(), "kinds", "none", "billing, delivery or registered")
        .refuse("The address cannot be used");
    kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
  }
}
