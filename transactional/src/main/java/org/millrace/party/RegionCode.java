package org.millrace.party;

import org.millrace.shared.Code;

/** A sales territory, by a code of the company's own choosing such as NORTH or 华东; at most 40. */
public record RegionCode(String value) implements Code {
  public RegionCode {
    value = Code.checked("region", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
