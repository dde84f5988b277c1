package org.millrace.party;

import java.util.Locale;
import java.util.Set;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;

/** A country by its two letters of ISO 3166-1: DE, CN. */
public record CountryCode(String value) implements Code {
  private static final Set<String> KNOWN =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  public CountryCode {
    value = Code.checked("country", value, 2).toUpperCase(Locale.ROOT);
    new Problems()
        .require(KNOWN.contains(value), "country", value, "two letters of ISO 3166-1 such as DE")
        .refuse("The country cannot be used");
  }

  @Override
  public String toString() {
    return value;
  }
}
