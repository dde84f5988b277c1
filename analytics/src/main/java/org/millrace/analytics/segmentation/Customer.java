package org.millrace.analytics.segmentation;

import static java.util.Objects.requireNonNull;

/** A customer as named on the latest document; two are the same when their codes are equal. */
public record Customer(String code, String name, String country) implements Comparable<Customer> {

  public Customer {
    requireNonNull(code, "code");
    name = name == null ? code : name;
    country = country == null ? "" : country;
    if (code.isBlank()) {
      throw new IllegalArgumentException(
          "A customer needs a code, got a blank one; leave walk-in sales out of the segmentation");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Customer customer && customer.code.equals(code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  @Override
  public int compareTo(Customer other) {
    return code.compareTo(other.code);
  }
}
