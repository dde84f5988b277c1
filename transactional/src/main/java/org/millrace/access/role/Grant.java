package org.millrace.access.role;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.millrace.shared.Caller;
import org.millrace.shared.Code;

/**
 * A role, given for one company or for every one, with the regions in which its permissions by
 * region hold.
 */
public record Grant(String company, String role, Set<String> regions) implements Comparable<Grant> {
  private static final Comparator<Grant> ORDER =
      Comparator.comparing(Grant::company)
          .thenComparing(Grant::role)
          .thenComparing(grant -> String.join(", ", grant.regions()));

  /** In the place of a company: all of them. */
  public static final String EVERY_COMPANY = Caller.EVERY_COMPANY;

  public Grant {
    Set<String> checked = new TreeSet<>();
    regions.forEach(region -> checked.add(Code.checked("regions", "region", region, 40)));
    regions = Collections.unmodifiableSet(checked);
  }

  /** A role for one company, in no region. */
  public static Grant of(String company, String role) {
    return new Grant(company, role, Set.of());
  }

  /** A role for every company, in no region. */
  public static Grant everywhere(String role) {
    return of(EVERY_COMPANY, role);
  }

  /** Each role once for a company, in all regions that any of the grants names for it. */
  public static Set<Grant> merged(Collection<Grant> grants) {
    TreeMap<Grant, Set<String>> regions = new TreeMap<>();
    grants.forEach(
        grant ->
            regions
                .computeIfAbsent(of(grant.company(), grant.role()), g -> new TreeSet<>())
                .addAll(grant.regions()));
    return regions.entrySet().stream()
        .map(e -> new Grant(e.getKey().company(), e.getKey().role(), e.getValue()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether it is that role for every company. */
  public boolean isEverywhere(String other) {
    return company.equals(EVERY_COMPANY) && role.equals(other);
  }

  @Override
  public int compareTo(Grant other) {
    return ORDER.compare(this, other);
  }
}
