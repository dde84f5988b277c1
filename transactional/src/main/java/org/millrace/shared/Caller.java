package org.millrace.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who sent the request of this thread, the permissions given to that user by company, and the
 * regions in which each permission by region holds, by company.
 */
public record Caller(
    String user,
    Map<String, Set<String>> permissions,
    Map<String, Map<String, Set<String>>> regions) {
  /** In the place of a company: all of them. */
  public static final String EVERY_COMPANY = "*";

  /** The permission to see costs and margins, whatever document they stand on. */
  public static final String COSTS = "cost.read";

  private static final String READ = ".read";
  private static final Caller NOBODY = new Caller("nobody", Map.of(), Map.of());
  private static final ThreadLocal<Caller> CURRENT = ThreadLocal.withInitial(() -> NOBODY);

  /**
   * A component of a record that answers, lists, histories and the description of the API show only
   * to callers who have a permission; events carry it always.
   */
  @Documented
  @Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Sensitive {
    /** The permission of access/roles.yaml. */
    String value() default COSTS;
  }

  public Caller {
    Map<String, Set<String>> copy = new TreeMap<>();
    permissions.forEach((company, held) -> copy.put(company, Set.copyOf(held)));
    permissions = Map.copyOf(copy);
    Map<String, Map<String, Set<String>>> byCompany = new TreeMap<>();
    regions.forEach((company, held) -> byCompany.put(company, Map.copyOf(held)));
    regions = Map.copyOf(byCompany);
  }

  /**
   * What narrows the documents of a domain to some: {@code sales.own} in the place of {@code
   * sales.read} to those that the caller made, {@code sales.region} to those whose customer is in
   * one of the caller's regions. Who holds both sees what either shows.
   */
  public sealed interface RowRule {
    /** The first event of the document was this user's. */
    record Own(String user) implements RowRule {
      static final String ENDING = ".own";

      @Override
      public String words() {
        return "that you made";
      }
    }

    /** The customer is in one of these regions now, whatever it was when the document was made. */
    record InRegions(Set<String> regions) implements RowRule {
      /** Ends the permissions that hold in the regions given with a role. */
      public static final String ENDING = ".region";

      public InRegions {
        regions = Collections.unmodifiableSet(new TreeSet<>(regions));
      }

      @Override
      public boolean showsAny() {
        return !regions.isEmpty();
      }

      @Override
      public String words() {
        return "of the regions " + String.join(", ", regions);
      }
    }

    /** Whether there can be a document that it shows. */
    default boolean showsAny() {
      return true;
    }

    /** Which documents it shows, said to the caller. */
    String words();

    /** What can be held in the place of a permission that reads all: none for other permissions. */
    static List<String> inPlaceOf(String permission) {
      return permission.endsWith(READ)
          ? Stream.of(Own.ENDING, InRegions.ENDING)
              .map(permission.substring(0, permission.length() - READ.length())::concat)
              .toList()
          : List.of();
    }
  }

  /** The caller of this thread's request; nobody, who may do nothing, outside any request. */
  public static Caller current() {
    return CURRENT.get();
  }

  /** Whom no row rule narrows and nothing is permitted: for what follows whoever acted. */
  public static Caller nobody() {
    return NOBODY;
  }

  /** Makes this the caller of the thread until the turn ends. */
  public Turn begin() {
    Caller before = CURRENT.get();
    CURRENT.set(this);
    return () -> CURRENT.set(before);
  }

  /** The time in which one caller's request runs. */
  public interface Turn {
    /** The caller before is the caller again. */
    void end();
  }

  /** Whether the permission is held for all companies. */
  public boolean may(String permission) {
    return permissions.getOrDefault(EVERY_COMPANY, Set.of()).contains(permission);
  }

  /** Whether the permission is held for that company. */
  public boolean may(String company, String permission) {
    return may(permission) || permissions.getOrDefault(company, Set.of()).contains(permission);
  }

  /** The rules, of which any shows a document; none for who sees all of them, or nothing. */
  public List<RowRule> rowRules(String company, String permission) {
    if (may(company, permission)) {
      return List.of();
    }
    List<RowRule> rules = new ArrayList<>();
    for (String held : RowRule.inPlaceOf(permission)) {
      if (may(company, held)) {
        rules.add(
            held.endsWith(RowRule.Own.ENDING)
                ? new RowRule.Own(user)
                : new RowRule.InRegions(regionsOf(company, held)));
      }
    }
    return List.copyOf(rules);
  }

  private Set<String> regionsOf(String company, String permission) {
    return Stream.of(company, EVERY_COMPANY)
        .flatMap(
            where ->
                regions.getOrDefault(where, Map.of()).getOrDefault(permission, Set.of()).stream())
        .collect(Collectors.toSet());
  }

  /** Whether the caller sees at least some of what that permission shows. */
  public boolean maySeeSome(String company, String permission) {
    return may(company, permission)
        || rowRules(company, permission).stream().anyMatch(RowRule::showsAny);
  }

  /** Which documents the caller sees, where that is not all: "that you made". */
  public Optional<String> seenOnly(String company, String permission) {
    return Optional.of(
            rowRules(company, permission).stream()
                .filter(RowRule::showsAny)
                .map(RowRule::words)
                .collect(Collectors.joining(" and those ")))
        .filter(words -> !words.isEmpty());
  }

  /**
   * Lets only those pass who see at least some of what that permission shows.
   *
   * @throws Refused naming the permission that is missing
   */
  public void requireSome(CompanyCode company, String permission) {
    if (!maySeeSome(company.value(), permission)) {
      throw Refused.forbidden(missingForSome(permission, company.value()));
    }
  }

  /** What to tell the caller who does not even see some of what that permission shows. */
  public String missingForSome(String permission, String company) {
    return rowRules(company, permission).isEmpty()
        ? missing(permission, company)
        : "Your roles show what belongs to your regions alone, and no region is given to you for"
            + " company "
            + company
            + ". Ask an administrator for one.";
  }

  /** The refusal to write what the caller would not see. */
  public Refused outside(CompanyCode company, String permission, String named) {
    return Refused.forbidden(
        seenOnly(company.value(), permission)
            .map(
                seen ->
                    ("%s is in none of your regions: your roles show only those %s. Leave it to a"
                            + " colleague who works there, or ask an administrator for the region.")
                        .formatted(named, seen))
            .orElseGet(() -> missingForSome(permission, company.value())));
  }

  /** Whether the caller has anything to do with that company. */
  public boolean knows(CompanyCode company) {
    return !permissions.getOrDefault(EVERY_COMPANY, Set.of()).isEmpty()
        || permissions.containsKey(company.value());
  }

  /**
   * Lets only holders of the permission pass.
   *
   * @throws Refused naming the permission that is missing
   */
  public void require(CompanyCode company, String permission) {
    if (!may(company.value(), permission)) {
      throw Refused.forbidden(missing(permission, company.value()));
    }
  }

  /** What to tell somebody who lacks a permission. */
  public static String missing(String permission, String company) {
    String where = company.equals(EVERY_COMPANY) ? "all companies" : "company " + company;
    return "This needs the permission "
        + permission
        + " for "
        + where
        + ", which none of your roles gives. Ask an administrator for a role that does.";
  }
}
